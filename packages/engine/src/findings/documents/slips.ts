import { chanceOfAtLeastEvents, logFactorial } from '../chance.ts';

/** What one slip of the keyboard makes of a number: another digit in one place, or two neighbours changed about. */
export function oneSlipAway(number: string): string[] {
  const slips = new Set<string>();
  for (let at = 0; at < number.length; at++) {
    const [before, digit, behind] = [number.slice(0, at), number.charAt(at), number.slice(at + 1)];
    if (!isDigit(digit)) continue;
    for (let other = 0; other < 10; other++) slips.add(`${before}${other}${behind}`);
    const next = behind.charAt(0);
    if (isDigit(next)) slips.add(`${before}${next}${digit}${behind.slice(1)}`);
  }
  slips.delete(number);
  return [...slips];
}

/** Digits of a number. */
export function countDigits(number: string): number {
  return [...number].filter(isDigit).length;
}

/** How many are expected to have a number by accident, where everybody has what is their own. */
export interface Accident {
  /** On file with a number of the form, for each number that the form has: as if numbers were spread evenly over it. */
  readonly given: number;
  /** Besides its bearers: slips, from a number that is one slip away or from any of the form. */
  readonly slips: number;
}

/** What is expected of one number. `shown` is the share of bearers of whom enough is on file to be shown to be somebody else. */
export function accidentOf(of: {
  readonly digits: number;
  /** Numbers of the form on file, one for each person who has one. */
  readonly ofForm: number;
  /** Of these, those one slip away. */
  readonly neighbours: number;
  /** Slips in a number that is written down. */
  readonly slipRate: number;
  readonly shown: number;
}): Accident {
  const { digits, ofForm, neighbours, slipRate, shown } = of;
  const dense = ofForm / 10 ** digits;
  return { given: dense * shown, slips: slipRate * (dense + neighbours / (9 * digits)) * shown };
}

/** A country gives no number twice: where each bearer is on file with it, slips are all. */
export function ofOneIssuer({ slips }: Accident): Accident {
  return { given: 0, slips };
}

/**
 * How likely a number that is on file has so many bearers more. How many were given it is Poisson's, knowing that somebody was;
 * slips come on top.
 */
export function chanceOfMoreBearers({ given, slips }: Accident, more: number): number {
  if (given <= 0) return chanceOfAtLeastEvents(slips, more);
  const onFile = -Math.expm1(-given);
  let chance = chanceOfAtLeastEvents(given, more + 1) / onFile;
  for (let further = 0; further < more; further++) {
    const exactly = Math.exp((further + 1) * Math.log(given) - given - logFactorial(further + 1)) / onFile;
    chance += exactly * chanceOfAtLeastEvents(slips, more - further);
  }
  return Math.min(1, chance);
}

function isDigit(text: string): boolean {
  return text >= '0' && text <= '9';
}
