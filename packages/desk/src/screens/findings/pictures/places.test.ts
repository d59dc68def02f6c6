import { expect, test } from 'vitest';
import { flowBands } from './flow-bands.ts';
import { networkPlaces } from './network-places.ts';
import { placeCalendar } from './place-calendar.ts';

test('the calendar of places has each place once, and runs from the first day to the end of the last', () => {
  const { rows, first, last } = placeCalendar([
    { place: 'Lyon', from: '2026-01-01', until: '2026-01-02' },
    { place: 'Gent', from: '2026-01-05', until: '2026-01-05' },
    { place: 'Lyon', from: '2026-01-10', until: '2026-01-10' },
  ]);
  expect([first, last]).toEqual(['2026-01-01', '2026-01-10']);
  expect(rows.map(({ place }) => place)).toEqual(['Lyon', 'Gent']);
  const [early, late] = rows[0]?.stays ?? [];
  expect([early?.from, early?.until, late?.until]).toEqual([0, 0.2, 1]);
});

test('bands are as wide as their share, bars as high as what runs through them', () => {
  const nodes = [0, 1, 1, 2].map((step) => ({ subject: null, words: 'x', step }));
  const flow = (from: number, to: number, amount: number) => ({
    ...{ from, to, amount, times: 1, first: null, last: null },
  });
  const flows = [flow(0, 1, 300), flow(0, 2, 100), flow(1, 3, 300), flow(2, 3, 100)];
  const { bars, bands } = flowBands({ nodes, flows });
  expect(bars.map(({ height }) => Math.round(height * 10) / 10)).toEqual([22, 16.5, 5.5, 22]);
  expect(bands.map(({ width }) => Math.round(width * 10) / 10)).toEqual([16.5, 5.5, 16.5, 5.5]);
  const counted = flowBands({ nodes, flows: flows.map((each) => ({ ...each, amount: 0 })) });
  expect(new Set(counted.bands.map(({ width }) => width)).size).toBe(1);
  expect(flowBands({ nodes: [], flows: [] }).bands).toEqual([]);
});

test('groups stand around the middle and do not overlap; nodes stay inside their group', () => {
  for (const count of [1, 2, 5, 12]) {
    const groups = Array.from({ length: count }, () => ({ areas: [], members: 9, linked: 6 }));
    const nodes = [
      { subject: 0, group: null },
      ...Array.from({ length: count * 6 }, (_, index) => ({ subject: index + 1, group: index % count })),
    ];
    const placed = networkPlaces({ kind: 'network', groups, nodes, ties: [] });
    expect(placed.nodes[0]).toEqual({ x: 0, y: 0 });
    for (const [index, one] of placed.groups.entries()) {
      for (const other of placed.groups.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
      }
    }
    nodes.forEach(({ group }, index) => {
      const disc = group === null ? undefined : placed.groups[group];
      const spot = placed.nodes[index];
      if (disc === undefined || spot === undefined) return;
      expect(Math.hypot(spot.x - disc.x, spot.y - disc.y)).toBeLessThanOrEqual(disc.radius);
    });
  }
});
