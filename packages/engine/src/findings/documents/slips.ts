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

/**
 * How many people are expected to have a number besides its bearer by nothing but accident: numbers of its form given twice, as
 * if they were spread evenly over the form, and slips, from a number that is one slip away or from any of the form. A country
 * gives no number twice, so where each bearer is on file with the country as well, slips are all.
 */
export function expectedByAccident(of: {
  readonly number: string;
  /** Numbers of the form on file, one for each person who has one. */
  readonly ofForm: number;
  /** Of these, those one slip away. */
  readonly neighbours: number;
  /** Slips in a number that is written down. */
  readonly slipRate: number;
  /** Whether the country is stated with each bearer. */
  readonly isIssuerStated: boolean;
}): number {
  const digits = countDigits(of.number);
  const dense = of.ofForm / 10 ** digits;
  const slips = of.slipRate * (dense + of.neighbours / (9 * digits));
  return of.isIssuerStated ? slips : dense + slips;
}

function isDigit(text: string): boolean {
  return text >= '0' && text <= '9';
}
