import { isLuhnChecked } from './check-digit.ts';

/** Whether the check digits of a number are right; undefined where the number has not the form that the rule is of. */
type Rule = (value: string) => boolean | undefined;

const digitsOf = (text: string) => [...text].map(Number);
const weighed = (text: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0);

function ofForm(form: RegExp, check: (value: string) => boolean): Rule {
  return (value) => (form.test(value) ? check(value) : undefined);
}

/** ISO/IEC 7064, MOD 11,10. */
function mod1110(value: string): boolean {
  let product = 10;
  for (const digit of digitsOf(value.slice(0, -1))) {
    const sum = (digit + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(value.at(-1));
}

/** Two tries, the second with other weights where the first leaves 10 (Estonia, Lithuania). */
function baltic(value: string): boolean {
  const first = weighed(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = first === 10 ? weighed(value, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 : first;
  return second % 10 === Number(value[10]);
}

function spanish(value: string): boolean {
  const number = Number(value.slice(0, -1).replace('X', '0').replace('Y', '1').replace('Z', '2'));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === value.at(-1);
}

const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Decree of the Italian Ministry of Finance, 23 December 1976. */
function italian(value: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const code = value.charCodeAt(index);
    const place = code < 65 ? code - 48 : code - 65;
    sum += index % 2 === 0 ? (oddValues[place] as number) : place;
  }
  return sum % 26 === value.charCodeAt(15) - 65;
}

function finnish(value: string): boolean {
  const digits = value.length === 11 ? value.slice(0, 6) + value.slice(7, 10) : value.slice(0, 9);
  return '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits) % 31] === value.at(-1);
}

function norwegian(value: string): boolean {
  return (
    weighed(value, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weighed(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  );
}

function turkish(value: string): boolean {
  const digits = digitsOf(value) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8];
  const even = digits[1] + digits[3] + digits[5] + digits[7];
  const tenth = (((7 * odd - even) % 10) + 10) % 10;
  return tenth === digits[9] && (odd + even + digits[9]) % 10 === digits[10];
}

/** ISO/IEC 7064, MOD 11-2, over the eighteen characters of GB 11643. */
function chinese(value: string): boolean {
  const sum = weighed(value, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return '10X98765432'[sum % 11] === value[17];
}

function brazilian(value: string): boolean {
  const check = (length: number) => {
    const sum = digitsOf(value.slice(0, length)).reduce(
      (total, digit, index) => total + digit * (length + 1 - index),
      0,
    );
    return ((10 * sum) % 11) % 10 === Number(value[length]);
  };
  return check(9) && check(10);
}

function iranian(value: string): boolean {
  const rest = weighed(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? rest : 11 - rest) === Number(value[9]);
}

function yugoslav(value: string): boolean {
  return weighed(value, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

function french(value: string): boolean {
  const digits = value.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(digits) % 97n) === Number(value.slice(13));
}

function belgian(value: string): boolean {
  const [head, check] = [value.slice(0, 9), Number(value.slice(9))];
  return 97 - (Number(head) % 97) === check || 97 - (Number(`2${head}`) % 97) === check;
}

const thirteen = /^\d{13}$/;
const eleven = /^\d{11}$/;
const ten = /^\d{10}$/;
const balkan = ofForm(thirteen, yugoslav);
const birthNumber = ofForm(ten, (value) => (Number(value.slice(0, 9)) % 11) % 10 === Number(value[9]));

// Each rule is laid down by its country; those without a source beside their function are sums of weighted digits.
const rules: Readonly<Record<string, Rule>> = {
  pl: ofForm(eleven, (value) => weighed(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0),
  ro: ofForm(thirteen, (value) => {
    const rest = weighed(value, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
    return (rest === 10 ? 1 : rest) === Number(value[12]);
  }),
  bg: ofForm(ten, (value) => (weighed(value, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(value[9])),
  ua: ofForm(ten, (value) => {
    const sum = weighed(value, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11;
    return ((sum + 11) % 11) % 10 === Number(value[9]);
  }),
  es: ofForm(/^(?:\d{8}|[XYZ]\d{7})[A-Z]$/, spanish),
  nl: ofForm(/^\d{9}$/, (value) => weighed(value, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0),
  be: ofForm(eleven, belgian),
  se: ofForm(/^(?:\d\d)?\d{10}$/, (value) => isLuhnChecked(value.slice(-10))),
  fi: ofForm(/^\d{6}[A-FUVWXY]?\d{3}[0-9A-Y]$/, finnish),
  no: ofForm(eleven, norwegian),
  de: ofForm(eleven, mod1110),
  hr: ofForm(eleven, mod1110),
  it: ofForm(/^[A-Z]{6}[0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/, italian),
  fr: ofForm(/^[1-478]\d{4}(?:\d\d|2[AB])\d{8}$/, french),
  pt: ofForm(/^\d{9}$/, (value) => {
    const rest = weighed(value, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    return (rest < 2 ? 0 : 11 - rest) === Number(value[8]);
  }),
  cz: birthNumber,
  sk: birthNumber,
  ee: ofForm(eleven, baltic),
  lt: ofForm(eleven, baltic),
  rs: balkan,
  ba: balkan,
  me: balkan,
  mk: balkan,
  si: balkan,
  tr: ofForm(/^[1-9]\d{10}$/, turkish),
  ir: ofForm(ten, iranian),
  cn: ofForm(/^\d{17}[0-9X]$/, chinese),
  br: ofForm(eleven, brazilian),
};

/**
 * Whether the check digits of a personal number of a country (ISO 3166-1 alpha-2) are right. Undefined where no rule is
 * known or the number has another form, as numbers of passports and cards do.
 */
export function isNationalNumber(country: string, value: string): boolean | undefined {
  const key = country.toLowerCase();
  return Object.hasOwn(rules, key) ? rules[key]?.(value) : undefined;
}
