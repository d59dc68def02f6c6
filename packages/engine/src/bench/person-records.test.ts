import { describe, expect, it } from 'vitest';
import { personRecords } from './person-records.ts';

describe('people for comparisons', () => {
  it('are the same for the same seed and number, and others for another seed', () => {
    const made = personRecords({ records: 500, seed: 1 });
    expect(personRecords({ records: 500, seed: 1 })).toEqual(made);
    expect(personRecords({ records: 500, seed: 2 }).content).not.toBe(made.content);
  });

  it('have a row and a truth each, no cell that holds a separator, and are there several times', () => {
    const { content, truth } = personRecords({ records: 2_000, seed: 7 });
    const lines = content.trimEnd().split('\n');
    expect(lines.length).toBe(2_001);
    expect(truth.length).toBe(2_000);
    expect(lines.every((line) => line.split(',').length === 8)).toBe(true);
    const people = new Set(truth).size;
    expect(people).toBeGreaterThan(1_000);
    expect(people).toBeLessThan(1_600);
  });

  it('do not tell by the order of rows who is who', () => {
    const { truth } = personRecords({ records: 2_000, seed: 7 });
    const beside = truth.filter((person, index) => truth[index + 1] === person).length;
    expect(beside).toBeLessThan(20);
  });

  it('live together only when asked', () => {
    const shared = (households: number) => {
      const { content, truth } = personRecords({ records: 2_000, seed: 7, households });
      const rows = content.trimEnd().split('\n').slice(1);
      const homes = new Map<string, Set<string>>();
      rows.forEach((row, index) => {
        const [, surname, number, street, suburb] = row.split(',');
        const home = [surname, number, street, suburb].join(',');
        homes.set(home, (homes.get(home) ?? new Set()).add(truth[index] ?? ''));
      });
      return [...homes.values()].filter((people) => people.size > 1).length;
    };
    expect(shared(0)).toBe(0);
    expect(shared(0.3)).toBeGreaterThan(100);
  });
});
