import type { AuditEntry } from '@clew/ledger/audit/chain.ts';
import type { Action } from '@clew/model/access/actions.ts';
import type { Actor, Ground } from '@clew/model/access/actor.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { type Label, labelFrom } from '@clew/model/terms/label.ts';
import { euEuropol } from '@clew/model/terms/profiles/eu-europol.ts';
import { type Terms, termsSchema } from '@clew/model/terms/terms.ts';
import { expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { createGate } from './cedar-gate.ts';
import { type GateState, nothingInForce } from './gate-state.ts';
import { type Resource, wholeHub } from './resource.ts';

const person: Actor = {
  person: 'ann',
  roles: ['analyst'],
  partner: null,
  projects: ['phoenix'],
  via: 'session',
  scopes: null,
};
const strategic: Ground = { purpose: 'strategic-analysis', project: null };
const caller = (actor: Partial<Actor> = {}, ground: Ground = strategic): Caller => ({
  actor: { ...person, ...actor },
  ground,
  request: 'r1',
});
const file: Resource = { kind: 'contribution', id: '00112233aabbccdd', owner: 'border' };

function gateWith(given: { state?: GateState; write?: (entry: AuditEntry) => Promise<void> } = {}) {
  const log: AuditEntry[] = [];
  let state = given.state ?? nothingInForce;
  const gate = createGate({
    profile: euEuropol,
    write: given.write ?? (async (entry) => void log.push(entry)),
    today: () => '2026-11-22',
    state: () => state,
    now: () => '2026-11-22T10:00:00.000Z',
  });
  return { gate, log, change: (next: GateState) => (state = next) };
}

function labelled(terms: Partial<Terms>, standing: Partial<Parameters<typeof labelFrom>[2]> = {}): Label {
  const all = termsSchema.parse({ purposes: ['strategic-analysis', 'operational-analysis'], ...terms });
  return labelFrom('border', all, { personal: true, minor: false, category: 'suspect', ...standing });
}

test('what passes is in the log when it passes', async () => {
  const { gate, log } = gateWith();
  await gate.pass(caller(), 'view.read', wholeHub, 'view 1');
  expect(log).toEqual([
    {
      at: '2026-11-22T10:00:00.000Z',
      person: 'ann',
      via: 'session',
      action: 'view.read',
      what: 'hub',
      purpose: 'strategic-analysis',
      project: null,
      label: 'view 1',
      outcome: 'allowed',
    },
  ]);
});

test('what is refused is in the log too, and the words do not tell what it was', async () => {
  const { gate, log } = gateWith();
  const refused = async (action: Action, resource: Resource) =>
    gate.pass(caller(), action, resource).catch((error: unknown) => error as Refusal);
  const [one, other] = [await refused('contribution.read', file), await refused('audit.read', wholeHub)];
  expect(one).toBeInstanceOf(Refusal);
  expect(one).toMatchObject({ code: 'forbidden' });
  expect([one?.message, one?.advice]).toEqual([other?.message, other?.advice]);
  expect(JSON.stringify([one?.message, one?.advice])).not.toContain(file.kind);
  expect(log.map(({ outcome, what }) => [outcome, what])).toEqual([
    ['refused', 'contribution 00112233aabbccdd'],
    ['refused', 'hub'],
  ]);
});

test('what cannot be written down does not happen', async () => {
  const { gate } = gateWith({ write: () => Promise.reject(new Error('disk')) });
  await expect(gate.pass(caller(), 'view.read', wholeHub)).rejects.toThrow('disk');
  await expect(gate.pass(caller(), 'audit.read', wholeHub)).rejects.toThrow('disk');
});

test('asking whether something would pass writes nothing', () => {
  const { gate, log } = gateWith();
  expect(gate.allows(caller(), 'view.read', wholeHub)).toBe(true);
  expect(gate.allows(caller({ roles: [] }), 'view.read', wholeHub)).toBe(false);
  expect(log).toEqual([]);
});

test('labels are decided one by one, in their order', () => {
  const { gate } = gateWith();
  const labels = [
    labelled({}),
    labelled({ purposes: ['cross-check'] }),
    labelled({ expires: '2026-11-22' }),
    labelled({ expires: '2026-11-23' }),
    labelled({}, { category: undefined }),
  ];
  expect(gate.readable(caller(), labels)).toEqual([true, false, false, true, false]);
});

test('a decision is forgotten when what it rests on changes', () => {
  const { gate, change } = gateWith();
  const inProject = caller({}, { purpose: 'operational-analysis', project: 'phoenix' });
  const victim = [labelled({ project: 'phoenix' }, { category: 'victim' })];
  expect(gate.readable(inProject, victim)).toEqual([false]);
  change({ ...nothingInForce, necessities: [{ project: 'phoenix', categories: ['victim'], minors: false }] });
  expect(gate.readable(inProject, victim)).toEqual([true]);
  expect(
    gate.readable(inProject, [labelled({ project: 'phoenix' }, { category: 'victim', minor: true })]),
  ).toEqual([false]);
  change(nothingInForce);
  expect(gate.readable(inProject, victim)).toEqual([false]);
  expect(gate.readable(caller({ projects: [] }, inProject.ground), victim)).toEqual([false]);
});

test('broken glass lifts whom a purpose may concern, and neither quarantine nor handling nor expiry', () => {
  const ground: Ground = { purpose: 'strategic-analysis', project: null };
  const state = { ...nothingInForce, breakGlass: [{ person: 'ann', ...ground }] };
  const { gate } = gateWith({ state });
  const none = [labelled({}, { category: undefined }), labelled({ expires: '2026-01-01' })];
  expect(gate.readable(caller(), none)).toEqual([false, false]);
  expect(gate.readable(caller({ partner: 'other' }), [labelled({ handling: ['H2'] })])).toEqual([false]);
  const crossCheck: Ground = { purpose: 'cross-check', project: null };
  const victim = [labelled({ purposes: ['cross-check'] }, { category: 'victim', minor: true })];
  expect(gate.readable(caller({}, crossCheck), victim)).toEqual([false]);
  const broken = gateWith({
    state: { ...nothingInForce, breakGlass: [{ person: 'ann', ...crossCheck }] },
  }).gate;
  expect(broken.readable(caller({}, crossCheck), victim)).toEqual([true]);
  expect(broken.readable(caller({ person: 'bob' }, crossCheck), victim)).toEqual([false]);
});

test.each(['__proto__', 'toString', '', 'Oversight', 'x'.repeat(100_000)])(
  'a purpose that nobody laid down opens nothing: %.20s',
  (purpose) => {
    const { gate } = gateWith();
    const all = caller({ roles: ['analyst', 'reviewer', 'data-protection-officer'] }, {
      purpose,
      project: null,
    } as unknown as Ground);
    expect(gate.allows(all, 'view.read', wholeHub)).toBe(false);
    const label = { ...labelled({}), purposes: [purpose] } as unknown as Label;
    expect(gate.readable(all, [label])).toEqual([false]);
  },
);

test.each(['"', '\\', 'hub', 'a"}]', '\u0000', '\ud800', 'Partner::"border"'])(
  'an owner named %j is not the hub, and not another owner',
  (owner) => {
    const { gate } = gateWith();
    const other = caller({ partner: owner, roles: ['contributor'] });
    expect(gate.allows(other, 'contribution.read', file)).toBe(false);
    expect(gate.allows(other, 'contribution.hand-in', file)).toBe(false);
    expect(gate.readable(other, [labelled({}), labelled({ project: owner })])).toEqual([false, false]);
  },
);
