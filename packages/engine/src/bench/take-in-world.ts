import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Watch } from '@clew/model/progress.ts';
import type { Source } from '../contribution/reader.ts';
import { sampleFile } from '../contribution/sample.ts';
import type { Lake } from '../lake/lake.ts';
import { mountGiven, takeIn } from '../pipeline.ts';
import { termsFrom } from '../statements/mapping-file.ts';
import { proposeMapping } from '../statements/propose-mapping.ts';
import { worldPartners } from '../world/partners/partners.ts';
import type { WorldManifest } from '../world/write-world.ts';

/**
 * Takes in a world as partners hand it in: each file with the mapping that is proposed for it and under its own terms,
 * into a folder of its own under `folder`. With `only`, the files of one partner. What a run before took in there to the
 * end is used as it is. Afterwards stage 3 can run.
 */
export async function takeInWorld(
  lake: Lake,
  {
    world,
    folder,
    only,
  }: { readonly world: string; readonly folder: string; readonly only?: string | undefined },
  watch: Watch = {},
): Promise<void> {
  const manifest: WorldManifest = JSON.parse(await readFile(join(world, 'manifest.json'), 'utf8'));
  const partners = worldPartners.map(({ id, title, country }) => ({
    partner: id,
    title,
    country,
    contact: null,
  }));
  const files = manifest.files.filter(({ partner }) => only === undefined || partner === only);
  const contributions = files.map(({ path }, index) => ({ path, id: (index + 1).toString(16) }));
  const folderOf = (id: string) => join(folder, id);
  const kept = [];
  for (const [index, { partner, path, terms }] of files.entries()) {
    const contribution = contributions[index]?.id ?? '';
    const source = await sourceAt(join(world, path));
    const country = partners.find((one) => one.partner === partner)?.country;
    const { mapping } = proposeMapping(await sampleFile(source), { country });
    const agreed = termsFrom(await readFile(join(world, terms), 'utf8'));
    const given = {
      ...source,
      contribution,
      partner,
      mapping,
      terms: agreed,
      folder: folderOf(contribution),
    };
    const end = `${given.folder}.taken-in`;
    if (!existsSync(end)) {
      await takeIn(lake, given, watch);
      await writeFile(end, '');
    }
    const received_at = '1970-01-01T00:00:00.000Z';
    kept.push({
      contribution,
      partner,
      file_name: source.fileName,
      bytes: source.bytes,
      received_at,
      contact: null,
    });
  }
  await mountGiven(lake, {
    contributionFolders: contributions.map(({ id }) => folderOf(id)),
    kept: { partners, contributions: kept, judgements: [] },
  });
}

export async function sourceAt(path: string): Promise<Source> {
  const { size } = await stat(path);
  return { fileName: basename(path), bytes: size, open: () => createReadStream(path) };
}
