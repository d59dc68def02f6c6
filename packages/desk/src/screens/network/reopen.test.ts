import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressFrom, addressText } from '../../address/address.ts';
import { addressedNetwork, networkQuery } from './network-address.ts';
import { noFilters } from './network-content.ts';
import { begunWith, type NetworkDocument, withMembers, withoutMembers } from './network-document.ts';
import { type Anew, bringsTheSame, reopened } from './reopen.ts';
import { linkOf, thing } from './test-network.ts';

const ids = Array.from({ length: 9 }, (_, place) => `person-000000000000000${place}`);
const [center = ''] = ids;
const kinds = ['uses', 'in-case'] as const;
const link = fc.record({
  source: fc.constantFrom(...ids),
  target: fc.constantFrom(...ids),
  kind: fc.constantFrom(...kinds),
});
type Link = typeof link extends fc.Arbitrary<infer Made> ? Made : never;

/** The things themselves, and what is linked to them. */
function near(links: readonly Link[], entities: readonly string[], kind?: string): readonly string[] {
  const followed = links.filter((each) => kind === undefined || each.kind === kind);
  const beside = followed.flatMap(({ source, target }) => [
    ...(entities.includes(source) ? [target] : []),
    ...(entities.includes(target) ? [source] : []),
  ]);
  return [...new Set([...entities, ...beside])];
}

/** What somebody does: `at` says to which of the things that are there. */
const act = fc.record({
  is: fc.constantFrom('unfold', 'unfoldKind', 'unfoldFiltered', 'path', 'remove'),
  at: fc.nat({ max: 8 }),
  to: fc.nat({ max: 8 }),
});
type Act = typeof act extends fc.Arbitrary<infer Made> ? Made : never;

function after(document: NetworkDocument, { is, at, to }: Act, links: readonly Link[]): NetworkDocument {
  const there = [...document.members].sort();
  const one = there[at % there.length];
  if (one === undefined) return document;
  if (is === 'remove') return withoutMembers(document, [one]);
  if (is === 'path') return withMembers(document, [one, ids[to] ?? one]);
  const only = is === 'unfoldKind' ? 'uses' : undefined;
  const filters = is === 'unfoldFiltered' ? { ...noFilters, withoutKinds: ['in-case'] } : noFilters;
  const came = near(links, [one], is === 'unfold' ? undefined : 'uses');
  const isSame = bringsTheSame({ kinds: only === undefined ? undefined : [only], more: 0, filters });
  return withMembers(document, came, isSame ? [one] : []);
}

function hubOf(links: readonly Link[]): Anew {
  const told = (found: readonly string[]) => ({
    ids: found,
    content: {
      nodes: found.map((id) => thing(id)),
      links: links.map(({ source, target, kind }) => linkOf(source, target, { kind })),
    },
  });
  return {
    begin: async () => told(near(links, [center])),
    around: async (_document, { entities }) => told(near(links, entities)),
    themselves: async (_document, asked) => told(asked),
  };
}

test('whatever was unfolded, brought in by a path, a kind or a filter, and taken out, a link shows the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(link, { maxLength: 14 }),
      fc.array(act, { maxLength: 10 }),
      async (links, acts) => {
        const begun = begunWith(near(links, [center]), [center]);
        const made = acts.reduce((document, each) => after(document, each, links), begun);
        const address = addressText(['network', center], networkQuery(made, [center]));
        const addressed = addressedNetwork(addressFrom(address).query);
        const found = await reopened(hubOf(links), { around: [center], addressed });
        const again = withoutMembers(found.document, addressed.takenOut);
        expect([...again.members].sort()).toEqual([...made.members].sort());
      },
    ),
  );
});

test('what is only part of what is linked is told by its ids', () => {
  const whole = { kinds: undefined, more: 0, filters: noFilters };
  expect(bringsTheSame(whole)).toBe(true);
  expect(bringsTheSame({ ...whole, kinds: ['uses'] })).toBe(false);
  expect(bringsTheSame({ ...whole, more: 1 })).toBe(false);
  expect(bringsTheSame({ ...whole, filters: { ...noFilters, hubsAbove: 5 } })).toBe(false);
});
