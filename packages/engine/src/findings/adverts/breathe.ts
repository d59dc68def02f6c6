import { setImmediate } from 'node:timers/promises';
import type { Progress, Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';

/** Lets the process hear a request to stop, and tells how far a long computation over texts is. */
export async function breathe(
  { onProgress, signal }: Watch,
  progress: Omit<Progress, 'unit'>,
): Promise<void> {
  onProgress?.({ ...progress, unit: 'texts' });
  await setImmediate();
  if (signal?.aborted) throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.');
}
