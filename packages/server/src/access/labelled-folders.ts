import { join } from 'node:path';
import type { Lake } from '@clew/engine/lake/lake.ts';
import { type FolderLabels, folderLabels } from '@clew/engine/statements/scope.ts';
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

/** What stands of what is published, with each of its labels once. */
export interface Standing {
  readonly folders: readonly StandingFolder[];
  readonly ids: readonly bigint[];
  /** In the order of `ids`. */
  readonly labels: readonly Label[];
}

/** Which labels stand in which contribution folder. A folder never changes, so each is read once. */
export class LabelledFolders {
  readonly #hub: Hub;
  readonly #known = new Map<string, ReadonlyMap<bigint, Label>>();
  /** The hash of terms by contribution and version: neither ever changes. */
  readonly #terms = new Map<string, string>();
  /** As it is as long as what is published is the same, its ruling included. */
  readonly #standing = new WeakMap<Ruled, Standing>();

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /**
   * The published contributions whose terms are still those that they took part under: a restriction by the owner
   * binds at once (Regulation (EU) 2016/794, Article 19(2)), and what it touches stays out until the next run.
   */
  async standing(lake: Lake, published: Ruled): Promise<Standing> {
    const known = this.#standing.get(published);
    if (known !== undefined) return known;
    const folders = await this.#read(lake, published);
    const labels = new Map(folders.flatMap((folder) => [...folder.labels]));
    const standing = { folders, ids: [...labels.keys()], labels: [...labels.values()] };
    if (published.ruling !== undefined) this.#standing.set(published, standing);
    return standing;
  }

  async #read(lake: Lake, published: Ruled): Promise<readonly StandingFolder[]> {
    const versions = await termsVersions(this.#hub.ledger);
    const ruled: Omit<StandingFolder, 'labels'>[] = [];
    for (const { id, folder: name, terms } of published.parts.contributions) {
      const version = versions.get(id);
      if (version === undefined || (await this.#termsOf(id, version)) !== terms) continue;
      ruled.push({ id, name, folder: join(this.#hub.layout.contributions, name), terms });
    }
    await this.#learn(lake, ruled);
    return ruled.map((each) => ({ ...each, labels: this.#known.get(each.name) ?? new Map() }));
  }

  /** Reads the labels of folders that were not read yet, of all at one go. */
  async #learn(lake: Lake, all: readonly Pick<StandingFolder, 'name' | 'folder'>[]): Promise<void> {
    const unread = all.filter(({ name }) => !this.#known.has(name));
    const found = await folderLabels(
      lake,
      unread.map(({ folder }) => folder),
    );
    for (const [index, { name }] of unread.entries()) this.#known.set(name, labelsIn(found[index]));
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

function labelsIn(found: FolderLabels | undefined): ReadonlyMap<bigint, Label> {
  return new Map(
    (found?.labels ?? []).map(({ label, content }) => [label as bigint, labelFromText(content as string)]),
  );
}
