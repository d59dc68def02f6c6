import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leadersOfPhrase, PhraseLists } from './phrase-lists.ts';

test('each phrase has the first leaders that were added to it, whatever is added to others between', () => {
  const additions = fc.array(fc.tuple(fc.nat(5), fc.nat(1000)), { maxLength: 300 });
  fc.assert(
    fc.property(additions, (added) => {
      const lists = new PhraseLists(6);
      for (const [phrase, leader] of added) lists.add(phrase, leader);
      for (let phrase = 0; phrase < 6; phrase++) {
        const start = lists.startOf(phrase);
        const count = start === 0 ? 0 : (lists.numbers[start] as number);
        const expected = added.filter(([of]) => of === phrase).map(([, leader]) => leader);
        expect([...lists.numbers.subarray(start + 1, start + 1 + count)]).toEqual(
          expected.slice(0, leadersOfPhrase),
        );
      }
    }),
  );
});
