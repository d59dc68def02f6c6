import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';

/** How long owners take to answer. */
export function AnswerTimes() {
  const { say } = useWords();
  return <SheetButton title={say('hits.times')}>{() => <Times />}</SheetButton>;
}

function Times() {
  const { say, number } = useWords();
  const times = useAsked('listAnswerTimes', {});
  const hours = (value: number | null) =>
    value === null ? '–' : say('hits.times.hours', { hours: number(value, { maximumFractionDigits: 1 }) });
  return (
    <Answered of={times}>
      {({ items }) => (
        <Table
          label={say('hits.times')}
          heads={[
            say('head.owners'),
            say('hits.times.requests'),
            say('hits.times.answered'),
            say('hits.times.median'),
            say('hits.times.ninetieth'),
            say('hits.times.fromTold'),
            say('hits.times.open'),
            say('hits.times.oldest'),
          ]}
        >
          {items.map((each) => (
            <tr key={each.owner}>
              <td>{each.owner}</td>
              <td className="figure">{number(each.requests)}</td>
              <td className="figure">{number(each.answered)}</td>
              <td className="figure">{hours(each.medianHours)}</td>
              <td className="figure">{hours(each.ninetiethHours)}</td>
              <td className="figure">{hours(each.medianHoursFromTold)}</td>
              <td className="figure">{number(each.open)}</td>
              <td className="figure">{hours(each.oldestOpenHours)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Answered>
  );
}
