import { Refusal } from '@clew/model/refusal.ts';
import type { Limits } from './limits.ts';

type StreamLimits = Pick<Limits, 'uploadBytes' | 'uploadStallSeconds'>;

/** The bytes of a request as they arrive, piece by piece. Throws when they are too many, stand still or are cut off. */
export async function* streamedBody(request: Request, limits: StreamLimits): AsyncGenerator<Uint8Array> {
  const tooLarge = () =>
    new Refusal(
      'upload-too-large',
      `The upload is larger than ${limits.uploadBytes} bytes.`,
      'Nothing was kept. Split the file.',
    );
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limits.uploadBytes) throw tooLarge();
  if (request.body === null) return;
  const reader = request.body.getReader();
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await inTime(reader, limits.uploadStallSeconds);
      if (done) return;
      total += value.length;
      if (total > limits.uploadBytes) throw tooLarge();
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function inTime(reader: Reader, seconds: number): ReturnType<Reader['read']> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_resolve, reject) => {
    const late = () => reject(cutOff('The upload stood still for too long.'));
    timer = setTimeout(late, seconds * 1000);
  });
  const read = reader.read().catch(() => {
    throw cutOff('The upload was cut off.');
  });
  try {
    return await Promise.race([read, stalled]);
  } finally {
    clearTimeout(timer);
  }
}

function cutOff(message: string): Refusal {
  return new Refusal('cancelled', message, 'Nothing was kept. Send it again.');
}
