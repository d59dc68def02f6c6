import { type ComponentType, lazy } from 'react';
import type { Offered } from '../session/person.ts';
import type { SignName } from '../ui/sign.tsx';
import type { MessageId } from '../words/words.tsx';

/** A screen of the desk. It is loaded when somebody first goes there. */
export interface ScreenEntry {
  /** The first word of its address. */
  readonly path: string;
  readonly title: MessageId;
  readonly sign: SignName;
  /** The letter after `g` that leads there; null: it is in no menu. */
  readonly letter: string | null;
  readonly isOffered: (offered: Offered) => boolean;
  readonly component: ComponentType;
}

/** Every screen, in the order of the menu. What is not here does not exist. */
export const screens: readonly ScreenEntry[] = [
  {
    path: '',
    title: 'today.title',
    sign: 'today',
    letter: 't',
    isOffered: () => true,
    component: lazy(async () => ({ default: (await import('./today/today.tsx')).Today })),
  },
  {
    path: 'search',
    title: 'search.title',
    sign: 'search',
    letter: 's',
    isOffered: ({ view }) => view,
    component: lazy(async () => ({ default: (await import('./search/search.tsx')).Search })),
  },
  {
    path: 'entities',
    title: 'dossier.title',
    sign: 'person',
    letter: null,
    isOffered: ({ view }) => view,
    component: lazy(async () => ({ default: (await import('./dossier/dossier.tsx')).Dossier })),
  },
  {
    path: 'network',
    title: 'network.title',
    sign: 'network',
    letter: 'n',
    isOffered: ({ view }) => view,
    component: lazy(async () => ({ default: (await import('./network/network.tsx')).Network })),
  },
  {
    path: 'hits',
    title: 'hits.title',
    sign: 'hits',
    letter: 'h',
    isOffered: ({ hits }) => hits,
    component: lazy(async () => ({ default: (await import('./hits/hits.tsx')).Hits })),
  },
  {
    path: 'review',
    title: 'review.title',
    sign: 'review',
    letter: 'r',
    isOffered: ({ review }) => review,
    component: lazy(async () => ({ default: (await import('./review/review.tsx')).Review })),
  },
  {
    path: 'findings',
    title: 'findings.title',
    sign: 'findings',
    letter: 'f',
    isOffered: ({ view }) => view,
    component: lazy(async () => ({ default: (await import('./findings/findings.tsx')).Findings })),
  },
  {
    path: 'intake',
    title: 'intake.title',
    sign: 'intake',
    letter: 'i',
    isOffered: ({ intake }) => intake,
    component: lazy(async () => ({ default: (await import('./intake/intake.tsx')).Intake })),
  },
  {
    path: 'return',
    title: 'return.title',
    sign: 'intake',
    letter: null,
    isOffered: ({ hits }) => hits,
    component: lazy(async () => ({ default: (await import('./return/return-report.tsx')).ReturnReport })),
  },
  {
    path: 'governance',
    title: 'governance.title',
    sign: 'governance',
    letter: 'o',
    isOffered: ({ projects }) => projects,
    component: lazy(async () => ({ default: (await import('./governance/governance.tsx')).Governance })),
  },
];
