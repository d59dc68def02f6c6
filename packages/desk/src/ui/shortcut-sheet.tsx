import type { ScreenEntry } from '../screens/screens.ts';
import { useWords } from '../words/words.tsx';
import { Sheet } from './sheet.tsx';

interface ShortcutSheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly menu: readonly ScreenEntry[];
}

/** Every key of the desk. */
export function ShortcutSheet({ isOpen, onOpenChange, menu }: ShortcutSheetProps) {
  const { say } = useWords();
  const has = (wanted: string) => menu.some(({ path }) => path === wanted);
  const groups = [
    {
      title: say('keys.go'),
      keys: [
        ...menu.map(({ letter, title }) => ({ keys: ['g', letter ?? ''], words: say(title) })),
        ...(has('search') ? [{ keys: ['/'], words: say('keys.search') }] : []),
        { keys: ['?'], words: say('keys.sheet') },
      ],
    },
    {
      title: say('keys.lists'),
      keys: [
        { keys: ['j'], words: say('keys.next') },
        { keys: ['k'], words: say('keys.previous') },
      ],
    },
    ...(has('network')
      ? [
          {
            title: say('network.title'),
            keys: [
              { keys: ['u'], words: say('keys.network.unfold') },
              { keys: ['x'], words: say('keys.network.remove') },
              { keys: ['z'], words: say('keys.network.undo') },
              { keys: ['y'], words: say('keys.network.redo') },
              { keys: ['f'], words: say('keys.network.fit') },
              { keys: ['←', '→', '↑', '↓'], words: say('keys.network.move') },
              { keys: ['+', '−'], words: say('keys.network.zoom') },
            ],
          },
        ]
      : []),
    ...(has('findings') && has('review')
      ? [
          {
            title: say('findings.title'),
            keys: [
              { keys: ['y'], words: say('finding.verdict.confirmed') },
              { keys: ['n'], words: say('finding.verdict.dismissed') },
              { keys: ['u'], words: say('finding.verdict.unsure') },
              { keys: ['z'], words: say('review.undo') },
            ],
          },
        ]
      : []),
    ...(has('review')
      ? [
          {
            title: say('review.title'),
            keys: [
              { keys: ['s'], words: say('verdict.same') },
              { keys: ['d'], words: say('verdict.different') },
              { keys: ['u'], words: say('verdict.unsure') },
              { keys: ['Ctrl', 'Enter'], words: say('keys.record') },
              { keys: ['z'], words: say('review.undo') },
            ],
          },
        ]
      : []),
  ];
  return (
    <Sheet title={say('app.shortcuts')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <div className="columns">
        {groups.map(({ title, keys }) => (
          <div key={title} className="stack tight">
            <h3>{title}</h3>
            <dl className="key-list">
              {keys.map(({ keys: pressed, words }) => (
                <div key={pressed.join(' ')}>
                  <dt>
                    {pressed.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Sheet>
  );
}
