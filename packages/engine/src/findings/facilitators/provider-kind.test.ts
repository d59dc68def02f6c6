import { expect, test } from 'vitest';
import { type ProviderFacts, providerKind } from './provider-kind.ts';

const nothing: ProviderFacts = { type: 'phone', words: '', roles: [], adverts: 0, work: 0, carries: false };

test.each<[string, Partial<ProviderFacts>, string]>([
  ['a phone', {}, 'communication'],
  ['a phone that adverts name', { adverts: 5, work: 1 }, 'advertising'],
  ['an online account of adverts that offer work', { type: 'handle', adverts: 4, work: 2 }, 'recruitment'],
  ['an address', { type: 'address' }, 'lodging'],
  ['an account', { type: 'account' }, 'money'],
  ['a document source', { type: 'source' }, 'documents'],
  ['a company whose trade nobody tells', { type: 'organization', words: 'adria consult srl' }, 'legal-front'],
  ['a hotel', { type: 'organization', words: 'grand hotel' }, 'lodging'],
  ['a remittance office', { type: 'organization', words: 'money transfer' }, 'money'],
  ['an agency', { type: 'organization', words: 'zeitarbeit nord' }, 'recruitment'],
  ['an agency with a bus', { type: 'organization', words: 'zeitarbeit nord', carries: true }, 'transport'],
  ['a driver', { type: 'person', roles: ['transporter', 'recruiter'] }, 'transport'],
  ['a person of whom only other roles are stated', { type: 'person', roles: ['leader'] }, 'broker'],
  ['somebody who places adverts', { type: 'person', roles: ['leader', 'advertiser'] }, 'advertising'],
])('what %s provides', (_what, facts, service) => {
  expect(providerKind({ ...nothing, ...facts })).toBe(service);
});
