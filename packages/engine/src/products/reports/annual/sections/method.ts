import { smallestShown } from '../../../indicators/suppress.ts';
import { hubHolders } from '../../../notifications/notify.ts';
import type { Section } from '../report-model.ts';

/** How to read the numbers. The endnotes' queries follow it. */
export function methodSection(year: number): Section {
  return {
    id: 'endnotes',
    title: 'Endnotes',
    blocks: [
      {
        kind: 'list',
        items: [
          [
            { strong: 'Every number can be asked for again. ' },
            'The mark beside it leads to the query that gave it. Run over the snapshot named on the cover, the query gives the same number. Names such as strategic or case_file stand for the queries at the end; put before a query with the word with, they make it whole.',
          ],
          [
            { strong: `What belongs to ${year}. ` },
            'A contribution by the day it was received; a case by the day it was opened or, where no such date is given, by the first day that its records bear; anything else when the time in which its statements were true, as far as the records say, touches the year. What bears no date is in no year and is counted apart.',
          ],
          [
            { strong: 'What the figures are of. ' },
            'What partners reported to the hub, and of cases, people and documents only what they gave for strategic analysis. They are not a measure of crime: they move with reporting, recording and attention.',
          ],
          [
            { strong: 'Missing is not no. ' },
            'Shares are of those that state any value. Where one thing can have several values, shares add up to more than 100 %.',
          ],
          [
            { strong: 'Small counts. ' },
            `Counts of people and of trafficking cases under ${smallestShown} are not shown, nor what would let them be computed: the threshold rule and secondary suppression of official statistics (Glossary of Statistical Disclosure Control, UNECE and Eurostat, 2005; Handbook on Statistical Disclosure Control, ESSnet, 2010). Several editions of this report, or a report and a query, may together tell more than one: compare before publishing.`,
          ],
          [
            { strong: 'Hits. ' },
            `Made of what may be cross-checked, on a ground that both owners gave. Identifiers that more than ${hubHolders} people and organisations use make none.`,
          ],
          [
            { strong: 'Map. ' },
            'Borders are those of Natural Earth (public domain) and take no side in a dispute.',
          ],
        ],
      },
    ],
  };
}
