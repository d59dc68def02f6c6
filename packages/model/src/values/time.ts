import { digitsToAscii } from './date-value.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

const clock =
  /^(?:.*[T\s,])?(\d{1,2})[:h](\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(?:([ap])\.?m\.?)?\s*(?:Z|UTC|GMT)?\s*(?:[+-]\d\d:?\d\d)?$/i;
const dotted = /^(\d{1,2})\.(\d\d)$/;

/**
 * A time of day as `HH:MM` or `HH:MM:SS` (ISO 8601), as the record gives it: the zone that may follow is cut off as it is
 * for dates, and so is a date before it.
 */
export function parseTime(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.length > 200) return failed('value-unreadable');
  const plain = digitsToAscii(trimmed);
  const parts = clock.exec(plain) ?? dotted.exec(plain);
  if (parts === null) return failed('value-unreadable');
  const hour = hourOf(Number(parts[1]), parts[4]?.toLowerCase());
  const [, , minute = '', second] = parts;
  if (hour === undefined || Number(minute) > 59 || Number(second ?? 0) > 59)
    return failed('value-unreadable');
  return parsed([String(hour).padStart(2, '0'), minute, ...(second === undefined ? [] : [second])].join(':'));
}

/** The hour of 24, undefined where there is no such hour. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
