import { expect, test } from 'vitest';
import { offeredTo, purposesOf } from './person.ts';

const ground = { purpose: 'strategic-analysis', project: null };

test('who has no role is offered nothing, and is asked for no purpose', () => {
  const guest = { roles: [], partner: null };
  expect(Object.values(offeredTo(guest, ground)).some(Boolean)).toBe(false);
  expect(purposesOf(guest)).toEqual([]);
});

test('each purpose opens what the gate opens for it', () => {
  const reviewer = { roles: ['analyst', 'reviewer'] as const, partner: null };
  expect(offeredTo({ ...reviewer, roles: [...reviewer.roles] }, ground)).toMatchObject({
    view: true,
    review: true,
  });
  const categorising = { purpose: 'categorisation', project: null };
  expect(offeredTo({ ...reviewer, roles: [...reviewer.roles] }, categorising)).toMatchObject({
    view: true,
    review: false,
  });
  const officer = { roles: ['data-protection-officer' as const], partner: null };
  expect(purposesOf(officer)).toEqual(['oversight']);
  expect(offeredTo(officer, { purpose: 'oversight', project: null })).toMatchObject({
    view: true,
    decides: true,
  });
  expect(offeredTo(officer, ground)).toMatchObject({ view: false });
});

test('hits and intake are a partner’s own; the hub’s people have none', () => {
  const roles = ['contributor' as const];
  expect(offeredTo({ roles, partner: 'police' }, ground)).toMatchObject({
    hits: true,
    answers: true,
    intake: true,
  });
  expect(offeredTo({ roles, partner: null }, ground)).toMatchObject({
    hits: false,
    answers: false,
    intake: false,
  });
});

test('an administrator sees people and no content', () => {
  const offered = offeredTo({ roles: ['administrator'], partner: null }, null);
  expect(offered).toMatchObject({ people: true, view: false, hits: false, audit: false, clocks: false });
  expect(offered).toMatchObject({ managesPeople: true, partners: true, terms: false, erasures: false });
});

test('who asks for access beyond the rules is not who answers', () => {
  const reviewer = offeredTo({ roles: ['reviewer'], partner: null }, ground);
  expect(reviewer).toMatchObject({ asksBreakGlass: true, answersBreakGlass: false, managesProjects: false });
  const supervisor = offeredTo({ roles: ['supervisor'], partner: null }, null);
  expect(supervisor).toMatchObject({ asksBreakGlass: false, answersBreakGlass: true, managesProjects: true });
  expect(offeredTo({ roles: ['supervisor'], partner: 'police' }, null)).toMatchObject({
    answersBreakGlass: false,
    partners: false,
  });
});
