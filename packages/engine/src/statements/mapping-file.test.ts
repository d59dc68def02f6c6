import { mappingJsonSchema } from '@clew/model/mapping.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { termsJsonSchema } from '@clew/model/terms/terms.ts';
import { expect, test } from 'vitest';
import { mappingFrom, termsFrom } from './mapping-file.ts';

const good = `
clew: 1
seen: { column: Datum, order: dmy }
subjects:
  person:
    type: person
    properties:
      name: { columns: [Name] }
      case: { ref: case }
  case:
    type: case
    key: [Az]
    properties: { number: { columns: [Az] } }
`;

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
}

test('a mapping that fits is read', () => {
  expect(mappingFrom(good, ['Datum', 'Name', 'Az']).subjects.case?.key).toEqual(['Az']);
});

test.each([
  ['not YAML', 'clew: 1\nsubjects: {', 'line 2'],
  ['a key twice', `${good}seen: { column: Name }\n`, 'Map keys must be unique'],
  ['a tag', good.replace('clew: 1', 'clew: !!js/function 1'), 'tag'],
  ['an unknown word', good.replace('seen:', 'sene:'), 'Unrecognized key: "sene"'],
  [
    'a wrong shape',
    good.replace('[Name]', '7'),
    '"subjects.person.properties.name.columns" in the mapping (line 8)',
  ],
  ['an unknown type', good.replace('type: person', 'type: persn'), 'perhaps "person" is meant'],
  [
    'an unknown property',
    good.replace('name:', 'nmae:'),
    'Person has no property "nmae"; perhaps "name" is meant',
  ],
  ['an inherited property', good.replace('name:', 'toString:'), 'Person has no property "toString"'],
  ['an unknown subject', good.replace('ref: case', 'ref: cases'), 'refers to "cases"'],
  [
    'a subject of another type',
    good.replace('case: { ref', 'employer: { ref'),
    'needs one of type organization',
  ],
  [
    'a column that is not there',
    good.replace('[Name]', '[Nmae]'),
    'no column "Nmae"; perhaps "Name" is meant',
  ],
  ['no subjects', 'clew: 1\nsubjects: {}', 'It has no subjects.'],
  ['too long', `${good}#${'x'.repeat(1_100_000)}`, 'longer than 1 MiB'],
])('%s is refused with the place and a way on', (_, text, words) => {
  const refusal = refusalOf(() => mappingFrom(text, ['Datum', 'Name', 'Az']));
  expect(refusal.code).toBe('mapping-invalid');
  expect(refusal.message).toContain(words);
  expect(refusal.advice).toContain('clew map');
});

test('an alias bomb is refused', () => {
  const lines = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (let index = 0; index < 8; index++) {
    const [from, to] = ['abcdefghi'[index], 'abcdefghi'[index + 1]];
    lines.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(',')}]`);
  }
  expect(refusalOf(() => mappingFrom(lines.join('\n'))).message).toContain('too often');
});

test('terms: defaults are filled in, what does not hold together is refused', () => {
  expect(termsFrom('category: suspect')).toMatchObject({ category: 'suspect', handling: ['H0'] });
  expect(refusalOf(() => termsFrom('category: suspct')).message).toContain(
    '"category" in the terms (line 1)',
  );
  expect(refusalOf(() => termsFrom('handling: [H3]')).message).toContain('restriction');
  expect(refusalOf(() => termsFrom('purposes: [operational-analysis]')).message).toContain('project');
  expect(refusalOf(() => termsFrom('- a')).code).toBe('terms-invalid');
});

test('both have a JSON Schema that forbids unknown words', () => {
  expect(mappingJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
  expect(termsJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
});
