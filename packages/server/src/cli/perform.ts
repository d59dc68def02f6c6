import { Refused } from './refused.ts';
import type { CommonOptions, Outcome, Shell } from './shell.ts';

/** Makes an action of a command: prints its outcome, for machines or for people. */
export function perform<A extends readonly unknown[]>(
  shell: Shell,
  run: (...given: A) => Promise<Outcome>,
): (...given: A) => Promise<void> {
  return async (...given) => {
    const outcome = await run(...given);
    const options = given.at(-2) as CommonOptions;
    if (options.json) shell.stdout.write(`${jsonText(outcome.data)}\n`);
    else if (outcome.lines.length > 0) shell.stdout.write(`${outcome.lines.join('\n')}\n`);
    if (outcome.refusals !== undefined && outcome.refusals.length > 0) throw new Refused(outcome.refusals);
  };
}

/** JSON with ids as 16 hex digits, as everywhere else. */
export function jsonText(data: unknown): string {
  return JSON.stringify(
    data,
    (_key, value) => (typeof value === 'bigint' ? value.toString(16).padStart(16, '0') : value),
    2,
  );
}
