import { saysMinor } from './category.ts';
import { digitsToAscii } from './date-value.ts';
import { foldPhrase } from './fold.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/** Whoever is younger is a child (Convention on the Rights of the Child, Article 1). */
export const ageOfMajority = 18;
/** Nobody is older. */
const oldest = 120;
/** "About" an age is a tenth of it either way, at least this many years: ages are told in round numbers. */
const leastSlack = 2;

const about =
  /^(?:about|abt|around|approx|approximately|c|ca|circa|est|estimated|ungefahr|etwa|um|zirka|geschatzt|environ|env|vers|estime|estimee|rond|ongeveer|aprox|aproximadamente|aproximativ|cerca de|unos|unas|hacia|cca|okolo|blizko|primerno|priblizno|hawali|taqriban)\b/;
const below =
  /^(?:under|below|less than|younger than|unter|junger als|moins de|sous|menos de|menor de|mas joven que|sub|mai putin de|jonger dan|onder|ponizej|mladshe|molodshe|aqal min|taht)\b/;
const above =
  /^(?:over|above|more than|older than|at least|from|uber|alter als|mindestens|ab|plus de|au moins|mas de|mayor de|al menos|peste|ouder dan|boven|powyzej|starshe|akthar min|fawq)\b/;
const grown =
  /\b(?:adult|of age|grown up|erwachsen\w*|volljahrig\w*|majeure?|adulte|adult[oa]|mayor de edad|volwassen\w*|maggiorenne|doros\w*|povnolitn\w*|sovershennoletn\w*|baligh)\b/;
const months =
  /\b(?:months?|monate?|mois|meses|luni|maanden|mesi|miesi\w*|weeks?|wochen?|semaines?|semanas?)\b/;

/**
 * An age in whole years, or the youngest and the eldest that a text leaves open: `17`, `16/19` (from "16-19", "16 or 17",
 * "about 17", "under 18", "minor"). A part of a year does not count; what is told in months is an age of 0.
 */
export function parseAge(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.length > 100) return failed('value-unreadable');
  const folded = foldPhrase(digitsToAscii(trimmed));
  const years = [...digitsToAscii(trimmed).matchAll(/\d+(?:[.,]\d+)?/g)].map(([found]) =>
    parseFloat(found.replace(',', '.')),
  );
  if (years.length === 0) {
    if (saysMinor(trimmed)) return between(0, ageOfMajority - 1);
    return grown.test(folded) ? between(ageOfMajority, oldest) : failed('value-unreadable');
  }
  const [first, second] = years.map(Math.floor) as [number, number | undefined];
  if (years.length > 2 || /^[-−]/.test(trimmed)) return failed('value-unreadable');
  if (second !== undefined) return second < first ? failed('value-unreadable') : between(first, second);
  if (months.test(folded)) return parsed('0');
  if (below.test(folded) || /^<[^=]*$/.test(trimmed)) return between(0, first - 1);
  if (above.test(folded) || /^[>≥]|\+$/.test(trimmed)) return between(first, oldest);
  if (about.test(folded) || /^[~≈]|\?$/.test(trimmed)) {
    const slack = Math.max(leastSlack, Math.ceil(first / 10));
    return between(Math.max(0, first - slack), first + slack);
  }
  return between(first, first);
}

function between(youngest: number, eldest: number): Parsed {
  if (youngest < 0 || eldest < youngest || youngest > oldest) return failed('value-unreadable');
  return parsed(youngest === eldest ? String(youngest) : `${youngest}/${Math.min(eldest, oldest)}`);
}

/** The youngest and the eldest that a compare key of an age leaves open. */
export function agesOf(key: string): { readonly youngest: number; readonly eldest: number } {
  const [youngest = '0', eldest = youngest] = key.split('/');
  return { youngest: Number(youngest), eldest: Number(eldest) };
}
