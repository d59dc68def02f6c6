import { describe, expect, test } from 'vitest';
import { addressForm } from './address-form.ts';
import { namesOfNickname } from './nicknames.ts';
import { organizationNameForm } from './organization-name-form.ts';
import { personNameForm } from './person-name-form.ts';
import { soundKey } from './sound-key.ts';

describe('sound keys', () => {
  test.each([
    ['mohammed', 'muhamad'],
    ['thompson', 'tompson'],
    ['yusuf', 'youssef'],
    ['khalid', 'haled'],
    ['ekaterina', 'ecaterina'],
    ['geoffrey', 'jeffrey'],
    ['lee', 'leigh'],
    ['phillip', 'filip'],
    ['mueller', 'muller'],
    ['quim', 'kim'],
    ['orlovs', 'orlov'],
    ['andrejus', 'andrej'],
  ])('%s and %s sound alike', (one, other) => {
    expect(soundKey(one)).toBe(soundKey(other));
  });

  test.each([
    ['anna', 'annabelle'],
    ['mark', 'marsha'],
    ['jim', 'jane'],
    ['lee', 'lea'],
    ['omar', 'emir'],
  ])('%s and %s do not', (one, other) => {
    expect(soundKey(one)).not.toBe(soundKey(other));
  });

  test('whatever is handed in comes back as text', () => {
    expect(soundKey('')).toBe('');
    expect(soundKey('123')).toBe('123');
    expect(soundKey('😀')).toBe('');
  });
});

test('a nickname can stand for several names', () => {
  const shared = (one: string, other: string) =>
    namesOfNickname(one).some((name) => namesOfNickname(other).includes(name));
  expect(shared('bob', 'robert')).toBe(true);
  expect(shared('pat', 'patrick') && shared('pat', 'patricia')).toBe(true);
  expect(shared('patrick', 'patricia')).toBe(false);
  expect(shared('peggy', 'margaret')).toBe(true);
  expect(shared('lupita', 'guadalupe') && shared('zhenya', 'yevgeny') && shared('gosia', 'malgorzata')).toBe(
    true,
  );
  // A name that another begins with is no short form of it: sisters are called so.
  expect(shared('anna', 'annabelle') || shared('ann', 'roxanne')).toBe(false);
});

describe('forms of names', () => {
  const whole = (text: string) => personNameForm({ given: null, family: null, whole: text });

  test('order, particles and titles do not matter', () => {
    expect(whole('dr mohammed al rashid')?.full).toBe(whole('rashid mohammed')?.full);
    expect(whole('abd al rahman saleh')?.full).toBe(whole('saleh abdul rahman')?.full);
    expect(whole('ellie o hare')?.full).toBe(whole('ellie ohare')?.full);
  });

  test('the generation is told from the name', () => {
    expect(whole('robert e smith sr')).toMatchObject({ generation: 1, family: 'smith' });
    expect(personNameForm({ given: 'morris ii', family: 'klein', whole: null })).toMatchObject({
      generation: 2,
    });
    expect(whole('robert smith')?.generation).toBeNull();
  });

  test('parts that are known are kept apart', () => {
    const form = personNameForm({ given: 'xiu ying', family: 'zhang', whole: null });
    expect(form).toMatchObject({ given: 'xiu', givenJoined: 'xiuying', family: 'zhang' });
    expect(form?.full).toBe(whole('zhang xiu ying')?.full);
  });

  test('nothing to compare gives nothing', () => {
    expect(whole(' ')).toBeUndefined();
    expect(personNameForm({ given: null, family: null, whole: null })).toBeUndefined();
  });

  test('legal forms fall away, unless nothing else is there', () => {
    const name = (text: string) => organizationNameForm({ given: null, family: null, whole: text });
    expect(name('hansa bau gmbh')?.full).toBe('bau hansa');
    expect(name('co')?.full).toBe('co');
  });
});

test('addresses are bags of words and numbers', () => {
  const one = addressForm('hardenbergstrasse 087 66879 germany');
  expect(one).toMatchObject({ numbers: ['87', '66879'] });
  expect(addressForm('street no')).toBeUndefined();
});
