import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Name } from '../../../ui/name.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Sheet } from '../../../ui/taken/sheet.ts';
import { termLines } from '../../../ui/taken/term-lines.ts';
import { usePrintedTerms } from '../../../ui/taken/use-printed-terms.ts';
import { useWords } from '../../../words/words.tsx';
import type { NetworkState } from '../selection.ts';
import { SheetDrawing } from './sheet-drawing.tsx';
import type { SheetWords } from './use-sheet.ts';

interface BriefingProps {
  readonly title: string;
  readonly state: NetworkState;
  readonly sheet: (words: SheetWords) => Sheet | null;
}

/** So many rows go onto paper; a table has all of them. */
const mostRows = 100;

/** What the network says, as a page to hand over: drawn when somebody prints, because a large network takes its time. */
export function Briefing(props: BriefingProps) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting ? <BriefingPage {...props} /> : null;
}

function BriefingPage({ title, state, sheet }: BriefingProps) {
  const words = useWords();
  const termsNow = usePrintedTerms();
  const drawn = sheet({ title: '', terms: [] });
  return (
    <div className="print-only briefing">
      {drawn !== null && <SheetDrawing sheet={drawn} title={title} />}
      <Notes state={state} />
      <Things state={state} />
      <Links state={state} />
      <ul className="plain-list small">
        {termLines(words, termsNow(state)).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function Notes({ state: { nodes, document } }: { readonly state: NetworkState }) {
  const { say } = useWords();
  const noted = nodes.filter(({ id }) => document.notes.has(id));
  if (noted.length === 0) return null;
  return (
    <section>
      <h2>{say('network.notes')}</h2>
      <ul className="plain-list">
        {noted.map(({ id, caption }) => (
          <li key={id}>
            <strong>
              <Name>{caption}</Name>
            </strong>
            : {document.notes.get(id)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Things({ state: { nodes } }: { readonly state: NetworkState }) {
  const { say, name, number, span } = useWords();
  const first = nodes
    .toSorted((one, other) => other.degree - one.degree || (one.id < other.id ? -1 : 1))
    .slice(0, mostRows);
  return (
    <section>
      <h2>{say('network.things', { count: nodes.length })}</h2>
      <Table
        label={say('network.list')}
        heads={[
          say('head.name'),
          say('head.type'),
          say('grid.degree'),
          say('head.statements'),
          say('head.grade'),
          say('head.seen'),
          say('head.owners'),
        ]}
      >
        {first.map((node) => (
          <tr key={node.id}>
            <td>
              <Name>{node.caption}</Name>
            </td>
            <td>{name('type', node.type)}</td>
            <td className="figure">{number(node.degree)}</td>
            <td className="figure">{number(node.statements)}</td>
            <td>{node.source + node.information}</td>
            <td>{span(node.firstSeen, node.lastSeen)}</td>
            <td>{node.owners.join(', ')}</td>
          </tr>
        ))}
      </Table>
      <Rest of={nodes.length} />
    </section>
  );
}

function Links({ state: { nodes, links } }: { readonly state: NetworkState }) {
  const { say, name, number, span } = useWords();
  const captions = new Map(nodes.map(({ id, caption }) => [id, caption]));
  return (
    <section>
      <h2>{say('network.linkCount', { count: links.length })}</h2>
      <Table
        label={say('grid.links')}
        heads={[
          say('grid.source'),
          say('grid.kind'),
          say('grid.target'),
          say('head.statements'),
          say('head.grade'),
          say('head.seen'),
        ]}
      >
        {links
          .toSorted((one, other) => other.statements - one.statements || (one.id < other.id ? -1 : 1))
          .slice(0, mostRows)
          .map((link) => (
            <tr key={link.id}>
              <td>
                <Name>{captions.get(link.source) ?? ''}</Name>
              </td>
              <td>{name('link', link.kind)}</td>
              <td>
                <Name>{captions.get(link.target) ?? ''}</Name>
              </td>
              <td className="figure">{number(link.statements)}</td>
              <td>{link.grade.source + link.grade.information}</td>
              <td>{span(link.firstSeen, link.lastSeen)}</td>
            </tr>
          ))}
      </Table>
      <Rest of={links.length} />
    </section>
  );
}

function Rest({ of }: { readonly of: number }) {
  const { say } = useWords();
  return of > mostRows ? (
    <p className="quiet small">{say('network.brief.more', { count: of - mostRows })}</p>
  ) : null;
}
