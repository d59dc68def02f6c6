import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test('cells are quoted where they must be, and a formula stays a text', () => {
  expect(
    csvText([
      ['Name', 'Links'],
      ['Petrov, "Ivan"', 3],
      ['=HYPERLINK("x")', null],
      ['+385 91', -2],
      ['a\nb', 0],
    ]),
  ).toBe(
    '\ufeffName,Links\r\n"Petrov, ""Ivan""",3\r\n"\'=HYPERLINK(""x"")",\r\n\'+385 91,-2\r\n"a\nb",0\r\n',
  );
});
