import type { AnswerOf } from '../../api/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';

/** How many things of each type have each property: as a figure, and as a bar beside it. */
export function Completeness({ filled }: { readonly filled: AnswerOf<'readReturn'>['completeness'] }) {
  const { say, name, number } = useWords();
  const types = [...new Set(filled.map(({ type }) => type))];
  return (
    <Panel title={say('return.completeness')}>
      <p className="quiet small">{say('return.completeness.words')}</p>
      {types.map((type) => {
        const own = filled.filter((each) => each.type === type);
        const title = `${name('type', type)} · ${number(own[0]?.subjects ?? 0)}`;
        return (
          <div key={type} className="stack tight completeness">
            <h3>{title}</h3>
            <Table label={title} heads={[say('head.property'), say('return.have'), say('return.share')]}>
              {own.map(({ property, subjects, given }) => (
                <tr key={property}>
                  <td>{name('property', property)}</td>
                  <td className="figure">{number(given)}</td>
                  <td className="share">
                    <span className="figure">
                      {number(wholePercent(given, subjects), { style: 'percent' })}
                    </span>
                    <progress max={subjects} value={given} aria-hidden="true" />
                  </td>
                </tr>
              ))}
            </Table>
          </div>
        );
      })}
    </Panel>
  );
}

/** Rounded down: what lacks somewhere is not all of it. */
function wholePercent(given: number, subjects: number): number {
  return Math.floor((100 * given) / subjects) / 100;
}
