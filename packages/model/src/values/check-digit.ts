const weights = [7, 3, 1] as const;

/**
 * The check digit over a field of a machine-readable zone: weights 7, 3, 1; A = 10 ... Z = 35, filler = 0 (ICAO Doc
 * 9303 part 3, 4.9). Undefined when a character cannot stand in a zone.
 */
export function checkDigit(field: string): number | undefined {
  let sum = 0;
  for (let index = 0; index < field.length; index++) {
    const value = zoneValue(field.charCodeAt(index));
    if (value === undefined) return undefined;
    sum += value * (weights[index % 3] as number);
  }
  return sum % 10;
}

/** Whether `digit` (a digit, or a filler for 0) is the check digit of the field. */
export function isChecked(field: string, digit: string): boolean {
  return checkDigit(field) === (digit === '<' ? 0 : Number(digit));
}

/** Whether the last of the digits is the check digit of those before it, by the method of Luhn (ISO/IEC 7812-1, annex B). */
export function isLuhnChecked(digits: string): boolean {
  const sum = [...digits]
    .reverse()
    .map(Number)
    .reduce(
      (total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit),
      0,
    );
  return sum % 10 === 0;
}

function zoneValue(code: number): number | undefined {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 90) return code - 55;
  return code === 60 ? 0 : undefined;
}
