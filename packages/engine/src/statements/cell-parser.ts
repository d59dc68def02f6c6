import type { PropertySource } from '@clew/model/mapping.ts';
import type { Property, ValueKind } from '@clew/model/ontology/entity-type.ts';
import { foldPhrase } from '@clew/model/values/fold.ts';
import { parseValue } from '@clew/model/values/parse-value.ts';
import { nothing, type Parsed, type ParseOptions } from '@clew/model/values/parsed.ts';
import { isEmptyMark, saysUnknown } from '@clew/model/values/placeholder.ts';

export type ParseCell = (text: string) => Parsed;

const cacheLimit = 20_000;
const longestCached = 200;

/** Kinds whose values may be spelt like a mark for "nothing" (Namibia is NA) or are whatever was written. */
const literalKinds: ReadonlySet<ValueKind> = new Set(['country', 'code', 'plate', 'text']);

/**
 * What reads the cells of one property: the partner's codes first, then the parser of the kind. Cells that say "nothing
 * here" give nothing; "unknown" for a date or a category is a problem. Outcomes are kept while cells repeat.
 */
export function cellParser(
  { kind, yearless }: Property,
  source: PropertySource,
  bearer: 'person' | 'other',
): ParseCell {
  const options: ParseOptions = {
    order: source.order,
    calendar: source.calendar,
    yearless,
    country: source.country,
    decimal: source.decimal,
    bearer,
  };
  const translate = translator(source.values);
  return cached((text) => {
    const translated = translate?.(text);
    if (translated !== undefined) return translated === '' ? nothing : parseValue(kind, translated, options);
    if (isEmptyMark(text) && !hasMeaning(kind, text)) return nothing;
    if (kind !== 'text' && !mustBeKnown.has(kind) && saysUnknown(text)) return nothing;
    return parseValue(kind, text, options);
  });
}

/** Kinds in which "unknown" is not the same as an empty cell: somebody was asked and could not say. */
const mustBeKnown: ReadonlySet<ValueKind> = new Set(['date', 'category']);

function hasMeaning(kind: ValueKind, text: string): boolean {
  if (kind === 'category') return text.startsWith('?');
  return literalKinds.has(kind) && /^[a-z]/i.test(text);
}

function translator(
  values: Readonly<Record<string, string>> | undefined,
): ((text: string) => string | undefined) | undefined {
  if (values === undefined) return undefined;
  const exact = new Map(Object.entries(values));
  const folded = new Map(Object.entries(values).map(([from, to]) => [foldPhrase(from), to]));
  return (text) =>
    exact.get(text) ?? (text.length <= longestCached ? folded.get(foldPhrase(text)) : undefined);
}

/** Remembers outcomes; gives up where cells hardly ever repeat. */
function cached(parse: ParseCell): ParseCell {
  let known = new Map<string, Parsed>();
  let hits = 0;
  let misses = 0;
  let useful = true;
  return (text) => {
    if (!useful || text.length > longestCached) return parse(text);
    const found = known.get(text);
    if (found !== undefined) {
      hits++;
      return found;
    }
    const outcome = parse(text);
    if (++misses % cacheLimit === 0) {
      useful = hits > misses / 20;
      known = new Map();
    }
    if (useful) known.set(text, outcome);
    return outcome;
  };
}
