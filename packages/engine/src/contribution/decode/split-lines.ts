import { rowLimit } from '../reader.ts';

/** A line without its end, or null where it is longer than the limit and was skipped. */
export type Line = string | null;

/** The lines of a text in batches, blank ones left out. A line that is too long is never held in memory. */
export async function* splitLines(
  pieces: AsyncIterable<string>,
  limit: number = rowLimit,
): AsyncGenerator<readonly Line[]> {
  let pending: string[] = [];
  let length = 0;
  let isSkipping = false;
  for await (const piece of pieces) {
    const end = piece.lastIndexOf('\n');
    if (end < 0) {
      if (!isSkipping) {
        pending.push(piece);
        length += piece.length;
      }
      if (length > limit) {
        isSkipping = true;
        pending = [];
        length = 0;
      }
      continue;
    }
    pending.push(piece.slice(0, end));
    const lines: Line[] = pending.join('').split('\n');
    if (isSkipping) lines[0] = null;
    isSkipping = false;
    pending = [piece.slice(end + 1)];
    length = piece.length - end - 1;
    yield tidy(lines, limit);
  }
  const last: Line = isSkipping ? null : pending.join('');
  yield tidy([last], limit);
}

function tidy(lines: readonly Line[], limit: number): Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    if (line === null || line.length > limit) kept.push(null);
    else if (line.trim() !== '') kept.push(line);
  }
  return kept;
}
