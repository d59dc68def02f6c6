import { Suspense, useState } from 'react';
import { addressText } from './address/address.ts';
import { go, useAddress } from './address/use-address.ts';
import { screens } from './screens/screens.ts';
import { BreakGlassRunning } from './session/break-glass-running.tsx';
import { useSitting } from './session/sitting.tsx';
import { Appearance } from './ui/appearance.tsx';
import { Boundary } from './ui/boundary.tsx';
import { Empty } from './ui/empty.tsx';
import { Mark } from './ui/mark.tsx';
import { PressButton } from './ui/press-button.tsx';
import { Screen } from './ui/screen.tsx';
import { ShortcutSheet } from './ui/shortcut-sheet.tsx';
import { Sign } from './ui/sign.tsx';
import { useShortcuts } from './ui/use-shortcuts.ts';
import { Waiting } from './ui/waiting.tsx';
import { inARow } from './words/isolated.ts';
import { useWords } from './words/words.tsx';

/** The frame around every screen: where one can go, who one is, and for what one is here. */
export function Desk() {
  const { say } = useWords();
  const { offered } = useSitting();
  const { path } = useAddress();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const menu = screens.filter((each) => each.letter !== null && each.isOffered(offered));
  useShortcuts({
    '?': () => setSheetOpen(true),
    ...(offered.view ? { '/': () => go(addressText(['search'])) } : {}),
    ...Object.fromEntries(
      menu.map(({ letter, path: to }) => [`g ${letter}`, () => go(addressText(to === '' ? [] : [to]))]),
    ),
  });
  const screen = screens.find((each) => each.path === (path[0] ?? ''));
  const Shown = screen?.isOffered(offered) ? screen.component : Nowhere;
  return (
    <div className="desk">
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        {say('app.skip')}
      </button>
      <nav className="rail no-print" aria-label={say('app.menu')}>
        <a className="mark" href={addressText([])}>
          <Mark /> Clew
        </a>
        <ul>
          {menu.map(({ path: to, title, sign }) => (
            <li key={to}>
              <a
                href={addressText(to === '' ? [] : [to])}
                className="rail-link"
                {...(to === (path[0] ?? '') ? { 'aria-current': 'page' as const } : {})}
              >
                <Sign of={sign} />
                {say(title)}
              </a>
            </li>
          ))}
        </ul>
        <PressButton kind="bare" onPress={() => setSheetOpen(true)}>
          <Sign of="keys" /> {say('app.shortcuts')} <kbd>?</kbd>
        </PressButton>
      </nav>
      <div className="page">
        <TopBar />
        <BreakGlassRunning />
        <main id="main" tabIndex={-1}>
          <Boundary key={path.join('/')}>
            <Suspense fallback={<Waiting lines={8} />}>
              <Shown key={path[0] ?? ''} />
            </Suspense>
          </Boundary>
        </main>
      </div>
      <ShortcutSheet isOpen={isSheetOpen} onOpenChange={setSheetOpen} menu={menu} />
    </div>
  );
}

function TopBar() {
  const { say, name } = useWords();
  const { person, ground, changePurpose, signOut } = useSitting();
  const roles = person.roles.map((role) => name('role', role)).join(' · ');
  return (
    <div className="topbar">
      {ground !== null && (
        <div className="purpose">
          <Sign of="shield" />
          <span>
            <span className="quiet">{say('purpose.shown')}</span>{' '}
            <strong>
              {name('purpose', ground.purpose)}
              {ground.project !== null && ` (${ground.project})`}
            </strong>
          </span>
          <span className="no-print">
            <PressButton kind="bare" onPress={changePurpose}>
              {say('purpose.change')}
            </PressButton>
          </span>
        </div>
      )}
      <div className="row who">
        <span className="who-words">
          <strong>{person.person}</strong>
          <span className="quiet small">{inARow([person.partner ?? '', roles])}</span>
        </span>
        <span className="row no-print">
          <Appearance />
          <PressButton onPress={signOut}>{say('app.signOut')}</PressButton>
        </span>
      </div>
    </div>
  );
}

/** Nothing is here, or nothing for this person: the two look the same. */
function Nowhere() {
  const { say } = useWords();
  return (
    <Screen title={say('nowhere.title')}>
      <Empty title={say('nowhere.what')}>{say('nowhere.words')}</Empty>
    </Screen>
  );
}
