import { Covered } from '../../../ui/covered.tsx';
import { Table } from '../../../ui/table.tsx';
import { useWords } from '../../../words/words.tsx';
import { type PictureProps, pictureOf } from './picture.ts';

/** What one account asked of many, one line for each of them, without a name; by which wording, once somebody asks. */
export function ContactStages({ finding }: PictureProps) {
  const { say, name, date } = useWords();
  const picture = pictureOf(finding, 'contacts');
  if (picture === undefined) return null;
  const rows = picture.conversations.map((conversation, index) => ({ ...conversation, number: index + 1 }));
  const { stages } = picture;
  const dayOf = (day: string | null, first: string | null) =>
    day === null || first === null ? '✓' : say('contacts.day', { day: daysFrom(first, day) + 1 });
  return (
    <div className="stack tight">
      <p className="quiet small">{say('contacts.days')}</p>
      <Table
        label={say('findings.picture')}
        heads={[
          say('contacts.account'),
          say('contacts.when'),
          ...stages.map((stage) => name('stage', stage)),
        ]}
      >
        {rows.map(({ number, first, asked }) => (
          <tr key={number}>
            <td className="unbroken">{say('contacts.child', { number })}</td>
            <td className="unbroken">{date(first)}</td>
            {stages.map((stage) => {
              const found = asked.find((each) => each.stage === stage);
              return (
                <td key={stage} className={found === undefined ? 'stage-cell quiet' : 'stage-cell asked'}>
                  {found === undefined ? '–' : dayOf(found.day, first)}
                </td>
              );
            })}
          </tr>
        ))}
      </Table>
      {picture.more > 0 && <p className="quiet small">{say('picture.more', { count: picture.more })}</p>}
      <p className="quiet small">{say('contacts.wordings')}</p>
      <Covered>
        <ul className="plain-list small">
          {rows.map(({ number, asked }) => (
            <li key={number}>
              {say('contacts.child', { number })}:{' '}
              {asked
                .map(({ stage, wording }) => `${name('stage', stage)} (${wording ?? say('contacts.moved')})`)
                .join(', ')}
            </li>
          ))}
        </ul>
      </Covered>
    </div>
  );
}

const dayLength = 86_400_000;

function daysFrom(first: string, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(first)) / dayLength);
}
