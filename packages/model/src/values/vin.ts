import { compact } from './code.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

const values = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/**
 * A chassis number. I, O and Q never stand in one (ISO 3779): they are read as 1, 0 and 0. Vehicles from before 1981
 * have shorter numbers.
 */
export function parseVin(text: string): Parsed {
  if (text.trim() === '') return nothing;
  const value = compact(text).replaceAll('I', '1').replace(/[OQ]/g, '0');
  return value.length < 6 || value.length > 17 || !/\d/.test(value)
    ? failed('value-unreadable')
    : parsed(value);
}

/** Whether the ninth character is right: laid down for North America only (49 CFR 565), so a sign and no proof. */
export function isVinChecked(value: string): boolean {
  if (value.length !== 17) return false;
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    sum += (values.indexOf(value[index] as string) % 10) * (weights[index] as number);
  }
  return 'X0123456789'[((sum % 11) + 1) % 11] === value[8];
}
