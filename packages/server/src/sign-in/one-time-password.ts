import { randomInt } from 'node:crypto';

/** How long a one-time password works. */
export const oneTimePasswordHours = 72;

/** Twenty signs in groups of five, 99 bits; without signs that look alike. */
export function oneTimePassword(): string {
  const sign = () => signs[randomInt(signs.length)] as string;
  const group = () => Array.from({ length: 5 }, sign).join('');
  return Array.from({ length: 4 }, group).join('-');
}

const signs = '23456789abcdefghjkmnpqrstuvwxyz';
