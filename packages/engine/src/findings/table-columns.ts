// In: the beginning of a file and the names that columns may have. Out: which column is which.
// For commands that read a table of a known sort without a mapping.

import { Refusal } from '@clew/model/refusal.ts';
import type { Sample } from '../contribution/sample.ts';
import { headerPhrase } from '../statements/proposal/header-phrase.ts';

export interface WantedColumn {
  /** What it holds, for the refusal: `the account that pays`. */
  readonly what: string;
  /** Folded headers, the surest first. */
  readonly headers: readonly string[];
  readonly isNeeded: boolean;
}

/** The column for each thing that is wanted: the one that was named, else the one whose header says so. */
export function chooseColumns<Name extends string>(
  sample: Sample,
  wanted: Readonly<Record<Name, WantedColumn>>,
  named: Readonly<Partial<Record<Name, string | undefined>>>,
): Readonly<Partial<Record<Name, string>>> {
  const names = Object.keys(wanted) as Name[];
  const chosen: Partial<Record<Name, string>> = {};
  const taken = new Set<string>();
  const take = (name: Name, column: string) => {
    chosen[name] = column;
    taken.add(column);
  };
  for (const name of names) {
    const column = named[name];
    if (column === undefined) continue;
    if (!sample.columns.includes(column)) {
      const advice = `Name one of these: ${listed(sample.columns)}.`;
      throw new Refusal('mapping-invalid', `There is no column "${column}" in the file.`, advice);
    }
    take(name, column);
  }
  const phrases = new Map(sample.columns.map((column) => [column, headerPhrase(column)]));
  for (const name of names) {
    if (chosen[name] !== undefined) continue;
    for (const header of wanted[name].headers) {
      const column = sample.columns.find((one) => !taken.has(one) && phrases.get(one) === header);
      if (column === undefined) continue;
      take(name, column);
      break;
    }
  }
  const missing = names.filter((name) => wanted[name].isNeeded && chosen[name] === undefined);
  if (missing.length === 0) return chosen;
  throw new Refusal(
    'mapping-invalid',
    `No column was recognised as ${missing.map((name) => wanted[name].what).join(', nor as ')}.`,
    `Name it: ${missing.map((name) => `--${name} COLUMN`).join(' ')}. The file has: ${listed(sample.columns)}.`,
  );
}

function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, 30).join(', ');
  return columns.length > 30 ? `${shown} and ${columns.length - 30} more` : shown;
}
