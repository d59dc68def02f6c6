/**
 * Values are compared as numbers. A code holds how common the value is in its upper bits, `2 log2(number of subjects)`
 * rounded down, and a hash of the value in the lower ones: the rarest of several shared values is the one with the least
 * code, term frequencies need no look-up in the pair stage, and the code of a value does not depend on which other
 * values there are. Two values of a million share a hash with a probability of 1 in 18,000.
 */
export const hashBits = 53;

/** SQL: the frequency class of a value that is stated of `count` subjects. */
export function classOfCount(count: string): string {
  return `least(63, floor(2 * log2(${count})))::bigint`;
}

/** SQL: the part of a code that the value alone decides. */
export function hashSql(value: string): string {
  return `(hash(${value}) >> ${64 - hashBits})`;
}

/** SQL: the code of a value of a frequency class. A code times four is still a BIGINT. */
export function codeSql(frequencyClass: string, value: string): string {
  return `((${frequencyClass} << ${hashBits}) | ${hashSql(value)}::bigint)`;
}

/** SQL: the frequency class in a code. */
export function classSql(code: string): string {
  return `(${code} >> ${hashBits})::integer`;
}

/**
 * Dates carry the date itself (yyyymmdd, zero where unknown) in the place of a serial number, then from low to high: the
 * frequency class of the date (6 bits), one more than the class of an agreement in the year alone (6 bits, 0: not known),
 * how many years a span goes on beyond its first (7 bits), and whether it is less than a date: year, month or day are not
 * known, or the day is one that stands for that.
 */
export const dateBits = 27;
export const dateLayout = { class: dateBits, yearClass: 33, width: 39, vague: 46 } as const;

export function dateOf(code: string): string {
  return `(${code} & ${2 ** dateBits - 1})`;
}

export function dateClassSql(code: string): string {
  return `((${code} >> ${dateLayout.class}) & 63)::integer`;
}

/** SQL: the class of an agreement in the year; null where it is not known. */
export function yearClassSql(code: string): string {
  return `(nullif((${code} >> ${dateLayout.yearClass}) & 63, 0) - 1)::integer`;
}

export function dateWidthSql(code: string): string {
  return `((${code} >> ${dateLayout.width}) & 127)`;
}

export function isVagueSql(code: string): string {
  return `(${code} >= ${2 ** dateLayout.vague})`;
}
