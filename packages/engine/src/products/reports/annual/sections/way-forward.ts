import * as activities from '../../../indicators/activities.ts';
import * as smuggling from '../../../indicators/smuggling.ts';
import type { Figures } from '../figures.ts';
import type { Block, Inline, Section } from '../report-model.ts';

/** What the year's figures themselves ask for, and room for what people decide. */
export async function wayForwardSection(figures: Figures): Promise<Section> {
  const title = 'The way forward';
  figures.startSection(title);
  const problems = await figures.measure(activities.problems);
  const undated = await figures.measure(smuggling.undatedCases);
  const heldBack = await figures.measure(activities.heldBack);
  const findings = await figures.measure(activities.findings);
  const waiting = heldBack.cells.find((cell) => cell.dimension === 'H3')?.value ?? 0;
  const items: (readonly Inline[])[] = [
    [
      'Review the leads: ',
      findings.cited,
      ' wait for a person to decide. What came of a lead belongs in the next report.',
    ],
  ];
  if ((problems.total?.value ?? 0) > 0)
    items.push([
      'Return the problems to their owners: ',
      problems.cited,
      ' values did not fit as they came. The most frequent kinds are in the activities.',
    ]);
  if ((undated.cells[0]?.value ?? 0) > 0)
    items.push([
      'Ask for the dates of cases: ',
      undated.cited,
      ' cases bear none and drop out of every yearly figure.',
    ]);
  if (waiting > 0)
    items.push([
      'Read the restrictions in words: ',
      { number: String(waiting), note: heldBack.note },
      ' links wait for somebody to read an H3 restriction.',
    ]);
  items.push(['Write back what came of each hit. A hub that can’t show its results can’t improve them.']);
  const blocks: Block[] = [
    { kind: 'paragraph', text: ['The figures of this report ask for the following.'] },
    { kind: 'list', items },
    {
      kind: 'template',
      text: 'To be written: priorities agreed with partners for the coming year, each with who leads it, by when, and the indicator of this report that will show it.',
    },
  ];
  return { id: 'way-forward', title, blocks };
}
