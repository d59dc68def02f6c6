import { Refusal } from '@clew/model/refusal.ts';
import type { Limits } from './limits.ts';

type BodyLimits = Pick<Limits, 'bodyBytes' | 'bodyDepth' | 'bodySeconds'>;

/** The JSON of a request: of the right type, within the limits of size, depth and time, UTF-8 throughout. */
export async function readJson(request: Request, limits: BodyLimits): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Refusal('content-type', 'The body must be JSON.', 'Send it as application/json.');
  }
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') {
    throw new Refusal('content-type', 'The body must not be compressed.', 'Send it as it is.');
  }
  const bytes = await readBytes(request, limits);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('usage', 'The body is not JSON.', 'Check it with a JSON tool.');
  }
  checkDepth(value, limits.bodyDepth);
  return value;
}

async function readBytes(request: Request, { bodyBytes, bodySeconds }: BodyLimits): Promise<Buffer> {
  const tooLarge = () =>
    new Refusal('upload-too-large', `The body is larger than ${bodyBytes} bytes.`, 'Send less at once.');
  if (Number(request.headers.get('content-length') ?? 0) > bodyBytes) throw tooLarge();
  if (request.body === null) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let total = 0;
  const slow = new Refusal('usage', 'The body did not arrive in time.', 'Try again.');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(slow), bodySeconds * 1000);
    timer.unref();
  });
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return Buffer.concat(parts);
      total += value.length;
      if (total > bodyBytes) throw tooLarge();
      parts.push(value);
    }
  } finally {
    clearTimeout(timer);
    await reader.cancel().catch(() => {});
  }
}

/** Refuses JSON that is nested too deep, and keys that mean something to the language. */
function checkDepth(value: unknown, left: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (left === 0) throw new Refusal('usage', 'The body is nested too deep.', 'Send it flatter.');
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') throw new Refusal('usage', 'The body has a key that is not taken.');
    checkDepth(inner, left - 1);
  }
}
