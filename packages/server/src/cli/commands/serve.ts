import { type Command, InvalidArgumentError } from 'commander';
import { defaultLimits } from '../../http/limits.ts';
import type { Serving, ServeOptions as Settings } from '../../http/serve-hub.ts';
import { commonOptions, wholeNumber, wholeNumberOrZero } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';

interface ServeOptions extends CommonOptions {
  readonly port: number;
  readonly host: string;
  readonly origin?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly maxUpload: number;
}

export function defineServe(command: Command, shell: Shell): void {
  command
    .option('--port <n>', 'the port; 0 takes a free one', portNumber, 7400)
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--origin <url>', 'what browsers call the hub when a proxy in front does TLS')
    .option('--tls-cert <file>', 'the certificate with its chain, PEM')
    .option('--tls-key <file>', 'the key of the certificate, PEM')
    .option(
      '--max-upload <MB>',
      'the largest file that is taken',
      wholeNumber,
      defaultLimits.uploadBytes / 1024 ** 2,
    );
  commonOptions(command, {
    hub: true,
    example: 'clew serve\nclew serve --port 8443 --tls-cert hub.pem --tls-key hub.key',
  });
  command.action(perform(shell, (options: ServeOptions) => serve(shell, options)));
}

async function serve(shell: Shell, options: ServeOptions): Promise<Outcome> {
  // Asked to stop, the hub finishes what is under way: only the second time it is broken off.
  const hurry = new AbortController();
  const url = await withHub({ ...shell, signal: hurry.signal }, options, async (hub) => {
    const { serveHub } = await import('../../http/serve-hub.ts');
    const serving = await serveHub(hub, settings(shell, options));
    tell(shell, options, serving);
    const { enforceDaily } = await import('../../hub/retention/enforce-clocks.ts');
    const stopClocks = enforceDaily(hub, (error) => settings(shell, options).onBug(error, 'clocks'));
    await stopAsked(shell.signal);
    const timer = setTimeout(() => hurry.abort(), defaultLimits.stopSeconds * 1000);
    await stopClocks();
    await serving.stop();
    clearTimeout(timer);
    return serving.url;
  });
  return { data: { url, stopped: true }, lines: [shell.paint.dim('Stopped.')] };
}

function settings(shell: Shell, options: ServeOptions): Settings {
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

/** Says where the hub is found, and once the password of the first administrator. */
function tell(shell: Shell, options: ServeOptions, { url, first }: Serving): void {
  const { stdout, paint } = shell;
  if (options.json) {
    stdout.write(`${JSON.stringify({ url, firstAdministrator: first ?? null })}\n`);
    return;
  }
  stdout.write(`${paint.green('Serving')} ${url}/api/v1/docs\n`);
  if (first === undefined) return;
  const { person, oneTimePassword, until } = first;
  stdout.write(
    [
      '',
      `The first administrator: ${paint.bold(person)}`,
      `One-time password:       ${paint.bold(oneTimePassword)}`,
      `Shown once, kept nowhere, good until ${until.slice(0, 16).replace('T', ' ')} UTC.`,
      '',
    ].join('\n'),
  );
}

function stopAsked(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}

function portNumber(text: string): number {
  const port = wholeNumberOrZero(text);
  if (port > 65535) throw new InvalidArgumentError('A port is at most 65535.');
  return port;
}
