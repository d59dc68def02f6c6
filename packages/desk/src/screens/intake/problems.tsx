import { usePages } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { More } from '../../ui/more.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemAdvice, ProblemTitle } from '../../ui/problem-words.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';

/** What is wrong, at the cell, and what to do about it. */
export function Problems({ contribution }: { readonly contribution: string }) {
  const { say, number } = useWords();
  const { items, answer } = usePages('readProblems', { parameters: { contribution }, query: { limit: 50 } });
  return (
    <Panel title={say('intake.problemsTitle')}>
      <Answered of={answer}>
        {() => (
          <Table
            label={say('intake.problemsTitle')}
            heads={[say('head.row'), say('head.column'), say('head.value'), say('intake.wrong')]}
          >
            {items.map((problem) => (
              <tr key={`${problem.row} ${problem.field} ${problem.code} ${problem.value}`}>
                <td className="figure">{number(problem.row)}</td>
                <td>{problem.field === null ? say('intake.wholeRow') : <Name>{problem.field}</Name>}</td>
                <td>
                  {problem.value !== null && (
                    <mark>
                      <Name>{problem.value}</Name>
                    </mark>
                  )}
                </td>
                <td>
                  <ProblemTitle code={problem.code} />
                  {problem.refused && (
                    <>
                      {' '}
                      <Chip tone="bad">{say('intake.rowRefused')}</Chip>
                    </>
                  )}
                  <span className="quiet small block">
                    <ProblemAdvice code={problem.code} />
                  </span>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Answered>
      <More of={answer} />
    </Panel>
  );
}
