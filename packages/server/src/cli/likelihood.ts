/** A probability as people read it: 0.031, or an upper bound where it is too small to mean a number. */
export function likelihood(chance: number): string {
  if (chance < 1e-9) return 'under 1 in a billion';
  if (chance < 1e-6) return 'under 1 in a million';
  if (chance < 0.001) return 'under 0.001';
  return chance.toFixed(3);
}
