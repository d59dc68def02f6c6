import { expect, test } from 'vitest';
import { readMessage } from './read-message.ts';
import { stages, wordings } from './wordings.ts';

test.each([
  ['Hi! How old are you?? and what school', ['age', 'school']],
  ['t’es seule ? envoie-moi une photo, ÇA RESTE ENTRE NOUS', ['alone', 'photo', 'secrecy']],
  ['Sind deine Eltern da? Schreib mir auf WhatsApp', ['alone', 'move']],
  ['¿Cuántos años tienes? Te recojo, no se lo digas a nadie', ['age', 'meeting', 'secrecy']],
  ['كم عمرك؟ هل أنتِ وحدك؟ أنتظرك', ['age', 'alone', 'meeting']],
  ['homework is due on Friday, page 12', []],
  ['The whole schooling of an old man', []],
  ['', []],
])('what “%s” asks for', (text, asked) => {
  expect([...readMessage(text).keys()].sort()).toEqual(asked);
});

test('every wording is in five languages and is found in itself', () => {
  for (const stage of stages) {
    expect(wordings[stage]).toHaveLength(5);
    for (const text of wordings[stage].flatMap((list) => list.split('|')))
      expect(readMessage(`so ${text} or`).has(stage), text).toBe(true);
  }
});
