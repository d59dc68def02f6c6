import type { FindingReason } from '@clew/model/finding.ts';
import { oneIn, percent, thousands } from '../say-figures.ts';
import { chanceValues, saidAs, shareAtMost, type Told } from '../told.ts';
import { type Stage, stages } from './wordings.ts';

/** What was counted of one account. */
export interface ContactFigures {
  /** Minors' accounts that it wrote to first, and other accounts that it wrote to. */
  readonly opened: number;
  readonly others: number;
  /** With how many of the minors' accounts the conversation is staged. */
  readonly staged: number;
  /** Of these, how many were asked for each thing. */
  readonly asked: Readonly<Record<Stage, number>>;
  /** On which the staged conversations began, the commonest first. */
  readonly channels: readonly string[];
  /** Days from the first message of a staged conversation to the last of one; null where no message is dated. */
  readonly days: number | null;
  readonly expected: number;
  readonly chance: number;
  readonly chanceCorrected: number;
  readonly tested: number;
}

/** The sentences of a finding. No account, no name and no text of anybody is in them. */
export function contactReason(figures: ContactFigures, otherwise: readonly string[]): FindingReason {
  const { opened, others, staged, asked, chance, chanceCorrected, tested } = figures;
  const told: Told[] = [
    {
      code: 'contact.opened',
      values: { opened, others },
      words: `This account wrote first to ${opened} accounts of minors, and to ${thousands(others)} other accounts.`,
    },
    {
      code: 'contact.staged',
      values: { staged },
      words: `Of ${staged} of them it asked three things or more: details of the child, and whether the child was alone or that nobody be told.`,
    },
    {
      code: 'contact.asked',
      values: asked,
      words: `Of these it asked ${stages.map((stage) => `${asked[stage]} ${stageWords[stage]}`).join(', ')}.`,
    },
    ...channelsOf(figures),
    ...spanOf(figures),
    {
      code: 'contact.chance',
      values: chanceValues(chance),
      words: `Were its messages to ask for what those of other adults’ accounts ask minors for, so many such conversations or more would come up ${oneIn(chance)}.`,
    },
    {
      code: 'contact.tested',
      values: { tested, share: shareAtMost(chanceCorrected) },
      words: `${thousands(tested)} accounts were tested; of leads like this one, at most ${percent(chanceCorrected)} are expected to be chance.`,
    },
    {
      code: 'contact.minors',
      values: { opened },
      words: `The minors behind these ${opened} accounts are counted and not shown, nor is what they wrote. Of a child no means need be proved (Directive 2011/36/EU, Article 2(5)).`,
    },
  ];
  return {
    ...saidAs(told),
    otherwise,
    figures: {
      opened,
      others,
      staged,
      ...asked,
      expected: figures.expected,
      chance,
      chanceCorrected,
      tested,
    },
  };
}

const stageWords: Readonly<Record<Stage, string>> = {
  age: 'for the age',
  school: 'for the school',
  home: 'for the home',
  photo: 'for a picture',
  alone: 'whether alone',
  secrecy: 'to tell nobody',
  move: 'to go to another channel',
  offer: 'to take money, work or a present',
  meeting: 'to meet',
};

function channelsOf({ channels }: ContactFigures): readonly Told[] {
  if (channels.length === 0) return [];
  return [
    {
      code: 'contact.channels',
      values: { channels },
      words: `These conversations began on ${channels.join(', ')}.`,
    },
  ];
}

function spanOf({ days }: ContactFigures): readonly Told[] {
  if (days === null) return [];
  return [
    {
      code: 'contact.days',
      values: { days },
      words: `All of it within ${days === 1 ? 'one day' : `${thousands(days)} days`}.`,
    },
  ];
}
