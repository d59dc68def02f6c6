import type { Detector } from '../../../../findings/detector.ts';
import { detectors } from '../../../../findings/detectors.ts';
import { leadsOf } from '../../../indicators/leads.ts';
import { asGiven, figureTable, nothing, paragraph } from '../blocks.ts';
import type { Figures } from '../figures.ts';
import type { Block, Section } from '../report-model.ts';

const standings = {
  validated: 'Research found the indicator to hold.',
  untested: 'No research has tested the indicator yet.',
  contradicted: 'Research speaks against the indicator.',
} as const;

/** One box for each detector that has found something. Shared facilitators have theirs among the links. */
export async function leadsSection(figures: Figures): Promise<Section> {
  const title = 'Leads by detector';
  figures.startSection(title);
  const found: Block[] = [];
  const without: string[] = [];
  for (const detector of detectors) {
    if (detector.id === 'shared-facilitators') continue;
    const box = await boxOf(detector, figures);
    if (box === undefined) without.push(detector.title);
    else found.push(...box);
  }
  const silent =
    without.length === 0
      ? []
      : [paragraph(`Looked for, without a lead that stands out from chance: ${without.join('; ')}.`)];
  return {
    id: 'leads',
    title,
    blocks: [
      paragraph(
        'A lead is something in the records that chance does not explain. It is for a person to review, and says of nobody what they are.',
      ),
      ...(found.length === 0 ? [nothing('lead of these detectors')] : found),
      ...silent,
    ],
  };
}

/** Where the rules that found something were published. */
function publishedIn({ rules = [] }: Detector, found: ReadonlySet<string | null>): readonly Block[] {
  const items = rules
    .filter(({ id }) => found.has(id))
    .map(({ title, source, section }) => [`${title}: ${source}, ${section}.`]);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Undefined where the detector found nothing. */
async function boxOf(detector: Detector, figures: Figures): Promise<readonly Block[] | undefined> {
  const leads = await figures.measure(leadsOf(detector));
  if (leads.cells.length === 0) return undefined;
  return [
    { kind: 'heading', text: detector.title },
    paragraph('Proposed for review: ', leads.cited, `. ${detector.explain} ${standings[detector.standing]}`),
    figureTable(leads, { name: (kind) => detector.kinds[kind ?? ''] ?? asGiven(kind) }),
    ...publishedIn(detector, new Set(leads.cells.map(({ dimension }) => dimension))),
    paragraph({ strong: 'What else could explain them' }),
    { kind: 'list', items: detector.otherwise.map((other) => [other]) },
    ...cautionBlocks(detector),
  ];
}

/** What a detector asks to mind before anything is done about what it finds. */
export function cautionBlocks({ cautions = [] }: Detector): readonly Block[] {
  if (cautions.length === 0) return [];
  return [
    paragraph({ strong: 'Before anything is done' }),
    { kind: 'list', items: cautions.map((caution) => [caution]) },
  ];
}
