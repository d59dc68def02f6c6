import { useState } from 'react';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';

/** How long owners take to answer. */
export function AnswerTimes() {
  const { say, number } = useWords();
  const [isOpen, setOpen] = useState(false);
  const times = useAsked('listAnswerTimes', {}, { when: isOpen });
  const hours = (value: number | null) =>
    value === null ? '–' : say('hits.times.hours', { hours: number(value, { maximumFractionDigits: 1 }) });
  return (
    <>
      <PressButton onPress={() => setOpen(true)}>{say('hits.times')}</PressButton>
      <Sheet title={say('hits.times')} isOpen={isOpen} onOpenChange={setOpen}>
        <Answered of={times}>
          {({ items }) => (
            <Table
              label={say('hits.times')}
              heads={[
                say('head.owners'),
                say('hits.times.requests'),
                say('hits.times.answered'),
                say('hits.times.median'),
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
                  <td className="figure">{number(each.open)}</td>
                  <td className="figure">{hours(each.oldestOpenHours)}</td>
                </tr>
              ))}
            </Table>
          )}
        </Answered>
      </Sheet>
    </>
  );
}
