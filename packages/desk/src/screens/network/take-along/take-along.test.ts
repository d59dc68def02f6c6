import { expect, test } from 'vitest';
import { termsOf } from '../../../ui/taken/printed-terms.ts';
import { sheetSvg } from '../../../ui/taken/sheet-svg.ts';
import { foldedNetwork } from '../folded-network.ts';
import { firstPlaces } from '../layout.ts';
import { emptyDocument } from '../network-document.ts';
import { nodeLooks } from '../node-looks.ts';
import { linkOf, thing } from '../test-network.ts';
import { linkRows, nodeRows } from './network-rows.ts';
import { networkSheet } from './network-sheet.ts';

const content = {
  nodes: [
    thing('person-1', { caption: '<b>Ivan & Co</b>\u0007', handling: ['H0'] }),
    thing('phone-1', {
      type: 'phone',
      caption: '+49',
      handling: ['H1', 'H3'],
      restrictions: ['Ask Bremen first'],
    }),
  ],
  links: [linkOf('person-1', 'phone-1', { handling: ['H2'] })],
};
const palette = {
  ...{
    kinds: ['', ...Array.from({ length: 10 }, () => '#123456')],
    ink: '#000',
    quiet: '#777',
    line: '#999',
  },
  ...{ surface: '#fff', accent: '#080', font: 'sans-serif' },
};
const terms = termsOf(content, {
  ...{ purpose: 'cross-check', project: 'delta', person: 'anna', at: '2026-11-23T07:00:00.000Z' },
});

test('the terms of a whole are the strictest of its parts', () => {
  expect(terms).toMatchObject({ codes: ['H0', 'H1', 'H2', 'H3'], restrictions: ['Ask Bremen first'] });
});

function drawnSvg(lines: readonly string[]): string {
  const drawn = foldedNetwork(content, new Set());
  const places = firstPlaces(drawn, new Map());
  const groupName = (type: string) => type;
  const looks = nodeLooks({ drawn, document: emptyDocument, numbers: new Map(), palette, groupName });
  return sheetSvg(
    networkSheet({ title: 'Around', drawn, places, looks, palette, terms: lines, isRightToLeft: false }),
  );
}

test('a drawing has all of its terms on it, a long one on several lines', () => {
  const long = Array.from({ length: 80 }, (_none, place) => `word${place}`);
  const svg = drawnSvg(['H2: not passed on', long.join(' ')]);
  expect(svg).toContain('H2: not passed on');
  for (const word of long) expect(svg).toContain(word);
  const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
  const lowest = Math.max(
    ...[...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g)].map((match) => Number(match[1])),
  );
  expect(lowest).toBeLessThan(height);
});

test('what a partner wrote is text in a drawing, and nothing that XML cannot hold', () => {
  const svg = drawnSvg([]);
  expect(svg).toContain('&lt;b&gt;Ivan &amp; Co&lt;/b&gt;<');
  expect(svg).not.toContain('<b>');
});

test('each row of a table has its terms', () => {
  const document = { notes: new Map([['phone-1', 'Ours']]) };
  const [head, ...things] = nodeRows({ ...content, document }, terms);
  const [, ...links] = linkRows(content, terms);
  expect(head?.slice(-6)).toEqual(['handling', 'restrictions', 'purpose', 'project', 'taken by', 'taken at']);
  expect(things[1]).toContain('Ours');
  for (const row of [...things, ...links])
    expect(row.slice(-4)).toEqual(['cross-check', 'delta', 'anna', terms.at]);
  expect(things[1]?.slice(-6, -4)).toEqual(['H1 H3', 'Ask Bremen first']);
});
