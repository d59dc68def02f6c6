// What tests of the desk's words share.

import { IntlMessageFormat } from 'intl-messageformat';
import { expect } from 'vitest';
import english from '../packages/desk/src/words/messages/en.json' with { type: 'json' };

export const words: Readonly<Record<string, string>> = english;

/** The desk has words for what a detector says by a code, and every value that they take is given. */
export function expectSaid(code: string, values: Readonly<Record<string, unknown>>): void {
  const message = words[`reason.${code}`];
  expect(message, code).toBeDefined();
  const given = Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, value as string | number]),
  );
  expect(String(new IntlMessageFormat(message ?? '', 'en').format(given)), code).not.toBe('');
}

/** What else could explain it stands in the desk's words, in its order. */
export function expectOtherwise(id: string, otherwise: readonly string[]): void {
  expect(otherwise.map((_sentence, index) => words[`otherwise.${id}.${index + 1}`])).toEqual(otherwise);
}
