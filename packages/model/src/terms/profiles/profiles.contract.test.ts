import { expect, test } from 'vitest';
import { accessPurposes } from '../../access/actor.ts';
import { ontology } from '../../ontology/ontology.ts';
import { handlingCodes, purposes, subjectCategories } from '../codes.ts';
import { erasureGrounds } from '../erasure.ts';
import { addDuration } from '../iso-duration.ts';
import { termsSchema } from '../terms.ts';
import { clockDecisions } from './legal-profile.ts';
import { profiles, refusedBy, termsFaults } from './profiles.ts';

const at = '2024-02-29T00:00:00.000Z';
const categories = Object.keys(subjectCategories);
const protectedOnes = ['victim', 'witness', 'informant'];

for (const [id, profile] of Object.entries(profiles)) {
  test(`${id} is complete and names its law everywhere`, () => {
    expect(profile.id).toBe(id);
    expect(Object.keys(profile.purposes).sort()).toEqual(
      [...Object.keys(purposes), ...Object.keys(accessPurposes)].sort(),
    );
    expect(Object.keys(profile.handling)).toEqual(Object.keys(handlingCodes));
    for (const rule of Object.values(profile.purposes)) {
      expect(rule.source).toMatch(/\d/);
      expect(categories).toEqual(expect.arrayContaining([...rule.categories]));
      expect(rule.categories).toEqual(expect.arrayContaining([...rule.needNecessity]));
    }
    const grounds = Object.keys(erasureGrounds).filter((ground) => ground !== 'clock');
    expect(Object.keys(profile.erasure)).toEqual(grounds);
    for (const source of Object.values(profile.erasure)) expect(source).toMatch(/\d/);
    for (const demand of profile.demands) expect(demand.source).toMatch(/\d/);
  });

  test(`${id} keeps what holds under every law`, () => {
    const index = profile.purposes['cross-check'];
    expect(index.categories.filter((category) => protectedOnes.includes(category))).toEqual([]);
    expect(index.minors).toBe('never');
    for (const [purpose, rule] of Object.entries(profile.purposes)) {
      expect(rule.uncategorised).toBe(Object.hasOwn(accessPurposes, purpose));
    }
    const free = ['strategic-analysis', ...Object.keys(accessPurposes)];
    for (const [purpose, rule] of Object.entries(profile.purposes)) {
      if (free.includes(purpose)) continue;
      const open = rule.categories.filter((category) => !rule.needNecessity.includes(category));
      expect(open.filter((category) => protectedOnes.includes(category))).toEqual([]);
      expect(rule.minors).not.toBe('allowed');
    }
  });

  test(`${id}: nothing stays for ever, and each clock can be carried out`, () => {
    const ids = profile.clocks.map((clock) => clock.id);
    expect(new Set(ids).size).toBe(ids.length);
    const everything = profile.clocks.filter(
      ({ concerns, otherwise, from }) =>
        concerns === undefined && otherwise === 'erase' && from === 'receipt',
    );
    expect(everything.length).toBeGreaterThan(0);
    for (const clock of everything) {
      // A decision that ended such a clock would keep data without a next review.
      if (clock.decisions.length > 0) expect(clock.again).toBeDefined();
    }
    expect(profile.clocks.some(({ from, decisions }) => from === 'expiry' && decisions.length === 0)).toBe(
      true,
    );
    for (const clock of profile.clocks) {
      expect(clock.source).toMatch(/\d/);
      expect(addDuration(at, clock.period) >= at).toBe(true);
      if (clock.again !== undefined) expect(addDuration(at, clock.again) > at).toBe(true);
      expect(clock.decisions.includes('extend')).toBe(clock.extension !== undefined);
      if (clock.extension)
        expect(addDuration(at, clock.extension.longest) > addDuration(at, clock.period)).toBe(true);
      for (const decision of clock.decisions) expect(clockDecisions).toHaveProperty(decision);
    }
  });

  test(`${id} refuses only properties that the ontology has`, () => {
    const known = ontology.flatMap((type) =>
      Object.keys(type.properties).map((each) => `${type.id}.${each}`),
    );
    expect(known).toEqual(expect.arrayContaining([...profile.refusedProperties]));
    const refused = refusedBy(profile);
    for (const each of known) {
      const [type, property] = each.split('.') as [string, string];
      expect(refused(type, property)).toBe(profile.refusedProperties.includes(each));
    }
  });

  test(`${id}: each demand is met by stating it and by nothing less`, () => {
    const nothing = termsFaults(profile, termsSchema.parse({}));
    expect(nothing.length).toBe(profile.demands.length);
    const all = { category: 'suspect', suspicion: { basis: 'Observed handing over passports' } };
    expect(termsFaults(profile, termsSchema.parse(all))).toEqual([]);
  });
}

test('an empty suspicion is none', () => {
  expect(termsSchema.safeParse({ suspicion: { basis: '  ' } }).success).toBe(false);
  expect(termsFaults(profiles['us-28cfr23'], termsSchema.parse({ category: 'suspect' }))).toHaveLength(1);
});
