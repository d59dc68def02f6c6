import { randomBytes } from 'node:crypto';
import type { Partner } from '@clew/model/contribution.ts';
import type { Mapping } from '@clew/model/mapping.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import type { Limits } from './limits.ts';
import type { Clock } from './token-buckets.ts';

/** A file that was announced and whose bytes follow. */
export interface Announced {
  readonly person: string;
  readonly partner: Partner;
  readonly fileName: string;
  readonly terms: Terms;
  readonly mapping: Mapping | undefined;
}

interface Upload {
  readonly announced: Announced;
  readonly until: number;
  state: 'waiting' | 'receiving' | 'kept';
  contribution: string | null;
}

/**
 * Announced uploads. They live in memory only: what came of them is in the ledger, and what did not come leaves no
 * trace. Another person's upload is as unknown as one that never was.
 */
export class Uploads {
  readonly #limits: Pick<Limits, 'uploadWaitSeconds' | 'uploadsWaiting'>;
  readonly #clock: Clock;
  readonly #uploads = new Map<string, Upload>();

  constructor(limits: Pick<Limits, 'uploadWaitSeconds' | 'uploadsWaiting'>, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  announce(announced: Announced): string {
    this.#forget();
    const own = [...this.#uploads.values()].filter(
      (upload) => upload.announced.person === announced.person && upload.state !== 'kept',
    );
    if (own.length >= this.#limits.uploadsWaiting) {
      throw new Refusal(
        'too-many-requests',
        'Too many announced files wait for their bytes.',
        'Send those first; announcements are forgotten after a while.',
      );
    }
    const id = randomBytes(8).toString('hex');
    const until = this.#clock() + this.#limits.uploadWaitSeconds * 1000;
    this.#uploads.set(id, { announced, until, state: 'waiting', contribution: null });
    return id;
  }

  find(person: string, id: string): Readonly<Upload> {
    this.#forget();
    const upload = this.#uploads.get(id);
    if (upload === undefined || upload.announced.person !== person) {
      throw new Refusal('not-found', 'There is no such upload.', 'Announce the file first: POST /uploads.');
    }
    return upload;
  }

  /** Receives the bytes of one upload at a time. When that fails, it may be sent again. */
  async receive<T extends { readonly contribution: string }>(
    person: string,
    id: string,
    take: (announced: Announced) => Promise<T>,
  ): Promise<T> {
    const upload = this.find(person, id) as Upload;
    if (upload.state === 'kept') {
      throw new Refusal(
        'already-done',
        'The bytes of this upload are kept.',
        'GET /uploads/{upload} says where.',
      );
    }
    if (upload.state === 'receiving') {
      throw new Refusal(
        'in-progress',
        'The bytes of this upload are being received.',
        'Ask again in a moment.',
      );
    }
    upload.state = 'receiving';
    try {
      const taken = await take(upload.announced);
      upload.contribution = taken.contribution;
      upload.state = 'kept';
      return taken;
    } catch (error) {
      upload.state = 'waiting';
      throw error;
    }
  }

  #forget(): void {
    const now = this.#clock();
    for (const [id, upload] of this.#uploads) {
      if (upload.until < now && upload.state !== 'receiving') this.#uploads.delete(id);
    }
  }
}
