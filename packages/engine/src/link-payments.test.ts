import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { sampleFile } from './contribution/sample.ts';
import { diceFor } from './dice.ts';
import { Lake } from './lake/lake.ts';
import { linkedRows, linkFiles } from './link-files.ts';
import { proposeMapping } from './statements/propose-mapping.ts';

interface Payment {
  readonly id: string;
  readonly memo: string;
  readonly date: string;
  readonly amount: string;
}

const givenNames = ['Ilinca', 'Radu', 'Sorin', 'Matei', 'Oana', 'Dorin', 'Petra', 'Vlad'];
const familyNames = [
  'Albu',
  'Cernat',
  'Dinu',
  'Frunza',
  'Galan',
  'Lupan',
  'Moraru',
  'Sandu',
  'Toma',
  'Voicu',
];

function dayAt(day: number): string {
  return new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
}

/** Payments as the sending and the receiving bank book them. `shared` of them are in both files, the rest in one. */
function twoBanks(shared: number, others: number): readonly [sent: Payment[], received: Payment[]] {
  const dice = diceFor(7, 'payments', 0);
  const sent: Payment[] = [];
  const received: Payment[] = [];
  for (let index = 0; index < shared + 2 * others; index++) {
    const day = dice.below(120);
    const amount = Math.exp(3 + 5 * dice.next());
    const name = `${dice.pick(givenNames)} ${dice.pick(familyNames)}`;
    const memo = `${name} ${dice.pick(['rent', 'loan', 'transfer', 'gift'])} ${dice.chance(0.5) ? dice.below(9999) : ''}`;
    const rate = dice.chance(0.4) ? 1 : 0.96 + 0.08 * dice.next();
    const delay = dice.pick([1, 1, 1, 2, 2, 3]);
    const id = String(index);
    if (index < shared + others)
      sent.push({ id, memo: memo.slice(0, 15).trim(), date: dayAt(day), amount: amount.toFixed(2) });
    if (index < shared || index >= shared + others)
      received.push({
        id,
        memo: dice.chance(0.3) ? name : `${memo} BGC`,
        date: dayAt(day + delay),
        amount: (amount * rate).toFixed(2),
      });
  }
  received.sort((one, other) => (one.memo + one.amount < other.memo + other.amount ? -1 : 1));
  return [sent, received];
}

async function link(
  files: readonly (readonly Payment[])[],
): Promise<{ found: Set<string>; sizes: number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'clew-payments-'));
  const lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  try {
    const given = [];
    for (const [index, payments] of files.entries()) {
      const lines = payments.map(({ memo, date, amount }) => `${memo},${date},${amount}`);
      const bytes = Buffer.from(['memo,booking date,amount', ...lines, ''].join('\n'));
      const source = {
        fileName: `${index}.csv`,
        bytes: bytes.length,
        open: () => Readable.from([bytes]),
      };
      const { mapping } = proposeMapping(await sampleFile(source));
      given.push({ ...source, name: String(index), mapping });
    }
    await linkFiles(lake, { files: given, folder });
    const members = new Map<bigint, string[]>();
    for await (const { file, row, entity } of linkedRows(lake)) {
      const id = files[Number(file)]?.[row - 1]?.id ?? '';
      members.set(entity, [...(members.get(entity) ?? []), id]);
    }
    const groups = [...members.values()].filter((ids) => ids.length > 1);
    return {
      found: new Set(groups.map((ids) => ids.sort().join(' '))),
      sizes: groups.map((ids) => ids.length),
    };
  } finally {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  }
}

describe('two files of payments', () => {
  test('each payment once in each file; most of those in both are found, hardly any other; either file may come first', async () => {
    const [sent, received] = twoBanks(120, 50);
    const { found, sizes } = await link([sent, received]);
    expect(new Set(sizes)).toEqual(new Set([2]));
    const right = [...found].filter((ids) => ids.split(' ')[0] === ids.split(' ')[1]).length;
    expect(right / found.size).toBeGreaterThan(0.95);
    expect(right / 120).toBeGreaterThan(0.9);
    const turned = await link([received, sent]);
    const same = [...turned.found].filter((ids) => found.has(ids)).length;
    expect(same / found.size).toBeGreaterThan(0.98);
  }, 30_000);

  test('payments of one file are never one another, however alike', async () => {
    const twice = [1, 2, 3, 4].map((id) => ({
      id: String(id),
      memo: 'Radu Albu rent',
      date: '2026-05-04',
      amount: '350.00',
    }));
    const other = { id: '9', memo: 'Oana Toma gift', date: '2026-01-09', amount: '12.50' };
    const { found } = await link([twice, [other]]);
    expect(found.size).toBe(0);
  }, 30_000);
});
