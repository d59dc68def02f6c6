import { expect, test } from 'vitest';
import { type Desk, deskFile, deskPage } from './desk-files.ts';

const bytes = new Uint8Array(Buffer.from('let a = 1;'));
const packed = new Uint8Array(Buffer.from('packed'));
const desk: Desk = {
  page: '<meta content="%nonce%"><link nonce="%nonce%">',
  files: new Map([['a.js', { type: 'text/javascript; charset=utf-8', bytes, packed }]]),
};

test('the page allows its own scripts only, and styles by a nonce that is never the same', async () => {
  const [one, other] = [deskPage(desk), deskPage(desk)];
  const policy = one.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(await one.text()).toBe(`<meta content="${nonce}"><link nonce="${nonce}">`);
  expect(other.headers.get('content-security-policy')).not.toBe(policy);
});

test('a file is sent as it is, or packed to who takes that; anything else is not there', async () => {
  expect(await deskFile(desk, 'a.js', 'gzip')?.text()).toBe('let a = 1;');
  const small = deskFile(desk, 'a.js', 'gzip, br');
  expect(await small?.text()).toBe('packed');
  expect(small?.headers.get('content-encoding')).toBe('br');
  for (const name of ['../a.js', 'b.js', '', 'constructor'])
    expect(deskFile(desk, name, 'br')).toBeUndefined();
});
