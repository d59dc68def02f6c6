import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { defaultLimits } from './limits.ts';
import { type Listening, listen } from './listen.ts';

const anHour = 3600;

interface Held {
  readonly listening: Listening;
  /** Lets all answers go. */
  readonly answer: () => void;
  /** Resolves when a request is at work. */
  readonly asked: Promise<void>;
}

/** A server whose answers wait. */
async function holding(dropSeconds: number): Promise<Held> {
  let [answer, begun] = [() => {}, () => {}];
  const answered = new Promise<void>((done) => {
    answer = done;
  });
  const asked = new Promise<void>((done) => {
    begun = done;
  });
  const work = async () => {
    begun();
    await answered;
    return new Response('told');
  };
  const limits = { ...defaultLimits, dropSeconds };
  const listening = await listen(() => work, { host: '127.0.0.1', port: 0, limits });
  return { listening, answer, asked };
}

async function connected({ port }: Listening): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

function ask(socket: Socket): void {
  socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n');
}

async function ended(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes;
  });
  await once(socket, 'close');
  return text;
}

test('stopping waits for no connection that is kept, or on which nothing was asked yet', async () => {
  const { listening, answer } = await holding(anHour);
  answer();
  const [kept, silent] = [await connected(listening), await connected(listening)];
  ask(kept);
  await once(kept, 'data');
  const closed = [ended(kept), ended(silent)];
  await listening.stop();
  expect(await Promise.all(closed)).toEqual(['', '']);
});

test('what is under way is answered, and its connection ends with that though the other side keeps it', async () => {
  const { listening, answer, asked } = await holding(anHour);
  const socket = await connected(listening);
  const text = ended(socket);
  ask(socket);
  await asked;
  const stopped = listening.stop();
  answer();
  // Far sooner than a connection is kept for.
  await stopped;
  expect(await text).toMatch(/^HTTP\/1\.1 200 [\s\S]*told/);
}, 4000);

test('what takes too long is dropped, and stopping waits until it is no longer at work', async () => {
  const { listening, answer, asked } = await holding(0.02);
  const socket = await connected(listening);
  const text = ended(socket);
  ask(socket);
  await asked;
  let isStopped = false;
  const stopped = listening.stop().then(() => {
    isStopped = true;
  });
  expect(await text).toBe('');
  expect(isStopped).toBe(false);
  answer();
  await stopped;
});
