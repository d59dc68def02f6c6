/**
 * Values are compared as numbers. A code holds how common the value is in its upper bits, `2 log2(number of subjects)`
 * rounded down, and a serial number in the lower ones: the rarest of several shared values is the one with the least
 * code, and term frequencies need no look-up in the pair stage.
 */
export const serialBits = 25;

/** SQL: the code of a value stated of `count` subjects, with serial number `serial`. */
export function codeSql(count: string, serial: string): string {
  return `(least(63, floor(2 * log2(${count})))::integer << ${serialBits}) + (${serial} % ${2 ** serialBits})::integer`;
}

/** SQL: the frequency class in a code. */
export function classSql(code: string): string {
  return `(${code} >> ${serialBits})`;
}

/** Dates carry the date itself (yyyymmdd, zero where unknown) in the place of a serial number. */
export const dateBits = 27;

export function dateOf(code: string): string {
  return `(${code} & ${2 ** dateBits - 1})`;
}

export function dateClassSql(code: string): string {
  return `(${code} >> ${dateBits})::integer`;
}
