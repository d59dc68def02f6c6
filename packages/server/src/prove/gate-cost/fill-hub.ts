import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { worldPartners } from '@clew/engine/world/partners/partners.ts';
import { writeWorld } from '@clew/engine/world/write-world.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { parse } from 'yaml';
import type { Caller } from '../../access/caller.ts';
import { contributeFile } from '../../hub/contributions/contribute-file.ts';
import { openFile, readableFile } from '../../hub/contributions/open-file.ts';
import type { Hub } from '../../hub/hub.ts';
import { runHub } from '../../hub/run-hub.ts';

/** Writes a synthetic world, hands its files in and publishes a snapshot of it. */
export async function fillHub(
  hub: Hub,
  caller: Caller,
  given: { readonly world: string; readonly people: number; readonly tell: (line: string) => void },
): Promise<void> {
  const { world, people, tell } = given;
  const manifest = await writeWorld({ seed: 1, people, folder: world });
  tell(`${manifest.rows} rows written`);
  for (const { partner, path, terms } of manifest.files) {
    const owner = worldPartners.find(({ id }) => id === partner);
    if (owner === undefined) throw new Error('The world has a file of nobody');
    const { id, title: name, country, contact } = owner;
    const file = join(world, path);
    await contributeFile(hub, caller, {
      fileName: path.split('/').at(-1) ?? path,
      content: openFile(file),
      size: (await readableFile(file)).bytes,
      partner: { id, title: name, country, contact },
      terms: termsSchema.parse(parse(await readFile(join(world, terms), 'utf8'))),
      watch: {},
    });
  }
  tell('handed in');
  await runHub(hub, caller);
  tell('published');
}
