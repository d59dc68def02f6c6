/** With a capital at the beginning, as a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Below this a share is told as a bound. */
export const leastShare = 0.001;

/** A share of one, to two digits. */
export function percent(share: number): string {
  if (share > 0 && share < leastShare) return 'less than 0.1 %';
  return `${Number((share * 100).toPrecision(2))} %`;
}

/** Below this a chance is told as a bound. */
export const leastTimes = 1_000_000_000;
export const leastChance = 1 / leastTimes;

/** How often something so unlikely comes up. */
export function oneIn(chance: number): string {
  return chance < leastChance ? 'less than once in a billion' : `1 time in ${thousands(timesOf(chance))}`;
}

/** One in so many, to two digits, not above what it is. */
export function timesOf(chance: number): number {
  const times = 1 / chance;
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(times)) - 1);
  return Math.max(1, Math.floor(times / digits) * digits);
}

/** A count with commas. */
export function thousands(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** "1 place", "3 places". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : several}`;
}
