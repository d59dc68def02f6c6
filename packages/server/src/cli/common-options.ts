import { ontology } from '@clew/model/ontology/ontology.ts';
import { parseCountry } from '@clew/model/values/country.ts';
import { type Command, InvalidArgumentError } from 'commander';

/** Adds the options that every command has, and its example. `caller`: it reads or writes as somebody, for a purpose. */
export function commonOptions(
  command: Command,
  given: { readonly hub: boolean; readonly caller?: boolean; readonly example: string },
): Command {
  if (given.caller === true) {
    command.option('--as <person>', 'who asks; else $CLEW_USER or the name of the account');
    command.option('--purpose <purpose>', 'for what; else strategic-analysis');
    command.option('--project <project>', 'the project that operational analysis happens in');
  }
  if (given.hub) {
    command.option('--hub <folder>', 'the hub; else $CLEW_HUB, ./clew-hub or the current folder');
    command.option('--memory <size>', 'what the engine may use, for example 4GB; else $CLEW_MEMORY');
    command.option('--threads <n>', 'how many threads the engine may use', wholeNumber);
  }
  command.option('--json', 'the result as JSON on standard output, errors as JSON on standard error');
  command.option('--quiet', 'no progress');
  command.option('--debug', 'the full story when something goes wrong');
  return command.addHelpText('after', `\nExample:\n${given.example.replace(/^/gm, '  ')}`);
}

/** A whole number above zero. */
export function wholeNumber(text: string): number {
  const number = Number(text.replaceAll('_', ''));
  if (!Number.isInteger(number) || number <= 0)
    throw new InvalidArgumentError('It must be a whole number above 0.');
  return number;
}

/** A whole number from zero. */
export function wholeNumberOrZero(text: string): number {
  return text === '0' ? 0 : wholeNumber(text);
}

/** A day as 2026-11-22. */
export function dayOf(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (isDay) return text;
  throw new InvalidArgumentError('Write a day as 2026-11-22.');
}

/** The code of a country (ISO 3166-1 alpha-2), in lower case. */
export function countryCode(text: string): string {
  const code = text.toLowerCase();
  if (code.length === 2 && parseCountry(code).value === code) return code;
  throw new InvalidArgumentError('Write a country in two letters (ISO 3166-1), for example AT.');
}

/** The code of a country, as partners are registered under it: in upper case. */
export function partnerCountry(text: string): string {
  return countryCode(text).toUpperCase();
}

/** The id of a type of the ontology. */
export function typeId(text: string): string {
  return knownId(
    text,
    ontology.map(({ id }) => id),
  );
}

/** One of the ids that there are; else the person is told which there are. */
export function knownId(text: string, known: readonly string[]): string {
  if (known.includes(text)) return text;
  throw new InvalidArgumentError(`There are: ${known.join(', ')}.`);
}
