// Serving a hub until somebody asks to stop, and what is said of it at the terminal.

import { Refusal } from '@clew/model/refusal.ts';
import { defaultLimits } from '../http/limits.ts';
import type { Serving, ServeOptions as Settings } from '../http/serve-hub.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from './shell.ts';

export interface ServingOptions extends CommonOptions {
  readonly port: number;
  readonly host: string;
  readonly origin?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  /** In MB. */
  readonly maxUpload: number;
}

export const servingDefaults = {
  port: 7400,
  host: '127.0.0.1',
  maxUpload: defaultLimits.uploadBytes / 1024 ** 2,
};

/** Serves the hub that the options name until the shell's signal asks to stop. */
export async function serveUntilStopped(shell: Shell, options: ServingOptions): Promise<Outcome> {
  // Asked to stop, the hub finishes what takes a moment, and breaks off what is still computed then.
  const hurry = new AbortController();
  const hasten = () => setTimeout(() => hurry.abort(), defaultLimits.stopSeconds * 1000).unref();
  void stopAsked(shell.signal).then(hasten);
  const url = await withHub({ ...shell, signal: hurry.signal }, options, async (hub) => {
    const { serveHub } = await import('../http/serve-hub.ts');
    if (shell.signal.aborted) throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was served.');
    const serving = await serveHub(hub, settings(shell, options));
    tell(shell, options, serving);
    const { enforceDaily } = await import('../hub/retention/enforce-clocks.ts');
    const stopClocks = enforceDaily(hub, (error) => {
      // What is broken off is carried out by whoever opens the hub next.
      if (!hurry.signal.aborted) settings(shell, options).onBug(error, 'clocks');
    });
    await stopAsked(shell.signal);
    try {
      await Promise.all([stopClocks(), serving.stop()]);
    } finally {
      // Nobody waits for an answer any more.
      hurry.abort();
    }
    return serving.url;
  });
  return { data: { url, stopped: true }, lines: [shell.paint.dim('Stopped.')] };
}

function settings(shell: Shell, options: ServingOptions): Settings {
  const line = (data: object) =>
    shell.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...data })}\n`);
  const { host, port, origin, tlsCert, tlsKey } = options;
  return {
    ...{ host, port, origin, tlsCert, tlsKey },
    limits: { ...defaultLimits, uploadBytes: options.maxUpload * 1024 ** 2 },
    config: shell.config,
    log: (each) => {
      if (!options.quiet) line(each);
    },
    // The text of a bug may quote what was asked: only with --debug.
    onBug: (error, request) => {
      const stack = options.debug && error instanceof Error ? { stack: error.stack } : {};
      line({ bug: error instanceof Error ? error.name : 'unknown', request, ...stack });
    },
  };
}

/** Says where the hub is found, and once each password that was made just now. */
function tell(shell: Shell, options: ServingOptions, serving: Serving): void {
  const { url, first, demonstration, hasDesk } = serving;
  const { stdout } = shell;
  if (options.json) {
    const people = demonstration.map(({ person, password }) => ({ person, password }));
    stdout.write(`${JSON.stringify({ url, firstAdministrator: first ?? null, demonstration: people })}\n`);
    return;
  }
  const lines = [
    ...(hasDesk
      ? [
          `${shell.paint.green('Serving')} ${shell.paint.bold(`${url}/`)}  ${shell.paint.dim(`${url}/api/v1/docs`)}`,
        ]
      : [
          `${shell.paint.green('Serving')} ${url}/api/v1/docs`,
          'The desk is not there: it was not built. In a checkout: npm run desk:build',
        ]),
    ...demonstrationLines(shell, serving),
    ...(first === undefined ? [] : firstLines(shell, first)),
  ];
  stdout.write(`${lines.join('\n')}\n`);
}

function demonstrationLines({ paint }: Shell, { demonstration }: Serving): readonly string[] {
  if (demonstration.length === 0) return [];
  return [
    '',
    'Sign in as one of these. The passwords are drawn anew each time this demonstration is served;',
    'elsewhere everybody has a second factor.',
    '',
    ...demonstration.map(
      ({ person, password, title }) =>
        `  ${paint.bold(person.padEnd(14))} ${paint.bold(password)}  ${paint.dim(title)}`,
    ),
    '',
    paint.dim('Ctrl-C stops it.'),
  ];
}

function firstLines({ paint }: Shell, first: NonNullable<Serving['first']>): readonly string[] {
  const { person, oneTimePassword, until } = first;
  return [
    '',
    `The first administrator: ${paint.bold(person)}`,
    `One-time password:       ${paint.bold(oneTimePassword)}`,
    `Shown once, kept nowhere, good until ${until.slice(0, 16).replace('T', ' ')} UTC.`,
    '',
  ];
}

function stopAsked(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}
