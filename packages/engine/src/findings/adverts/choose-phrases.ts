import type { FormList } from './forms.ts';
import { NumberList } from './number-list.ts';
import { Shingles } from './shingles.ts';

export interface CountedForms {
  readonly forms: FormList;
  /** In how many forms each phrase is. */
  readonly counts: Uint8Array;
  /** The forms in the order in which they are compared. */
  readonly order: Int32Array;
}

/** A stretch of an order, the first and the one behind the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** For each form of a stretch the phrases by which it is looked up, as rows. They depend on no other form. */
export function choosePhrases({ forms, counts, order }: CountedForms, { from, to }: Stretch): Int32Array {
  const shingles = new Shingles(counts.length);
  const chosen = new NumberList();
  for (let at = from; at < to; at++) {
    shingles.take(forms.keys(order[at] as number));
    chosen.pushAll(shingles.bucket.subarray(0, shingles.choose(counts)));
  }
  return chosen.taken();
}
