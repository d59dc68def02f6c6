// In: the conversations of adults' accounts with minors' accounts. Out: the accounts with staged conversations, and how many
// of them chance would make.
//
// The null keeps whom every account writes to and how many messages it writes there. What the messages ask for is drawn
// as the accounts of other adults do that wrote first to as many minors: message by message, so that long conversations,
// and accounts with many of them, are expected to ask for more; and so that as many of the others' conversations come out staged as
// are, for the messages of one conversation hang together. The number of staged conversations of an account is then the sum of
// independent events, each with its own probability (Poisson binomial).
//
// A report may be full of what it is about, and accounts that stand out would hide each other. What is usual is therefore taken
// from the half of the accounts with the fewest staged conversations at first, and then from all that do not stand out from those
// (a step of the forward search of A. S. Hadi, J. R. Stat. Soc. B 54, 761, 1992).

import { largestUpTo, type TestedAlike } from '../chance.ts';
import { upperTail } from '../circuits/test-circuit.ts';
import { keepUnlikelyCounts, mostChance } from '../keep-unlikely.ts';
import { type Conversation, isStaged, leastAsked } from './conversations.ts';
import { details, hiding, type Stage, steps } from './wordings.ts';

/** Two may be friends of the family. */
export const leastMinors = 3;

/** An account that wrote first to several minors' accounts. */
export interface ContactCandidate {
  readonly account: bigint;
  /** Minors' accounts that it wrote to first. */
  readonly opened: number;
  readonly staged: readonly Conversation[];
  readonly expected: number;
  readonly chance: number;
}

/** What all messages amount to that adults' accounts write to minors in conversations that they open. */
interface Usual {
  messages: number;
  /** Conversations, and how many of them are staged. */
  opened: number;
  staged: number;
  readonly asking: Map<Stage, number>;
  /** How many conversations have so many messages. */
  readonly lengths: Map<number, number>;
}

interface Account {
  readonly account: bigint;
  readonly own: Usual;
  /** How many messages each conversation has that the account opened. */
  readonly lengths: number[];
  readonly staged: Conversation[];
}

export interface TestedContacts {
  readonly tested: number;
  readonly candidates: readonly ContactCandidate[];
  /** What chance allows each tested account to come to. */
  readonly alike: readonly TestedAlike[];
}

/** Tests every adult's account that opened conversations with so many minors; candidates have as many staged ones. */
export async function testContacts(conversations: AsyncIterable<Conversation>): Promise<TestedContacts> {
  const accounts = await accountsOf(conversations);
  const tested = accounts.filter(({ lengths }) => lengths.length >= leastMinors);
  const compared = comparedWith(accounts, tested);
  const first = testAmong(tested, fewestStaged(compared));
  const outstanding = new Set(
    keepUnlikelyCounts(first.candidates, first.alike).map(({ account }) => account),
  );
  const usual = new Set(compared.filter(({ account }) => !outstanding.has(account)));
  return { tested: tested.length, ...testAmong(tested, usual) };
}

/**
 * Those who write to as many minors as the tested do. Who writes to one or two is mostly of their family, and asks as nobody
 * may who writes to many; such accounts are taken as well only where the others are too few to see one conversation in twenty.
 */
function comparedWith(accounts: readonly Account[], tested: readonly Account[]): readonly Account[] {
  const opened = tested.reduce((sum, { own }) => sum + own.opened, 0);
  return opened * mostChance >= 1 ? tested : accounts;
}

async function accountsOf(conversations: AsyncIterable<Conversation>): Promise<readonly Account[]> {
  const accounts: Account[] = [];
  let current: Account | undefined;
  for await (const conversation of conversations) {
    if (current?.account !== conversation.adult) {
      current = { account: conversation.adult, own: nothing(), lengths: [], staged: [] };
      accounts.push(current);
    }
    if (!conversation.opened) continue;
    count(current.own, conversation);
    current.lengths.push(conversation.messages);
    if (isStaged(conversation)) current.staged.push(conversation);
  }
  return accounts;
}

/** The half of the accounts with the smallest shares of staged conversations. */
function fewestStaged(accounts: readonly Account[]): ReadonlySet<Account> {
  const share = ({ own }: Account) => own.staged / Math.max(1, own.opened);
  const inOrder = accounts.toSorted((a, b) => share(a) - share(b) || (a.account < b.account ? -1 : 1));
  return new Set(inOrder.slice(0, Math.ceil(inOrder.length / 2)));
}

function testAmong(
  tested: readonly Account[],
  usual: ReadonlySet<Account>,
): Pick<TestedContacts, 'candidates' | 'alike'> {
  const all = nothing();
  for (const { own } of usual) add(all, own, 1);
  const candidates: ContactCandidate[] = [];
  const alike: TestedAlike[] = [];
  for (const one of tested) {
    const others = nothing();
    add(others, all, 1);
    if (usual.has(one)) add(others, one.own, -1);
    const { account, lengths, staged } = one;
    const odds = lengths.map(stagedByChance(others));
    const chances = lengths.slice(leastMinors - 1).map((_, more) => upperTail(odds, leastMinors + more));
    alike.push({ hypotheses: 1, chanceUpTo: (chance) => largestUpTo(chances, chance) });
    const chance = chances[staged.length - leastMinors];
    const expected = odds.reduce((sum, each) => sum + each, 0);
    if (chance !== undefined) candidates.push({ account, opened: lengths.length, staged, expected, chance });
  }
  return { candidates, alike };
}

function nothing(): Usual {
  return { messages: 0, opened: 0, staged: 0, asking: new Map(), lengths: new Map() };
}

function count(usual: Usual, conversation: Conversation): void {
  const { messages, asking } = conversation;
  const staged = isStaged(conversation) ? 1 : 0;
  add(usual, { messages, asking: new Map(asking), opened: 1, staged, lengths: new Map([[messages, 1]]) }, 1);
}

/** Adds what was counted, or with a sign of -1 takes it away. */
function add(to: Usual, what: Usual, sign: 1 | -1): void {
  to.messages += sign * what.messages;
  to.opened += sign * what.opened;
  to.staged += sign * what.staged;
  for (const [stage, times] of what.asking) to.asking.set(stage, (to.asking.get(stage) ?? 0) + sign * times);
  for (const [length, times] of what.lengths)
    to.lengths.set(length, (to.lengths.get(length) ?? 0) + sign * times);
}

/**
 * How likely a conversation of so many messages is to be staged. Drawing message by message tells how that grows with their number;
 * how often it is at all is what the others' conversations come to beside what such drawing would expect of them.
 */
function stagedByChance(others: Usual): (messages: number) => number {
  const known = new Map<number, number>();
  const drawn = (messages: number) => {
    const found = known.get(messages) ?? chanceOfDrawn(messages, others);
    known.set(messages, found);
    return found;
  };
  let expected = 0;
  for (const [length, times] of others.lengths) expected += times * drawn(length);
  const more = (others.staged + 1) / (expected + 1);
  return (messages) => 1 - (1 - drawn(messages)) ** more;
}

/** How likely so many messages are to ask for enough, each as others' messages do. */
function chanceOfDrawn(messages: number, others: Usual): number {
  const oddsOf = (list: readonly Stage[]) =>
    list.map((stage) => 1 - (1 - ((others.asking.get(stage) ?? 0) + 1) / (others.messages + 2)) ** messages);
  const [ofDetails, ofHiding, ofSteps] = [details, hiding, steps].map((list) => chanceOfEach(oddsOf(list)));
  let chance = 0;
  ofDetails?.forEach((detail, asked) => {
    ofHiding?.forEach((hidden, hid) => {
      ofSteps?.forEach((step, led) => {
        if (asked >= 1 && hid >= 1 && asked + hid + led >= leastAsked) chance += detail * hidden * step;
      });
    });
  });
  return chance;
}

/** P(exactly so many of independent events with these probabilities), from none to all. */
function chanceOfEach(odds: readonly number[]): readonly number[] {
  const least = [...odds.keys(), odds.length].map((number) => upperTail(odds, number));
  return least.map((chance, number) => chance - (least[number + 1] ?? 0));
}
