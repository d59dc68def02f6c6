// What is said of leads from calls, the desk must have words for: neither package may import the other.

import { test } from 'vitest';
import { arrestTold } from '../packages/engine/src/findings/calls/arrests-told.ts';
import { fromAfarTold } from '../packages/engine/src/findings/calls/from-afar-told.ts';
import { oneUserTold } from '../packages/engine/src/findings/calls/one-user-told.ts';
import { arrestResponses } from '../packages/engine/src/findings/detectors/arrest-responses.ts';
import { coordinationFromAfar } from '../packages/engine/src/findings/detectors/coordination-from-afar.ts';
import { severalHandsets } from '../packages/engine/src/findings/detectors/several-handsets.ts';
import type { Told } from '../packages/engine/src/findings/told.ts';
import { expectOtherwise, expectSaid } from './desk-said.ts';

const shared = { chanceCorrected: 0.01, tested: 900 };

const afar = {
  ...{ network: 1n, node: 2n, reached: 5, members: 6, contacts: 7, calls: 40, between: 0.6 },
  ...{ expected: 1.4, days: 20, places: 1, atScene: 0.9, ...shared },
};
const arrest = {
  ...{ arrest: 0, day: '2025-06-01', around: 5, arrested: 1, before: 22, after: 3, expected: 12.3 },
  ...{ othersBefore: 40, othersAfter: 41, silent: 2, days: 122, chance: 0.008, ...shared },
};
const user = {
  ...{ first: 1n, second: 2n, common: 5, contactsFirst: 6, contactsSecond: 7, expectedCommon: 0.4 },
  ...{ together: 16, expectedTogether: 5.7, gap: null, handsets: 1, ...shared },
};

test.each<readonly [string, readonly Told[]]>([
  ['from afar', fromAfarTold({ ...afar, chance: 0.0001 })],
  ['from afar, as good as certain', fromAfarTold({ ...afar, chance: 0 })],
  ['silence after an arrest', arrestTold(arrest)],
  ['carried together', oneUserTold({ ...user, kind: 'carried-together', chance: 0.0001 })],
  ['carried together, as good as certain', oneUserTold({ ...user, kind: 'carried-together', chance: 0 })],
  ['taken over', oneUserTold({ ...user, kind: 'taken-over', gap: -2, chance: 0.0001 })],
  ['taken over, as good as certain', oneUserTold({ ...user, kind: 'taken-over', gap: 3, chance: 0 })],
])('%s can be said in every language of the desk', (_what, told) => {
  for (const { code, values } of told) expectSaid(code, values);
});

test.each([coordinationFromAfar, arrestResponses, severalHandsets])(
  'what else could explain $id is said by the desk as by the hub',
  ({ id, otherwise }) => {
    expectOtherwise(id, otherwise);
  },
);
