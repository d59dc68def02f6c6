import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diceFor } from '../../dice.ts';
import { type AdvertToBind, type Bound, bindAdverts } from './bind-adverts.ts';

/** Texts by their template: `words` gives the keys of each wording, one run without slots. */
function bind(adverts: readonly AdvertToBind[], words: (template: number) => readonly number[]): Bound {
  const keys = (template: number) => Int32Array.from(words(template));
  return bindAdverts(adverts, {
    advert: (advert) => keys((adverts[advert] as AdvertToBind).template),
    template: (template) => [keys(template)],
  });
}

const own = (template: number) => Array.from({ length: 12 }, (_, at) => 1_000 * (template + 2) + at);
/** Thirty origins of two adverts each, with a wording and a contact point of their own. */
const others = Array.from({ length: 60 }, (_, at): AdvertToBind => {
  const origin = 100 + Math.floor(at / 2);
  return { template: origin, contacts: [origin] };
});

const originsOf = ({ origin }: Bound, count: number) => new Set(origin.subarray(0, count)).size;

describe('of one origin', () => {
  test('adverts that name one contact point, whatever their wording', () => {
    const adverts = [
      { template: 1, contacts: [1] },
      { template: 2, contacts: [1, 2] },
      { template: -1, contacts: [2] },
    ];
    expect(originsOf(bind([...adverts, ...others], own), 3)).toBe(1);
  });

  test('two contact points under a wording that nobody else would write', () => {
    const adverts = [
      { template: 1, contacts: [1] },
      { template: 1, contacts: [1] },
      { template: 1, contacts: [2] },
      { template: 1, contacts: [] },
    ];
    const bound = bind([...adverts, ...others], own);
    expect(originsOf(bound, 4)).toBe(1);
    expect([...bound.joined.keys()]).toEqual([1]);
  });
});

describe('not of one origin', () => {
  test('those who write what everybody writes', () => {
    const common = (template: number) => (template === 1 ? [1, 2, 3] : [1, 2, 3, ...own(template)]);
    const adverts = [
      { template: 1, contacts: [1] },
      { template: 1, contacts: [2] },
    ];
    expect(originsOf(bind([...adverts, ...others], common), 2)).toBe(2);
  });

  test('those who use a wording that is passed around', () => {
    const adverts = Array.from({ length: 12 }, (_, at) => ({ template: 1, contacts: [1 + (at % 6)] }));
    expect(originsOf(bind([...adverts, ...others], own), 12)).toBe(6);
  });

  test('those under whose adverts a helpdesk stands', () => {
    const helped = others.map((advert, at) =>
      at % 4 === 0 ? { ...advert, contacts: [...advert.contacts, 99] } : advert,
    );
    const bound = bind(helped, own);
    expect(bound.popular).toEqual(new Set([99]));
    expect(originsOf(bound, 60)).toBe(30);
  });

  test('those who chose the same of few phrases, whose words stand in several of them', () => {
    const phrases = 12;
    // Five words each, of which the second and the fourth stand in others too.
    const phrase = (at: number) => [7_000 + at, 8_000 + (at % 3), 7_100 + at, 8_100 + (at % 4), 7_200 + at];
    const dice = diceFor(3, 'phrases', 0);
    const chosen: number[] = [];
    for (let advertiser = 0; advertiser < 900; advertiser++) {
      const three = new Set<number>();
      while (three.size < 3) three.add(dice.below(phrases));
      chosen.push([...three].reduce((sum, one) => sum * phrases + one, 0));
    }
    const places = [...new Set(chosen)];
    const adverts = chosen.map((one, contact) => ({ template: places.indexOf(one), contacts: [contact] }));
    const bound = bind(adverts, (template) => {
      const one = places[template] as number;
      return [Math.floor(one / phrases ** 2), Math.floor(one / phrases) % phrases, one % phrases].flatMap(
        phrase,
      );
    });
    expect(new Set(chosen).size).toBeLessThan(700);
    expect(bound.joined.size).toBe(0);
  });

  test('those who name no contact point at all', () => {
    const adverts = Array.from({ length: 4 }, () => ({ template: 1, contacts: [] }));
    expect(originsOf(bind([...adverts, ...others], own), 4)).toBe(4);
  });
});

test('the order of adverts changes nothing', () => {
  const advert = fc.record({
    template: fc.integer({ min: -1, max: 6 }),
    contacts: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 3 }),
  });
  const groups = ({ origin }: Bound, places: readonly number[]) =>
    places.map((one) => places.map((other) => origin[one] === origin[other]));
  fc.assert(
    fc.property(fc.array(advert, { maxLength: 25 }), (adverts) => {
      const there = adverts.map((_, at) => at);
      const back = there.map((at) => adverts.length - 1 - at);
      expect(groups(bind([...adverts].reverse(), own), back)).toEqual(groups(bind(adverts, own), there));
    }),
    { numRuns: 40 },
  );
});
