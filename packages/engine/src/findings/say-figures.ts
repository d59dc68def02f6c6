/** With a capital at the beginning, as a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A share of one. Below a thousandth the digits say nothing. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return 'less than 0.1 %';
  return `${Number((share * 100).toPrecision(2))} %`;
}

/** How often something so unlikely comes up. */
export function oneIn(chance: number): string {
  if (chance < 1e-9) return 'less than once in a billion';
  const times = 1 / chance;
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(times)) - 1);
  return `1 time in ${thousands(Math.max(1, Math.floor(times / digits) * digits))}`;
}

/** A count with commas. */
export function thousands(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** "1 place", "3 places". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : several}`;
}
