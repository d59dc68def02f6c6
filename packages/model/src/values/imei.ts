import { isLuhnChecked } from './check-digit.ts';
import { digitsToAscii } from './date-value.ts';
import { failed, nothing, type Parsed, parsed, parsedWith } from './parsed.ts';

/**
 * The identity of a handset (IMEI, 3GPP TS 23.003 section 6.2): its first 14 digits, type and serial number. The 15th is a
 * check digit by the method of Luhn, which networks leave out or send as 0; a wrong one is a problem. Of 16 digits the last
 * two are the version of the software, which changes while the handset stays the same.
 */
export function parseImei(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.length > 100) return failed('value-unreadable');
  const digits = digitsToAscii(trimmed).replace(/[\s./-]/g, '');
  if (!/^\d{14,16}$/.test(digits) || /^(\d)\1+$/.test(digits)) return failed('value-unreadable');
  const value = digits.slice(0, 14);
  const isWrong = digits.length === 15 && digits[14] !== '0' && !isLuhnChecked(digits);
  return isWrong ? parsedWith(value, 'document-checksum') : parsed(value);
}
