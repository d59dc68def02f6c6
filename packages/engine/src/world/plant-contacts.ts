import type { ChatAccount, MessageRow } from './appearance.ts';
import { type Cell, serialIn } from './cell.ts';
import { type Chat, type ChatLanguage, chats, ordinary, smallTalk } from './chat-words.ts';
import { type Dice, diceFor, pickSome, shuffle } from './dice.ts';

const groomersPerCell = 2;
const platforms = ['chatter', 'blink', 'gamehub'];

/** Adults who write to many minors for good reasons; `first`: whether they write first. */
const innocents: readonly {
  readonly kind: string;
  readonly chat: Chat;
  readonly minors: number;
  readonly first: boolean;
}[] = [
  { kind: 'teacher', chat: 'teacher', minors: 7, first: true },
  { kind: 'coach', chat: 'coach', minors: 8, first: true },
  { kind: 'youth-worker', chat: 'youthWorker', minors: 5, first: false },
  { kind: 'shop-account', chat: 'shop', minors: 6, first: false },
  { kind: 'classmate', chat: 'classmate', minors: 6, first: true },
  { kind: 'sibling', chat: 'sibling', minors: 2, first: true },
];

/** A platform's report: adults who write to minors, two of them in stages. */
export function plantContacts(cell: Cell): void {
  const dice = diceFor(cell.place.seed, 'contacts', cell.place.cell);
  let accounts = 0;
  const account = (age: number, category: ChatAccount['category']): ChatAccount => ({
    handle: `${dice.pick(['lu', 'mi', 'ka', 'jo', 'ze', 'ro'])}${dice.pick(['na', 'sto', 'ri', 'vex', 'lo'])}_${serialIn(cell, accounts++)}`,
    ...{ age, category },
  });
  const child = () => account(10 + dice.below(8), 'contact');
  for (let index = 0; index < groomersPerCell; index++) {
    const adult = account(22 + dice.below(30), dice.chance(0.5) ? 'suspect' : 'contact');
    const contact = `g${serialIn(cell, index)}`;
    const language = dice.pick(['en', 'fr', 'de', 'es', 'ar'] as const);
    const minors = 5 + dice.below(5);
    for (let at = 0; at < minors; at++)
      converse(cell, {
        adult,
        minor: child(),
        texts: stagedTexts(dice, language),
        first: true,
        thing: contact,
        dice,
      });
    cell.truth.contacts.push({ contact, kind: 'contacts', account: adult.handle, minors });
  }
  innocents.forEach(({ kind, chat, minors, first }, index) => {
    const age = kind === 'classmate' ? 18 : 20 + dice.below(40);
    const adult = account(age, 'contact');
    const trap = `t${kind}${serialIn(cell, index)}`;
    const texts = chats[chat];
    for (let at = 0; at < minors; at++) {
      const own = pickSome(dice, texts, Math.min(texts.length, 4 + dice.below(3)));
      converse(cell, { adult, minor: child(), texts: own, first, thing: trap, dice });
    }
    cell.truth.traps.push({ trap, kind, value: adult.handle });
  });
  for (let index = 0; index < 12; index++) {
    const adult = account(20 + dice.below(40), 'contact');
    const first = dice.chance(0.7);
    for (let at = 0; at < 1 + dice.below(3); at++) {
      const other = dice.chance(0.7) ? child() : account(20 + dice.below(40), 'contact');
      converse(cell, { adult, minor: other, texts: pickSome(dice, ordinary, 3), first, thing: null, dice });
    }
  }
}

interface Chatting {
  readonly adult: ChatAccount;
  readonly minor: ChatAccount;
  readonly texts: readonly string[];
  readonly first: boolean;
  readonly thing: string | null;
  readonly dice: Dice;
}

function converse(cell: Cell, { adult, minor, texts, first, thing, dice }: Chatting): void {
  const platform = dice.pick(platforms);
  let minute = dice.below(1_000) * 1_440 + 480 + dice.below(600);
  const send = (from: ChatAccount, to: ChatAccount, text: string) => {
    const row: MessageRow = {
      minute,
      platform,
      sender: from,
      recipient: to,
      text,
      thing: from === adult ? thing : null,
    };
    cell.messages.push(row);
    minute += 1 + dice.below(dice.chance(0.2) ? 1_440 : 30);
  };
  if (!first) send(minor, adult, 'hello');
  for (const text of texts) {
    send(adult, minor, text);
    if (dice.chance(0.5)) send(minor, adult, dice.pick(smallTalk.answers));
  }
}

/** What a groomer writes to one minor: details, hiding, a step, in any order among small talk; or it breaks off early. */
function stagedTexts(dice: Dice, language: ChatLanguage): readonly string[] {
  const said = chats[language];
  const one = (stage: keyof typeof said) => dice.pick(said[stage]);
  const details = pickSome(dice, ['age', 'school', 'home', 'photo'] as const, 2 + dice.below(3)).map(one);
  const talk = pickSome(dice, smallTalk[language], 2);
  if (dice.chance(0.25)) return [...talk, ...details];
  const hiding = pickSome(dice, ['alone', 'secrecy'] as const, 1 + dice.below(2)).map(one);
  const steps = pickSome(dice, ['move', 'offer', 'meeting'] as const, 1 + dice.below(2)).map(one);
  const all = [...talk, ...details, ...hiding, ...steps];
  shuffle(dice, all);
  return all;
}
