/** What writes a number in a language. */
type Number = (value: number, options?: Intl.NumberFormatOptions) => string;

const raised = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** A probability to read: small ones by a power of ten, very small ones as a bound, because their last digits say nothing. */
export function chanceText(chance: number, number: Number): string {
  if (chance < 1e-9) return '< 10⁻⁹';
  if (chance >= 0.001) return number(chance, { maximumSignificantDigits: 2 });
  const [mantissa = '', exponent = ''] = chance.toExponential(1).split('e-');
  const power = [...exponent].map((digit) => raised[Number(digit)]).join('');
  return `${number(Number(mantissa), { maximumSignificantDigits: 2 })} × 10⁻${power}`;
}
