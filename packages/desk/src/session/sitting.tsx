// Who is signed in and for which purpose: asked once for a sitting, which is a tab of the browser until it is closed.

import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { call, type Ground, Refused, sitting } from '../api/call.ts';
import { Failed } from '../ui/failed.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ChoosePurpose } from './choose-purpose.tsx';
import { type Offered, offeredTo, type Person, purposesOf } from './person.ts';
import { SignIn } from './sign-in.tsx';

export interface Sitting {
  readonly person: Person;
  /** Null for who reads no content. */
  readonly ground: Ground | null;
  readonly offered: Offered;
  changePurpose(): void;
  signOut(): void;
  /** What goes on while other screens are looked at; it is begun once, and stopped with the sitting. */
  goingOn<T extends GoingOn>(name: string, begin: () => T): T;
}

export interface GoingOn {
  stop(): void;
}

const Current = createContext<Sitting | null>(null);

export function useSitting(): Sitting {
  const current = useContext(Current);
  if (current === null) throw new Error('Nobody sits at the desk here');
  return current;
}

/** Told by whoever learns that the session is over. */
export const signedOut = new EventTarget();

const keptGround = 'clew-purpose';

export function SittingProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [person, setPerson] = useState<Person | null | undefined>(undefined);
  const [failure, setFailure] = useState<Error | null>(null);
  const [ground, setGround] = useState<Ground | null>(null);
  const running = useRef(new Map<string, GoingOn>());
  const enter = useCallback(() => {
    setFailure(null);
    call('whoAmI', {})
      .then((who) => {
        const before = keptBy(who);
        Object.assign(sitting, { formToken: who.formToken, ground: before });
        setGround(before);
        setPerson(who);
      })
      .catch((error: Error) => {
        if (error instanceof Refused && error.code === 'not-signed-in') setPerson(null);
        else setFailure(error);
      });
  }, []);
  const leave = useCallback(() => {
    Object.assign(sitting, { formToken: null, ground: null });
    client.clear();
    for (const each of running.current.values()) each.stop();
    running.current.clear();
    setGround(null);
    setPerson(null);
  }, [client]);
  useEffect(enter, [enter]);
  useEffect(() => {
    signedOut.addEventListener('over', leave);
    return () => signedOut.removeEventListener('over', leave);
  }, [leave]);
  const value = useMemo<Sitting | null>(() => {
    if (!person) return null;
    return {
      person,
      ground,
      offered: offeredTo(person, ground),
      changePurpose: () => {
        window.sessionStorage.removeItem(keptGround);
        sitting.ground = null;
        setGround(null);
      },
      signOut: () => {
        window.sessionStorage.removeItem(keptGround);
        void call('signOut', {}).finally(leave);
      },
      goingOn: <T extends GoingOn>(name: string, begin: () => T) => {
        const there = running.current.get(name) ?? begin();
        running.current.set(name, there);
        return there as T;
      },
    };
  }, [person, ground, leave]);
  if (failure !== null) return <Failed error={failure} again={enter} />;
  if (person === undefined) return <Waiting />;
  if (value === null) return <SignIn onOpen={enter} />;
  if (ground === null && purposesOf(value.person).length > 0) {
    const choose = (chosen: Ground) => {
      window.sessionStorage.setItem(keptGround, JSON.stringify({ person: value.person.person, ...chosen }));
      sitting.ground = chosen;
      setGround(chosen);
    };
    return <ChoosePurpose person={value.person} onChosen={choose} onSignOut={value.signOut} />;
  }
  return <Current.Provider value={value}>{children}</Current.Provider>;
}

/** What this person said in this tab before it was loaded again, as long as it is still theirs to say. */
function keptBy(who: Person): Ground | null {
  const kept = JSON.parse(window.sessionStorage.getItem(keptGround) ?? 'null');
  if (kept === null || kept.person !== who.person || !purposesOf(who).includes(kept.purpose)) return null;
  return { purpose: kept.purpose, project: kept.project ?? null };
}
