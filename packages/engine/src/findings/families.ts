import type { Lake } from '../lake/lake.ts';
import type { TestedAlike } from './chance.ts';
import type { Detected, Detector, Proposed } from './detector.ts';
import { type Kept, keepUnlikely, keepUnlikelyCounts } from './keep-unlikely.ts';

/** What came of looking: how many were tested, and those that may be leads. */
interface Looked {
  readonly tested: number;
  readonly candidates: readonly { readonly chance: number }[];
  /** Which chances those tested can come to, where that is known. */
  readonly alike?: readonly TestedAlike[];
}

/** Tests of one kind, corrected together for all of them; what stays unlikely is told. */
export function family<Of extends Looked>(given: {
  look(lake: Lake): Promise<Of>;
  /** Gets one at least. */
  tell(
    lake: Lake,
    found: readonly Kept<Of['candidates'][number]>[],
    looked: Of,
  ): Promise<readonly Proposed[]>;
}): (lake: Lake) => Promise<Detected> {
  return async (lake) => {
    const looked = await given.look(lake);
    const { tested, candidates, alike } = looked;
    const found =
      alike === undefined ? keepUnlikely(candidates, tested) : keepUnlikelyCounts(candidates, alike);
    return { tested, findings: found.length === 0 ? [] : await given.tell(lake, found, looked) };
  };
}

/** A detector's families one after the other; `step` is what is shown meanwhile. */
export function inTurn(step: string, families: readonly ReturnType<typeof family>[]): Detector['detect'] {
  return async (lake, watch) => {
    const total = families.length;
    const findings: Proposed[] = [];
    let tested = 0;
    for (const [done, detect] of families.entries()) {
      watch.onProgress?.({ step, done, total, unit: 'families of tests' });
      const detected = await detect(lake);
      tested += detected.tested;
      findings.push(...detected.findings);
    }
    watch.onProgress?.({ step, done: total, total, unit: 'families of tests' });
    return { tested, findings };
  };
}
