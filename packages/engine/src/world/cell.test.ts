import { expect, test } from 'vitest';
import { cellSize, isOffender } from './cell.ts';
import { planCell } from './plan-cell.ts';

const plan = (cell: number) => {
  let cases = 0;
  return planCell({
    seed: 5,
    cell,
    first: cell * cellSize,
    size: cellSize,
    nextCase: () => `case ${++cases}`,
  });
};

test('a cell late in a world of ten million is planned without those before it', () => {
  const cell = plan(4_999);
  expect(cell.people[0]?.id).toBe(9_998_000);
  expect(plan(4_999).appearances.length).toBe(cell.appearances.length);
  expect(cell.truth.facilitators).not.toEqual(plan(4_998).truth.facilitators);
});

test('minors and victims are never said to be what they are not', () => {
  const { people, networks, appearances } = plan(3);
  for (const { birth, minor } of people) expect(birth.year >= 2010).toBe(minor);
  for (const network of networks) {
    expect(network.members.length).toBeGreaterThanOrEqual(3);
    expect(network.members.length).toBeLessThanOrEqual(15);
    for (const { person, role } of network.members) {
      expect(person.category === 'victim').toBe(role === 'victim');
      const inCases = appearances.filter(
        (row) => row.person === person && row.case !== null && network.cases.includes(row.case),
      );
      expect(inCases.length).toBeGreaterThanOrEqual(1);
    }
  }
  for (const { person, category } of appearances)
    expect(isOffender(category)).toBe(isOffender(person.category));
});

test('twins share a birth and a home but not a given name', () => {
  const cell = plan(0);
  const twins = cell.truth.traps.filter(({ kind }) => kind === 'twins');
  expect(twins.length).toBeGreaterThanOrEqual(2);
  for (const { identities } of twins) {
    const [one, other] = (identities as string[]).map((id) => cell.people[Number(id.slice(1))]);
    expect(one?.birth).toEqual(other?.birth);
    expect(one?.address).toBe(other?.address);
    expect(one?.family).toBe(other?.family);
    expect(one?.given.spellings[0]).not.toBe(other?.given.spellings[0]);
  }
});
