import { fold } from './fold.ts';
import { failed, type Parsed, type ParseOptions, parsed } from './parsed.ts';

const articles = /\b(?:el|ar|as|ash|an|ad|at|az)-(?=[a-z]{2})/g;
const titles: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'herr',
  'frau',
  'mme',
  'dhr',
  'mevr',
]);

/**
 * A name as lower-case Latin words in the order given. "Family, Given" of a person and the `<` of machine-readable
 * zones are turned round; the Arabic article stands apart as "al"; a title before a name goes.
 */
export function parseName(text: string, options: ParseOptions = {}): Parsed {
  let folded = fold(text);
  if (folded.includes('<')) folded = zoneOrder(folded);
  else if (options.bearer !== 'other' && folded.includes(',')) folded = givenFirst(folded);
  const words = /^[a-z]+(?: [a-z]+)*$/.test(folded) ? folded.split(' ') : wordsOf(folded);
  if (words === null) return failed('value-unreadable');
  if (options.bearer !== 'other') {
    if (words.length > 1 && titles.has(words[0] as string)) words.shift();
    if (words.length > 1) {
      for (let index = 0; index < words.length - 1; index++) if (words[index] === 'el') words[index] = 'al';
    }
  }
  return parsed(words.join(' '));
}

function wordsOf(folded: string): string[] | null {
  return folded
    .replace(articles, 'al ')
    .replace(/['`"]/g, '')
    .match(/[a-z0-9]+/g);
}

function givenFirst(folded: string): string {
  const comma = folded.indexOf(',');
  const given = folded.slice(comma + 1).trim();
  return given === '' ? folded.slice(0, comma) : `${given} ${folded.slice(0, comma)}`;
}

function zoneOrder(folded: string): string {
  const [family, ...given] = folded.split('<<').filter((part) => part !== '');
  return [...given, family ?? ''].join(' ').replaceAll('<', ' ');
}
