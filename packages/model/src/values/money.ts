import { failed, nothing, type Parsed, type ParseOptions, parsed } from './parsed.ts';

/**
 * A number or an amount as plain decimal text: no grouping, a point, no zeros that say nothing. Without `decimal` the
 * last mark is the decimal one when two kinds stand in the text, and a single one is unless three digits follow it.
 */
export function parseMoney(text: string, options: ParseOptions = {}): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.length > 100) return failed('value-unreadable');
  const plain = trimmed.replace(
    /^[\p{Sc}\p{L}.\s]*?(?=[-+(]?\s?[\p{Sc}]?\s?\d)|[\s\p{Sc}]*[\p{L}\p{Sc}.]*\)?$/gu,
    (part) => (part.includes(')') ? ')' : ''),
  );
  const negative = /^\(.*\)$/.test(plain) || /^[-−–]/.test(plain) || /-$/.test(plain);
  const digits = plain.replace(/[()+\-−–\s'’_\p{Sc}\u00a0\u202f]/gu, '');
  const value = decimalText(digits, options.decimal);
  if (value === undefined) return failed('value-unreadable');
  return parsed(negative && value !== '0' ? `-${value}` : value);
}

function decimalText(digits: string, given: '.' | ',' | undefined): string | undefined {
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(digits)) return undefined;
  const mark = given ?? decimalMark(digits);
  const parts = (mark === undefined ? [digits] : digits.split(mark)) as [string, ...string[]];
  if (parts.length > 2) return undefined;
  const whole = parts[0].replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  const fraction = (parts[1] ?? '').replace(/0+$/, '');
  if (/[.,]/.test(fraction)) return undefined;
  return fraction === '' ? whole || '0' : `${whole || '0'}.${fraction}`;
}

function decimalMark(digits: string): '.' | ',' | undefined {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const mark = point >= 0 ? '.' : ',';
  const at = Math.max(point, comma);
  if (at < 0 || digits.indexOf(mark) !== at) return undefined;
  return digits.length - at === 4 && at <= 3 && !digits.startsWith('0') ? undefined : mark;
}
