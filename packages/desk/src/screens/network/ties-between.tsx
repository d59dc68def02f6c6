import { LinkEvidence } from '../../ui/link-evidence.tsx';
import { Name } from '../../ui/name.tsx';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { inARow } from '../../words/isolated.ts';
import { useWords } from '../../words/words.tsx';
import type { NetworkLink, NetworkNode } from './network-content.ts';

interface TiesBetweenProps {
  readonly one: NetworkNode;
  readonly other: NetworkNode;
  readonly links: readonly NetworkLink[];
}

/** What links two chosen things, which way it runs, and on what it rests. */
export function TiesBetween({ one, other, links }: TiesBetweenProps) {
  const { say, name, span } = useWords();
  const between = links.filter(
    ({ source, target }) =>
      (source === one.id && target === other.id) || (source === other.id && target === one.id),
  );
  if (between.length === 0) return null;
  const statements = between.reduce((sum, link) => sum + link.statements, 0);
  return (
    <section className="stack tight" aria-label={say('network.ties')}>
      <h3>{say('network.ties')}</h3>
      <ul className="plain-list small">
        {between.map((link) => {
          const [from, to] = link.source === one.id ? [one, other] : [other, one];
          return (
            <li key={link.id}>
              <span className="block">
                <Name>{from.caption}</Name> <strong>{name('link', link.kind)}</strong>{' '}
                <Name>{to.caption}</Name>
              </span>
              <span className="quiet">
                {inARow([
                  say('network.statementCount', { count: link.statements }),
                  say('network.grade', { grade: link.grade.source + link.grade.information }),
                  span(link.firstSeen, link.lastSeen),
                ])}
              </span>
            </li>
          );
        })}
      </ul>
      <div>
        <SheetButton
          title={say('link.evidence', { one: one.caption, other: other.caption })}
          words={say('network.ties.evidence', { count: statements })}
        >
          {() => <LinkEvidence one={one.id} other={other.id} />}
        </SheetButton>
      </div>
    </section>
  );
}
