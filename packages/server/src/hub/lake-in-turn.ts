import type { Lake } from '@clew/engine/lake/lake.ts';
import { Refusal } from '@clew/model/refusal.ts';

/** A lake that one user has at a time: its mounted tables and working tables are everybody's. */
export class LakeInTurn {
  readonly #open: () => Promise<Lake>;
  #lake: Promise<Lake> | undefined;
  #busy: Promise<unknown> = Promise.resolve();
  #closed = false;

  /** The lake is opened when it is first used. */
  constructor(open: () => Promise<Lake>) {
    this.#open = open;
  }

  /** Waits for all who came before, then has the lake alone. Refuses ('not-ready') when it is closed. */
  async use<T>(work: (lake: Lake) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Refusal('not-ready', 'What is asked for was put away.', 'Ask again.');
    const done = this.#busy.then(async () => {
      this.#lake ??= this.#open();
      return work(await this.#lake);
    });
    this.#busy = done.catch(() => undefined);
    return done;
  }

  /** Waits for the last user, and ends what goes on beside. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#busy;
    const lake = await this.#lake?.catch(() => undefined);
    await lake?.endBeside();
    lake?.close();
  }
}
