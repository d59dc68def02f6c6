import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ContributionFacts, type DecidedClock, dueClocks, untilAfter } from './clocks.ts';
import { subjectCategories } from './codes.ts';
import { addDuration } from './iso-duration.ts';
import { euEuropol } from './profiles/eu-europol.ts';
import type { Clock, LegalProfile } from './profiles/legal-profile.ts';
import { profiles } from './profiles/profiles.ts';

const facts: ContributionFacts = {
  contribution: '0123456789abcdef',
  owner: 'police-nl',
  receivedAt: '2024-02-29T10:00:00.000Z',
  expires: null,
  persons: { categories: ['suspect'], uncategorised: false, minors: false },
};

const clockOf = (profile: LegalProfile, id: string) =>
  profile.clocks.find((clock) => clock.id === id) as Clock;

const instants = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const everyFacts: fc.Arbitrary<ContributionFacts> = fc.record({
  contribution: fc.constant('0123456789abcdef'),
  owner: fc.constant('police-nl'),
  receivedAt: instants,
  expires: fc.option(instants.map((at) => at.slice(0, 10))),
  persons: fc.option(
    fc.record({
      categories: fc.subarray(Object.keys(subjectCategories) as (keyof typeof subjectCategories)[]),
      uncategorised: fc.boolean(),
      minors: fc.boolean(),
    }),
  ),
});

const everyProfile = fc.constantFrom(...Object.values(profiles));

test('periods end on the same day of the last month, or with the month', () => {
  const add = (day: string, duration: string) => addDuration(`${day}T00:00:00.000Z`, duration).slice(0, 10);
  expect(add('2024-02-29', 'P1Y')).toBe('2025-02-28');
  expect(add('2024-02-29', 'P4Y')).toBe('2028-02-29');
  expect(add('2026-08-31', 'P6M')).toBe('2027-02-28');
  expect(add('2027-08-31', 'P6M')).toBe('2028-02-29');
  expect(add('2026-01-31', 'P1M')).toBe('2026-02-28');
  expect(add('2026-12-31', 'P1D')).toBe('2027-01-01');
  expect(add('2026-11-22', 'P0D')).toBe('2026-11-22');
  expect(add('2026-11-22', 'P1Y2M3D')).toBe('2028-01-25');
  expect(() => add('2026-11-22', 'P')).toThrow();
  expect(() => add('2026-11-22', 'PT5M')).toThrow();
});

test('a period is monotone in its start', () => {
  fc.assert(
    fc.property(instants, instants, fc.nat(80), fc.nat(400), (a, b, months, days) => {
      const duration = `P${months}M${days}D`;
      const [first, second] = a < b ? [a, b] : [b, a];
      // Two ends of one month can meet, and the time of day then decides nothing about the order of days.
      return addDuration(first, duration).slice(0, 10) <= addDuration(second, duration).slice(0, 10);
    }),
  );
});

test('what is due stays due and the days left only get fewer', () => {
  fc.assert(
    fc.property(everyProfile, everyFacts, instants, instants, (profile, given, a, b) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      const before = dueClocks(profile, given, [], first);
      const after = dueClocks(profile, given, [], second);
      expect(after.map(({ clock, due }) => [clock, due])).toEqual(
        before.map(({ clock, due }) => [clock, due]),
      );
      for (const [index, each] of before.entries()) {
        if (each.isDue) expect(after[index]?.isDue).toBe(true);
        expect(after[index]?.daysLeft).toBeLessThanOrEqual(each.daysLeft);
      }
    }),
  );
});

test('what cannot be read is under every clock that anything else would be under', () => {
  fc.assert(
    fc.property(everyProfile, everyFacts, instants, (profile, given, now) => {
      const known = dueClocks(profile, given, [], now).map(({ clock }) => clock);
      const unknown = dueClocks(profile, { ...given, persons: null }, [], now).map(({ clock }) => clock);
      expect(unknown).toEqual(expect.arrayContaining(known));
    }),
  );
});

test('a decision moves the date, and never beyond what the law allows', () => {
  fc.assert(
    fc.property(everyProfile, everyFacts, fc.array(instants, { maxLength: 6 }), (profile, given, times) => {
      for (const clock of profile.clocks) {
        const decided: DecidedClock[] = [];
        for (const at of [...times].sort()) {
          for (const decision of clock.decisions) {
            const until = untilAfter(clock, decision, { facts: given, earlier: decided, at });
            if (until === undefined) continue;
            const runs = dueClocks(profile, given, decided, at).find((due) => due.clock === clock.id);
            decided.push({ contribution: given.contribution, clock: clock.id, decision, at, until });
            const next = dueClocks(profile, given, decided, at).find((due) => due.clock === clock.id);
            if (runs !== undefined) expect(next?.due ?? null).toBe(until);
            if (until !== null) expect(until > at).toBe(true);
            if (decision === 'extend' && until !== null) {
              const longest = addDuration(given.receivedAt, clock.extension?.longest ?? 'P0D');
              expect(until <= longest).toBe(true);
            }
          }
        }
      }
    }),
  );
});

test('decisions on one contribution or clock leave the others alone', () => {
  const at = '2025-01-01T00:00:00.000Z';
  const elsewhere: DecidedClock[] = [
    { contribution: 'fedcba9876543210', clock: 'review', decision: 'keep', at, until: null },
    { contribution: facts.contribution, clock: 'categorise', decision: 'extend', at, until: null },
  ];
  const review = dueClocks(euEuropol, facts, elsewhere, at).find(({ clock }) => clock === 'review');
  expect(review?.due).toBe('2027-02-28T10:00:00.000Z');
});

test('Europol: uncategorised persons after six months, more time up to three years', () => {
  const given = { ...facts, persons: { categories: [], uncategorised: true, minors: false } };
  const now = '2024-09-01T00:00:00.000Z';
  const due = dueClocks(euEuropol, given, [], now)[0];
  expect(due).toMatchObject({
    clock: 'categorise',
    due: '2024-08-29T10:00:00.000Z',
    isDue: true,
    daysLeft: -3,
  });
  const clock = clockOf(euEuropol, 'categorise');
  const earlier: DecidedClock[] = [];
  const dates: (string | null | undefined)[] = [];
  for (let turn = 0; turn < 4; turn++) {
    const at = '2024-08-01T00:00:00.000Z';
    const until = untilAfter(clock, 'extend', { facts: given, earlier, at });
    dates.push(until?.slice(0, 10));
    if (until)
      earlier.push({ contribution: given.contribution, clock: clock.id, decision: 'extend', at, until });
  }
  expect(dates).toEqual(['2025-08-29', '2026-08-29', '2027-02-28', undefined]);
  expect(untilAfter(clock, 'keep', { facts: given, earlier: [], at: now })).toBeUndefined();
});

test('an owner who says when it ends is obeyed on the day', () => {
  const given = { ...facts, expires: '2026-11-22' };
  const clocks = (now: string) =>
    dueClocks(euEuropol, given, [], now)
      .filter(({ isDue }) => isDue)
      .map(({ clock }) => clock);
  expect(clocks('2026-11-21T23:59:59.999Z')).toEqual([]);
  expect(clocks('2026-11-22T00:00:00.000Z')).toEqual(['owner-expiry']);
});
