import { join } from 'node:path';
import type { Lake } from '@clew/engine/lake/lake.ts';
import { folderLabels } from '@clew/engine/statements/scope.ts';
import { findContribution, termsVersions } from '@clew/ledger/contributions.ts';
import { type Label, labelFromText } from '@clew/model/terms/label.ts';
import { termsHash } from '../hub/contributions/contribution-folder.ts';
import type { Hub } from '../hub/hub.ts';
import type { Ruled } from './view-shelf.ts';

/** A contribution of the published snapshot as it may still be read. */
export interface StandingFolder {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly terms: string;
  readonly labels: ReadonlyMap<bigint, Label>;
}

/** Which labels stand in which contribution folder. A folder never changes, so each is read once. */
export class LabelledFolders {
  readonly #hub: Hub;
  readonly #known = new Map<string, ReadonlyMap<bigint, Label>>();
  /** The hash of terms by contribution and version: neither ever changes. */
  readonly #terms = new Map<string, string>();

  #ruled: { readonly ruling: string; readonly versions: ReadonlyMap<string, number> } | undefined;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /**
   * The published contributions whose terms are still those that they took part under: a restriction by the owner
   * binds at once (Regulation (EU) 2016/794, Article 19(2)), and what it touches stays out until the next run.
   */
  async standing(lake: Lake, published: Ruled): Promise<StandingFolder[]> {
    const versions = await this.#versions(published.ruling);
    const standing: StandingFolder[] = [];
    for (const { id, folder: name, terms } of published.parts.contributions) {
      const version = versions.get(id);
      if (version === undefined || (await this.#termsOf(id, version)) !== terms) continue;
      const folder = join(this.#hub.layout.contributions, name);
      const labels = this.#known.get(name) ?? (await readLabels(lake, folder));
      this.#known.set(name, labels);
      standing.push({ id, name, folder, terms, labels });
    }
    return standing;
  }

  /** The versions of the terms that stand. They are as they were as long as the ruling is. */
  async #versions(ruling: string | undefined): Promise<ReadonlyMap<string, number>> {
    if (ruling !== undefined && this.#ruled?.ruling === ruling) return this.#ruled.versions;
    const versions = await termsVersions(this.#hub.ledger);
    this.#ruled = ruling === undefined ? undefined : { ruling, versions };
    return versions;
  }

  async #termsOf(id: string, version: number): Promise<string | undefined> {
    const place = `${id} ${version}`;
    const known = this.#terms.get(place);
    if (known !== undefined) return known;
    const kept = await findContribution(this.#hub.ledger, id);
    if (kept === undefined || kept.termsVersion !== version) return undefined;
    const hash = termsHash(kept.terms);
    this.#terms.set(place, hash);
    return hash;
  }
}

async function readLabels(lake: Lake, folder: string): Promise<ReadonlyMap<bigint, Label>> {
  const [found] = await folderLabels(lake, [folder]);
  return new Map(
    (found?.labels ?? []).map(({ label, content }) => [label as bigint, labelFromText(content as string)]),
  );
}
