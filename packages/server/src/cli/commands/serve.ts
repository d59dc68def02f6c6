import { type Command, InvalidArgumentError } from 'commander';
import { commonOptions, wholeNumber, wholeNumberOrZero } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type ServingOptions, serveUntilStopped, servingDefaults } from '../serving.ts';
import type { Shell } from '../shell.ts';

export function defineServe(command: Command, shell: Shell): void {
  command
    .option('--port <n>', 'the port; 0 takes a free one', portNumber, servingDefaults.port)
    .option('--host <address>', 'where to listen', servingDefaults.host)
    .option('--origin <url>', 'what browsers call the hub when a proxy in front does TLS')
    .option('--tls-cert <file>', 'the certificate with its chain, PEM')
    .option('--tls-key <file>', 'the key of the certificate, PEM')
    .option('--max-upload <MB>', 'the largest file that is taken', wholeNumber, servingDefaults.maxUpload);
  commonOptions(command, {
    hub: true,
    example: 'clew serve\nclew serve --port 8443 --tls-cert hub.pem --tls-key hub.key',
  });
  command.action(perform(shell, (options: ServingOptions) => serveUntilStopped(shell, options)));
}

/** A port of this machine, as an option gives it. */
export function portNumber(text: string): number {
  const port = wholeNumberOrZero(text);
  if (port > 65535) throw new InvalidArgumentError('A port is at most 65535.');
  return port;
}
