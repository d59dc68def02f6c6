import { expect, test } from 'vitest';
import { germanPlain, latinFromCyrillic, machineReadable, plain, westernOnly } from './latin.ts';

test('one Ukrainian name in four writings', () => {
  const name = 'Щербачук Юрій';
  expect(latinFromCyrillic(name, 'ukrainian')).toBe('Shcherbachuk Iurii');
  expect(latinFromCyrillic(name, 'german')).toBe('Schtscherbatschuk Jurij');
  expect(latinFromCyrillic(name, 'french')).toBe('Chtcherbatchouk Iourii');
  expect(latinFromCyrillic(name, 'english')).toBe('Shcherbachuk Yuriy');
});

test('diacritics go as each file loses them', () => {
  expect(plain('Đặng Łukasz Ștefan')).toBe('Dang Lukasz Stefan');
  expect(germanPlain('Müller-Größe')).toBe('Mueller-Groesse');
  expect(machineReadable('Jürgen O’Neill-Šarić')).toBe('JUERGEN O NEILL SARIC');
  expect(westernOnly('Müller Ștefan Đặng')).toBe('Müller Stefan Dang');
});
