import type { PropertySource } from '@clew/model/mapping.ts';
import type { ValueKind } from '@clew/model/ontology/entity-type.ts';
import { foldPhrase } from '@clew/model/values/fold.ts';
import { parseValue } from '@clew/model/values/parse-value.ts';
import type { ParseOptions } from '@clew/model/values/parsed.ts';
import { type ColumnValues, listSeparator } from './column-values.ts';

export interface Source {
  readonly column: string;
  readonly given: ColumnValues;
  readonly options: ParseOptions;
}

const coded: ReadonlySet<ValueKind> = new Set(['category', 'role', 'crime-area', 'indicator']);

/** The columns of one property with all that is needed to read them. */
export function sourceFrom(
  kind: ValueKind,
  sources: readonly Source[],
  form: { readonly split: string | undefined },
): PropertySource {
  const [first, ...others] = sources as [Source, ...Source[]];
  const { order, calendar, country, decimal } = mergedOptions(sources);
  const values = coded.has(kind)
    ? translations(kind, sources)
    : kind === 'sex'
      ? sexCodes(first.given)
      : undefined;
  const split = listSeparator(kind, first.given) ?? form.split;
  const isList =
    split !== undefined && sources.some(({ given }) => given.values.some((value) => value.includes(split)));
  return {
    columns: [first.column],
    ...(others.length === 0 ? {} : { alternatives: others.map(({ column }) => column) }),
    ...(isList && kind !== 'text' && kind !== 'address' ? { split } : {}),
    ...(order === undefined || kind !== 'date' ? {} : { order }),
    ...(calendar === undefined || kind !== 'date' ? {} : { calendar }),
    ...(country === undefined || kind !== 'phone' ? {} : { country: country.toUpperCase() }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(values === undefined || Object.keys(values).length === 0 ? {} : { values }),
  };
}

function mergedOptions(sources: readonly Source[]): ParseOptions {
  const find = <K extends keyof ParseOptions>(key: K) =>
    sources.map(({ options }) => options[key]).find((value) => value !== undefined);
  return {
    order: find('order'),
    calendar: find('calendar'),
    country: find('country'),
    decimal: find('decimal'),
  };
}

/** The partner's words and what they are taken for, so that a person can check and complete them. */
function translations(kind: ValueKind, sources: readonly Source[]): Record<string, string> {
  const found: Record<string, string> = {};
  const words = [
    ...new Set(
      sources.flatMap(({ given }) => {
        const separator = listSeparator(kind, given);
        if (separator === undefined) return given.distinct;
        return given.distinct.flatMap((cell) => cell.split(separator).map((word) => word.trim()));
      }),
    ),
  ].sort();
  const seen = new Set<string>();
  for (const word of words.slice(0, 200)) {
    const { value } = parseValue(kind, word);
    const folded = foldPhrase(word);
    if (value === null || value === word || seen.has(folded)) continue;
    seen.add(folded);
    found[word] = value;
    if (Object.keys(found).length === 50) break;
  }
  return found;
}

/** Codes of sex that mean something else than they do alone: with H (hombre) beside it, M is a woman. */
function sexCodes(given: ColumnValues): Record<string, string> | undefined {
  const codes = new Set(given.distinct.map((value) => value.toUpperCase()));
  if (codes.has('H') && codes.has('M') && !codes.has('F')) return { H: 'm', M: 'f' };
  return undefined;
}
