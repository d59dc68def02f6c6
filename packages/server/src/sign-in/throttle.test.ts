import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKey, codeRule, countOrRefuse, SignInThrottle, Throttle } from './throttle.ts';

const rule = { free: 3, window: 60_000, firstWait: 1000, longestWait: 8000, keys: 100 };

test('whatever the times of the attempts, the waits hold and never grow beyond the longest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 60 }), (pauses) => {
      let now = 1_000_000;
      const throttle = new Throttle(rule, () => now);
      const made: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const wait = throttle.wait('key');
        const recent = made.filter((at) => at > now - rule.window);
        expect(wait).toBeLessThanOrEqual(rule.longestWait);
        if (recent.length < rule.free) expect(wait).toBe(0);
        else if (now === recent.at(-1)) expect(wait).toBeGreaterThanOrEqual(rule.firstWait);
        if (wait > 0) continue;
        const last = made.at(-1);
        if (recent.length >= rule.free && last !== undefined) {
          expect(now - last).toBeGreaterThanOrEqual(rule.firstWait);
        }
        throttle.count('key');
        made.push(now);
      }
    }),
    { numRuns: 300, seed: 4 },
  );
});

test('the wait doubles with each attempt, up to the longest, and ends with the window', () => {
  let now = 0;
  const throttle = new Throttle(rule, () => now);
  const waits: number[] = [];
  for (let attempt = 0; attempt < 10; attempt += 1) {
    waits.push(throttle.wait('key'));
    now += throttle.wait('key');
    throttle.count('key');
  }
  expect(waits).toEqual([0, 0, 0, 1000, 2000, 4000, 8000, 8000, 8000, 8000]);
  expect(throttle.wait('another')).toBe(0);
  now += rule.window;
  expect(throttle.wait('key')).toBe(0);
});

test('many at once count like one after the other', () => {
  const throttle = new Throttle(rule, () => 0);
  const outcomes = Array.from({ length: 20 }, () => {
    try {
      countOrRefuse(throttle, 'key');
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'too-many-requests' });
      return false;
    }
  });
  expect(outcomes.filter(Boolean)).toHaveLength(rule.free);
});

test('names without end do not fill the memory', () => {
  const throttle = new Throttle(rule, () => 0);
  for (let name = 0; name < 5; name += 1) throttle.count('watched');
  for (let name = 0; name < 99; name += 1) throttle.count(`name ${name}`);
  expect(throttle.wait('watched')).toBeGreaterThan(0);
  throttle.count('one more');
  expect(throttle.wait('watched')).toBe(0);
});

test('at a code of six digits nobody has more than some hundred guesses a day', () => {
  let now = 0;
  const throttle = new Throttle(codeRule, () => now);
  let guesses = 0;
  while (now < 86_400_000) {
    const wait = throttle.wait('ann');
    if (wait > 0) {
      now += wait;
      continue;
    }
    throttle.count('ann');
    guesses += 1;
  }
  expect(guesses).toBeLessThan(120);
});

test('guesses in a name from ever new addresses are slowed down, but not for the person at a known address', () => {
  let now = 0;
  const throttle = new SignInThrottle(() => now);
  throttle.begin('ann', '192.0.2.1')();
  throttle.know('ann', '192.0.2.1');
  let refused = 0;
  for (let guess = 0; guess < 50; guess += 1) {
    now += 10;
    try {
      throttle.begin('ann', `198.51.100.${guess}`);
    } catch {
      refused += 1;
    }
  }
  expect(refused).toBe(40);
  expect(() => throttle.begin('ann', '203.0.113.9')).toThrow('Too many attempts.');
  expect(() => throttle.begin('ann', '192.0.2.1')).not.toThrow();
  expect(() => throttle.begin('bob', '203.0.113.9')).not.toThrow();
});

test('one address that tries many names is slowed down; a right password does not wash it clean', () => {
  const throttle = new SignInThrottle(() => 0);
  for (let name = 0; name < 29; name += 1) throttle.begin(`name-${name}`, '192.0.2.1');
  throttle.begin('own', '192.0.2.1')();
  throttle.begin('own', '192.0.2.1');
  expect(() => throttle.begin('another', '192.0.2.1')).toThrow('Too many attempts.');
  expect(() => throttle.begin('another', '192.0.2.2')).not.toThrow();
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['not an address', 'unknown'],
  ['', 'unknown'],
])('%s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
