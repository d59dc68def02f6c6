import { setFlagsFromString } from 'node:v8';
import { runCli } from './cli/cli.ts';

// PostgreSQL and the rules are WebAssembly. Node begins to optimise a function of it after some milliseconds of work, which
// costs a command that soon ends more than the command itself; where a hub is served, what is busy for a second is worth it.
setFlagsFromString('--wasm-tiering-budget=1000000000');

// Whatever Clew writes, in the hub and out of it, is for this account alone: the ledger and the lake come from
// libraries that take the modes of the process.
process.umask(0o077);

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    // Asked twice: the person does not want to wait for the tidy way.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
}

// A reader that went away (`clew find x | head -1`) is no reason to stop what is under way.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const code = await runCli(process.argv.slice(2), {
  signal: stop.signal,
  stdout: process.stdout,
  stderr: process.stderr,
});
for (const stream of [process.stdout, process.stderr]) {
  await new Promise((done) => stream.write('', done));
}
process.exit(code);
