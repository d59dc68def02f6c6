import { headerPhrase } from './header-phrase.ts';
import { type Slot, slots, slotsByPhrase } from './slots.ts';

export interface HeaderMatch {
  readonly slot: Slot;
  /** 0 to 1: how much of the header the known words cover. */
  readonly score: number;
  readonly phrase: string;
}

/** Words that say whose property a column is, and add nothing where it is the person of the row. */
const ofPerson: ReadonlySet<string> = new Set(
  'holder|subject|person|suspect|persons|individual|client|customer|inhaber|titulaire|titular|houder|primary|main|current|full|personne|persona|persoon'.split(
    '|',
  ),
);
const ofOrganization: ReadonlySet<string> = new Set(
  'company|firm|firma|business|employer|organisation|organization|org|entreprise|societe|bedrijf|empresa|corporate'.split(
    '|',
  ),
);
const ofPayer: ReadonlySet<string> = new Set(
  'payer|sender|remitter|debtor|originator|auftraggeber|ordenante|platitor|from'.split('|'),
);
const ofPayee: ReadonlySet<string> = new Set(
  'payee|beneficiary|receiver|recipient|creditor|empfanger|beneficiario|beneficiar|beneficiaire|to'.split(
    '|',
  ),
);

/** What a header may stand for, best first. */
export function matchHeader(header: string): readonly HeaderMatch[] {
  const phrase = headerPhrase(header);
  if (phrase === '') return [];
  const exact = slotsByPhrase.get(phrase);
  if (exact !== undefined) return exact.map((slot) => ({ slot, score: 1, phrase }));
  const words = phrase.split(' ');
  return qualified(words) ?? runs(words) ?? compounds(words);
}

function qualified(words: readonly string[]): HeaderMatch[] | undefined {
  for (const [qualifiers, group] of [
    [ofPayer, 'payer'],
    [ofPayee, 'payee'],
    [ofOrganization, 'organization'],
    [ofPerson, 'person'],
  ] as const) {
    const rest = words.filter((word) => !qualifiers.has(word));
    if (rest.length === 0 || rest.length === words.length) continue;
    const found = slotsByPhrase.get(rest.join(' ')) ?? [];
    const owned = found.map((slot) => ofGroup(slot, group)).filter((slot) => slot !== undefined);
    if (owned.length > 0) return owned.map((slot) => ({ slot, score: 0.95, phrase: rest.join(' ') }));
  }
  return undefined;
}

/** A property of a person or organisation as the same property of the group that the header names. */
function ofGroup(slot: Slot, group: string): Slot | undefined {
  if (group === 'person') return slot.group === 'person' || slot.group === 'address' ? slot : undefined;
  if (group === 'organization') {
    if (slot.group === 'organization') return slot;
    return slot.group === 'person' ? slots.get(`organization.${slot.property}`) : undefined;
  }
  return slot.group === 'person' ? { ...slot, id: `${group}.${slot.property}`, group } : undefined;
}

/** The longest run of words that is known. */
function runs(words: readonly string[]): HeaderMatch[] | undefined {
  for (let length = words.length - 1; length > 0; length--) {
    const matches: HeaderMatch[] = [];
    for (let start = 0; start + length <= words.length; start++) {
      const phrase = words.slice(start, start + length).join(' ');
      if (phrase.length < 3) continue;
      for (const slot of slotsByPhrase.get(phrase) ?? []) {
        if (matches.some((match) => match.slot.id === slot.id)) continue;
        matches.push({ slot, score: 0.55 + 0.35 * (length / words.length), phrase });
      }
    }
    if (matches.length > 0) return matches;
  }
  return undefined;
}

/** Known words inside a compound: "kundentelefonnummer". */
function compounds(words: readonly string[]): HeaderMatch[] {
  const matches: HeaderMatch[] = [];
  const joined = words.join('');
  let longest = 5;
  for (const [phrase, found] of slotsByPhrase) {
    if (phrase.length < longest || phrase.includes(' ') || !joined.includes(phrase)) continue;
    if (phrase.length > longest) matches.length = 0;
    longest = phrase.length;
    for (const slot of found) matches.push({ slot, score: 0.6, phrase });
  }
  return matches;
}
