// In: an open hub. Out: its API on a socket until somebody stops it.
// Invariant: without TLS nobody beyond this machine is served, unless a proxy in front says that it does TLS.

import { readFile } from 'node:fs/promises';
import { clearRequests } from '@clew/ledger/answered-requests.ts';
import { addCheckpoint } from '@clew/ledger/audit/checkpoints.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Config } from '../config.ts';
import type { Hub } from '../hub/hub.ts';
import { Underway } from '../hub/underway.ts';
import { type DemoAccount, isDemonstration, openDemoAccounts } from '../sign-in/demonstration.ts';
import { ensureFirstAdministrator, type FirstAdministrator } from '../sign-in/first-administrator.ts';
import { OpenId } from '../sign-in/open-id.ts';
import { forgetEndedSessions } from '../sign-in/sessions.ts';
import { makeSignIn, type SignIn } from '../sign-in/sign-in.ts';
import { type AccessLine, createApp } from './app.ts';
import { findDesk } from './desk-files.ts';
import type { Limits } from './limits.ts';
import { listen } from './listen.ts';

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** What browsers call the hub when a proxy is in front, for example `https://hub.example`. */
  readonly origin?: string | undefined;
  readonly tlsCert?: string | undefined;
  readonly tlsKey?: string | undefined;
  readonly limits: Limits;
  readonly config: Pick<Config, 'openId'>;
  readonly log: (line: AccessLine) => void;
  readonly onBug: (error: unknown, request: string) => void;
}

export interface Serving {
  /** Where the hub is found. */
  readonly url: string;
  /** Made now; to be shown once. */
  readonly first: FirstAdministrator | undefined;
  /** People of a demonstration with their passwords; to be shown once. Empty for any other hub. */
  readonly demonstration: readonly DemoAccount[];
  /** Whether the desk was found, and is served at `/`. */
  readonly hasDesk: boolean;
  stop(): Promise<void>;
}

/** Serves an open hub. The caller closes the hub after `stop`. */
export async function serveHub(hub: Hub, options: ServeOptions): Promise<Serving> {
  const { host, limits, config } = options;
  const origin = originOf(options);
  const tls = await tlsOf(options);
  const isHere = ['127.0.0.1', '::1', 'localhost'].includes(host);
  if (!isHere && tls === undefined && !origin?.startsWith('https:')) {
    throw new Refusal(
      'usage',
      'Without TLS only this machine is served.',
      'Give --tls-cert and --tls-key; or --origin https://… when a proxy in front does TLS.',
    );
  }
  const demonstration = isDemonstration({ content: hub.content, isHere, origin })
    ? await openDemoAccounts(hub)
    : [];
  const signIn = makeSignIn({
    ledger: hub.ledger,
    seal: hub.seal,
    title: hub.content.title,
    byPasswordAlone: new Set(demonstration.map(({ person }) => person)),
  });
  const openId = config.openId === undefined ? undefined : new OpenId(config.openId);
  const stopping = new AbortController();
  const names = (port: number) => {
    const scheme = tls === undefined ? 'http' : 'https';
    const own = [...new Set([host, ...(isHere ? ['127.0.0.1', 'localhost'] : [])])];
    return [
      ...(origin === undefined ? [] : [origin]),
      ...own.map((name) => `${scheme}://${bracketed(name)}:${port}`),
    ];
  };
  const first = await ensureFirstAdministrator({ ledger: hub.ledger });
  const { log, onBug } = options;
  const desk = await findDesk();
  const behindProxy = origin !== undefined && tls === undefined;
  const app = (port: number) =>
    createApp({
      hub,
      signIn,
      openId,
      desk,
      limits,
      origins: names(port),
      behindProxy,
      log,
      onBug,
      stopping: stopping.signal,
    });
  const listening = await listen((port) => app(port).fetch, { host, port: options.port, tls, limits });
  const tidying = new Underway();
  const chores = setInterval(
    () => void tidying.begin(() => tidy(hub, signIn)).catch((error) => onBug(error, 'chores')),
    tidyEvery,
  );
  return {
    url: names(listening.port)[0] ?? '',
    first,
    demonstration,
    hasDesk: desk !== undefined,
    stop: async () => {
      clearInterval(chores);
      stopping.abort();
      await listening.stop();
      await tidying.settled();
      await signLog(hub);
    },
  };
}

const tidyEvery = 10 * 60_000;
const answersKept = 24 * 3_600_000;

/** What a process that runs for months owes: ended sessions, old answers, a signature under the audit log. */
async function tidy(hub: Hub, signIn: SignIn): Promise<void> {
  const now = Date.now();
  await forgetEndedSessions(signIn);
  const before = new Date(now - answersKept).toISOString();
  await hub.ledger.transaction((database) => clearRequests(database, before));
  await signLog(hub);
}

/** What was written since the last signature can be cut off unseen by whoever writes the database. */
async function signLog(hub: Hub): Promise<void> {
  const given = { key: hub.signing, at: new Date().toISOString() };
  await hub.ledger.transaction((database) => addCheckpoint(database, given));
}

function originOf({ origin }: ServeOptions): string | undefined {
  if (origin === undefined) return undefined;
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.origin === origin.replace(/\/$/, '').toLowerCase()
  ) {
    return url.origin;
  }
  throw new Refusal('usage', '--origin is not an address of a site.', 'For example https://hub.example');
}

async function tlsOf({ tlsCert, tlsKey }: ServeOptions): Promise<{ cert: Buffer; key: Buffer } | undefined> {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new Refusal('usage', 'A certificate goes with its key.', 'Give both --tls-cert and --tls-key.');
  }
  const [cert, key] = await Promise.all([tlsCert, tlsKey].map(readGiven));
  return { cert: cert as Buffer, key: key as Buffer };
}

async function readGiven(path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw new Refusal(
      'file-missing',
      'The certificate or its key cannot be read.',
      'Check path and permissions.',
    );
  });
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
