import { Refusal } from '@clew/model/refusal.ts';
import { normalised } from './password-hash.ts';

export const shortestPassword = 12;
export const longestPassword = 128;

/**
 * Refuses passwords that are guessed first. NIST SP 800-63B, section 5.1.1.2: a least length, a list of what is
 * common, repetitive, sequential or the person's own name; no rules on which characters it is made of.
 */
export function checkPassword(
  password: string,
  person: { readonly id: string; readonly title: string },
): void {
  const text = normalised(password);
  const length = [...text].length;
  if (length < shortestPassword || length > longestPassword) {
    throw refused(`A password has ${shortestPassword} to ${longestPassword} characters.`);
  }
  const bare = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (isRepetitive(text.toLowerCase()) || isRepetitive(bare)) throw refused('This password repeats itself.');
  if (isSequence(bare)) throw refused('This password is a sequence.');
  if (isCommon(bare)) throw refused('This password is one of the commonest.');
  const names = [
    person.id,
    person.title,
    ...person.id.split(/[.@_-]/),
    ...person.title.split(/[^\p{L}\p{N}]+/u),
  ];
  let rest = bare;
  for (const name of names.map((each) => each.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))) {
    if (name.length >= 3) rest = rest.replaceAll(name, '');
  }
  if (rest !== bare && [...rest].length < fewestBeyondName) {
    throw refused('This password is little more than the name of the person or the hub.');
  }
}

const fewestBeyondName = 8;

function refused(message: string): Refusal {
  return new Refusal(
    'input-invalid',
    message,
    'Take for example four or five words that nobody would guess.',
  );
}

/** Hardly any different characters, or one short piece over and over. */
function isRepetitive(text: string): boolean {
  if (new Set(text).size < 5) return true;
  return /^(.{1,6}?)\1+.{0,5}$/su.test(text);
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];

/** One or two runs along the alphabet, the digits or the keyboard, in either direction, and nothing else. */
function isSequence(bare: string): boolean {
  let rest = bare;
  for (let runs = 0; runs < 2 && rest !== ''; runs += 1) rest = rest.slice(longestRun(rest));
  return rest === '';
}

function longestRun(text: string): number {
  let longest = 0;
  for (const row of rows) {
    for (const line of [row, [...row].reverse().join('')]) {
      let length = 1;
      while (length <= text.length && line.includes(text.slice(0, length))) length += 1;
      longest = Math.max(longest, length - 1);
    }
  }
  return Math.max(longest, 1);
}

/** The commonest words of leaked lists, alone or strung together, with at most a few characters around them. */
function isCommon(bare: string): boolean {
  const plain = [...bare].map((sign) => leet[sign] ?? sign).join('');
  return [bare, plain].some((text) => {
    let rest = text;
    for (const word of common) rest = rest.replaceAll(word, '');
    return rest.replace(/\d/g, '').length <= 2 && rest.length <= 8 && rest !== text;
  });
}

const leet: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' };

const common = [
  'administrator',
  'motdepasse',
  'contrasena',
  'changeme',
  'passwort',
  'password',
  'passw0rd',
  'letmein',
  'football',
  'baseball',
  'basketball',
  'princess',
  'sunshine',
  'superman',
  'starwars',
  'iloveyou',
  'trustno1',
  'whatever',
  'computer',
  'internet',
  'michelle',
  'jennifer',
  'jordan',
  'michael',
  'charlie',
  'welcome',
  'monkey',
  'dragon',
  'shadow',
  'master',
  'secret',
  'freedom',
  'batman',
  'pokemon',
  'hunter',
  'summer',
  'winter',
  'spring',
  'autumn',
  'hello',
  'login',
  'admin',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'qwerty',
  'qwertz',
  'azerty',
  'abc123',
  '123456789',
  '1234567890',
  '123456',
  'asdfgh',
  'police',
  'europol',
  'test',
  'clew',
  'user',
  'root',
  'pass',
] as const;
