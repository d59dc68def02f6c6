// A scenario is a folder: what partners hand in, a story, and the golden text of what the whole line makes of it.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Terms, termsSchema } from '@clew/model/terms/terms.ts';
import { parse } from 'yaml';
import { sampleFile } from '../contribution/sample.ts';
import type { Lake } from '../lake/lake.ts';
import { computeSnapshot, type HandedIn, takeIn } from '../pipeline.ts';
import { proposeMapping } from '../statements/propose-mapping.ts';
import { tellScenario } from './tell-scenario.ts';

interface Scenario {
  readonly partners: readonly {
    readonly id: string;
    readonly title: string;
    readonly contact: string;
    /** File names and their terms. */
    readonly files: Readonly<Record<string, unknown>>;
  }[];
}

/** Runs the whole line over a scenario's folder and returns what a person would want to read of the outcome. */
export async function runScenario(lake: Lake, place: { source: string; work: string }): Promise<string> {
  const scenario: Scenario = parse(await readFile(join(place.source, 'scenario.yaml'), 'utf8'));
  const handedIn: HandedIn[] = [];
  for (const partner of scenario.partners) {
    for (const [file, terms] of Object.entries(partner.files)) {
      const given = await handIn(place, { partner: partner.id, file, terms: termsSchema.parse(terms) });
      await takeIn(lake, given);
      handedIn.push(given);
    }
  }
  await computeSnapshot(lake, {
    folder: join(place.work, 'snapshot'),
    contributionFolders: handedIn.map((given) => given.folder),
    kept: {
      partners: scenario.partners.map(({ id, title, contact }) => ({
        partner: id,
        title,
        contact,
        country: null,
      })),
      contributions: handedIn.map((given) => ({
        contribution: given.contribution,
        partner: given.partner,
        file_name: given.fileName,
        bytes: given.bytes,
        received_at: '2026-01-01T00:00:00Z',
        contact: given.terms.contact ?? null,
      })),
      judgements: [],
    },
  });
  return tellScenario(lake);
}

async function handIn(
  place: { source: string; work: string },
  part: { partner: string; file: string; terms: Terms },
): Promise<HandedIn> {
  const path = join(place.source, part.file);
  const open = () => createReadStream(path);
  const bytes = (await stat(path)).size;
  const { mapping } = proposeMapping(await sampleFile({ fileName: part.file, bytes, open }));
  return {
    contribution: part.file,
    partner: part.partner,
    fileName: part.file,
    bytes,
    open,
    mapping,
    terms: part.terms,
    folder: join(place.work, part.file),
  };
}
