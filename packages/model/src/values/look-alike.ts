/** Capital letters of the Cyrillic and the Greek script that a Latin letter looks like, and that letter. */
const shapes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
};

/** Text in capitals, each Cyrillic or Greek letter that looks like a Latin one written as that. */
export function latinShapes(text: string): string {
  return text.toUpperCase().replace(/[\u0370-\u03ff\u0400-\u04ff]/g, (letter) => shapes[letter] ?? letter);
}

/**
 * Text in capitals by the shape of its letters, where all of them have a Latin one; else unchanged. People type a series
 * of a Ukrainian or Bulgarian document on whatever keyboard they have: СН is CH for one and СН for the other.
 */
export function latinShapesOfAll(text: string): string {
  const shaped = latinShapes(text);
  return /[\u0370-\u03ff\u0400-\u04ff]/.test(shaped) ? text : shaped;
}

/** The digits that letters of a field of digits are taken for: O, Q and D for 0, I and L for 1, Z, S and B. */
export function digitsForLetters(text: string): string {
  return text.replace(/[OQDILZSB]/g, (letter) => digits[letter] as string);
}

const digits: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
};

/** The letters that digits of a field of letters are taken for. */
export function lettersForDigits(text: string): string {
  return text.replace(/[0158]/g, (digit) =>
    digit === '0' ? 'O' : digit === '1' ? 'I' : digit === '5' ? 'S' : 'B',
  );
}

/**
 * All readings of a text in which any O is taken for 0, I for 1, or the other way; the text itself first. Only the first
 * four such characters are turned.
 */
export function* readings(text: string): Generator<string> {
  const places = [...text.matchAll(/[O0I1]/g)].slice(0, 4).map((match) => match.index);
  for (let choice = 0; choice < 1 << places.length; choice++) {
    const letters = [...text];
    places.forEach((place, index) => {
      if (((choice >> index) & 1) === 1) letters[place] = turned[letters[place] as string] as string;
    });
    yield letters.join('');
  }
}

const turned: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' };
