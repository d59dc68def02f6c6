// In: files that somebody chose. Out: each looked at, then sent under the same terms, one after the other, a receipt each.
// Invariant: what is cancelled before all of it has arrived leaves nothing at the hub; leaving the desk cancels.

import type { Mapping } from '@clew/model/mapping.ts';
import { call, lookAtFile, Refused, sendFile } from '../../api/call.ts';
import type { AnswerOf, AskedOf } from '../../api/contract.ts';

export type Looked = AnswerOf<'proposeMapping'>;
export type Kept = AnswerOf<'sendUpload'>;

/** How far a file is. `unseen`: it could not be looked at beforehand, but may be sent; `unreadable`: the hub would refuse it. */
export type Stage =
  | 'looking'
  | 'ready'
  | 'unseen'
  | 'unreadable'
  | 'waiting'
  | 'sending'
  | 'reading'
  | 'kept'
  | 'failed'
  | 'cancelled';

export interface QueuedFile {
  readonly id: number;
  readonly file: File;
  readonly stage: Stage;
  readonly looked: Looked | null;
  /** As proposed, or as corrected; null while it was not looked at. */
  readonly mapping: Mapping | null;
  /** How much has been sent, 0 to 1. */
  readonly share: number;
  readonly error: Error | null;
  readonly kept: Kept | null;
}

export interface SendingTerms {
  readonly partner: string;
  readonly terms: AskedOf<'announceUpload'>['body']['terms'];
  /** Called after each file that the hub has kept. */
  readonly onKept: () => void;
}

export const mayBeSent: ReadonlySet<Stage> = new Set(['ready', 'unseen', 'failed', 'cancelled']);
const isUnderWay: ReadonlySet<Stage> = new Set(['waiting', 'sending', 'reading']);

export class SendingQueue {
  #files: readonly QueuedFile[] = [];
  #next = 1;
  /** Files are looked at one after the other: many at once are no reason to keep the hub from others. */
  #lookedUpTo: Promise<void> = Promise.resolve();
  readonly #stops = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly files = (): readonly QueuedFile[] => this.#files;

  get isSending(): boolean {
    return this.#files.some(({ stage }) => isUnderWay.has(stage));
  }

  /** Takes files in and looks at the beginning of each. */
  add(files: readonly File[], partner: string): void {
    for (const file of files) {
      const id = this.#next++;
      const fresh = { id, file, looked: null, mapping: null, share: 0, error: null, kept: null };
      this.#files = [...this.#files, { ...fresh, stage: 'looking' }];
      this.#lookedUpTo = this.#lookedUpTo.then(() => this.#look(id, partner));
    }
    this.#tell();
  }

  correct(id: number, mapping: Mapping): void {
    this.#change(id, { mapping });
  }

  /** Takes a file out, or stops it where it is on its way. */
  cancel(id: number): void {
    const found = this.#find(id);
    this.#stops.get(id)?.abort();
    if (found?.stage === 'waiting') this.#change(id, { stage: 'cancelled' });
    if (found === undefined || isUnderWay.has(found.stage)) return;
    this.#files = this.#files.filter((each) => each.id !== id);
    this.#tell();
  }

  /** Takes out what is through. */
  clearKept(): void {
    this.#files = this.#files.filter(({ stage }) => stage !== 'kept');
    this.#tell();
  }

  stop(): void {
    for (const { id, stage } of this.#files) if (isUnderWay.has(stage)) this.cancel(id);
    for (const each of this.#stops.values()) each.abort();
    window.removeEventListener('beforeunload', warn);
  }

  /** Sends all that may be sent, one after the other. A file that fails does not hold up the next. */
  async send(given: SendingTerms): Promise<void> {
    const ids = this.#files.filter(({ stage }) => mayBeSent.has(stage)).map(({ id }) => id);
    for (const id of ids) this.#change(id, { stage: 'waiting', error: null, share: 0 });
    window.addEventListener('beforeunload', warn);
    for (const id of ids) {
      if (this.#find(id)?.stage === 'waiting') await this.#send(id, given);
    }
    window.removeEventListener('beforeunload', warn);
  }

  async #look(id: number, partner: string): Promise<void> {
    const file = this.#find(id)?.file;
    if (file === undefined) return;
    try {
      const looked = await lookAtFile({ partner, file, signal: this.#stopOf(id) });
      if (looked === null) this.#change(id, { stage: 'unseen' });
      else this.#change(id, { stage: 'ready', looked, mapping: looked.mapping as unknown as Mapping });
    } catch (error) {
      const isUnreadable = error instanceof Refused && error.code.startsWith('file-');
      this.#change(id, { stage: isUnreadable ? 'unreadable' : 'unseen', error: error as Error });
    }
  }

  async #send(id: number, { partner, terms, onKept }: SendingTerms): Promise<void> {
    const { file, mapping } = this.#find(id) as QueuedFile;
    const signal = this.#stopOf(id);
    this.#change(id, { stage: 'sending' });
    try {
      const body = { partner, fileName: file.name, terms, ...(mapping === null ? {} : { mapping }) };
      const { id: upload } = await call('announceUpload', { body } as never, signal);
      const onProgress = (share: number) =>
        this.#change(id, { share, stage: share >= 1 ? 'reading' : 'sending' });
      const kept = await sendFile({ upload, file, signal, onProgress });
      this.#change(id, { stage: 'kept', kept });
      onKept();
    } catch (error) {
      const isCancelled = (error as Error).name === 'AbortError';
      this.#change(id, isCancelled ? { stage: 'cancelled' } : { stage: 'failed', error: error as Error });
    }
  }

  #stopOf(id: number): AbortSignal {
    const stop = new AbortController();
    this.#stops.set(id, stop);
    return stop.signal;
  }

  #find(id: number): QueuedFile | undefined {
    return this.#files.find((each) => each.id === id);
  }

  #change(id: number, change: Partial<QueuedFile>): void {
    this.#files = this.#files.map((each) => (each.id === id ? { ...each, ...change } : each));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The browser asks before it closes the page while files are on their way. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
