// How well names are told apart by what production compares them with: pairs of names in, precision, recall and F1 out,
// over all and by category. Nothing here is fitted to the pairs: the weights are those that the models have before any
// data, and a pair counts as one name where they outweigh the prior that the models start from.
// Run: npx tsx packages/engine/src/bench/name-bench.ts <data folder> [--errors <category>]
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Lake } from '../lake/lake.ts';
import { type ComparedNames, compareNames, type NamedKind } from '../resolution/compare-names.ts';
import { untaughtPrior } from '../resolution/train.ts';

interface Case {
  readonly case_group: string;
  readonly schema: string;
  readonly name1: string;
  readonly name2: string;
  readonly is_match: string;
  readonly quality: string;
  readonly category: string;
}

interface Judged extends ComparedNames {
  readonly given: Case;
  readonly found: boolean;
}

/** A legal entity may be either: what says more counts. Vessels are called as firms are. */
function kindsOf(schema: string): readonly NamedKind[] {
  if (schema === 'Person') return ['person'];
  return schema === 'LegalEntity' ? ['person', 'organization'] : ['organization'];
}

async function judge(cases: readonly Case[]): Promise<Judged[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clew-names-'));
  const lake = await Lake.open({ folder });
  try {
    const best = new Map<Case, ComparedNames>();
    for (const kind of ['person', 'organization'] as const) {
      const asked = cases.filter(({ schema }) => kindsOf(schema).includes(kind));
      const compared = await compareNames(
        lake,
        kind,
        asked.map(({ name1, name2 }) => ({ one: name1, other: name2 })),
      );
      asked.forEach((one, index) => {
        const said = compared[index] as ComparedNames;
        if (said.weight > (best.get(one)?.weight ?? Number.NEGATIVE_INFINITY)) best.set(one, said);
      });
    }
    return cases.map((given) => {
      const said = best.get(given) as ComparedNames;
      return { ...said, given, found: said.weight + untaughtPrior > 0 };
    });
  } finally {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function line(title: string, judged: readonly Judged[]): string {
  const count = (found: boolean, match: string) =>
    judged.filter((one) => one.found === found && one.given.is_match === match).length;
  const [hit, wrong, missed] = [count(true, 'true'), count(true, 'false'), count(false, 'true')];
  const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3)).padStart(9);
  return [
    title.padEnd(52),
    String(judged.length).padStart(5),
    share(hit, hit + wrong),
    share(hit, hit + missed),
    share(2 * hit, 2 * hit + wrong + missed),
    String(wrong).padStart(6),
    String(missed).padStart(6),
  ].join(' ');
}

function groupsOf(judged: readonly Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const { case_group, schema, category } = one.given;
    const title = `${case_group} ${schema} ${category}`.trim();
    groups.set(title, [...(groups.get(title) ?? []), one]);
  }
  return groups;
}

const [folder, option, shown] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Which folder holds the data? npx tsx packages/engine/src/bench/name-bench.ts <data folder>');
  process.exit(2);
}
const path = join(folder, 'names', 'name-bench', 'cases.csv');
if (!existsSync(path)) {
  console.log(`Skipped: names/name-bench/cases.csv is not in ${folder}.`);
  process.exit(0);
}
const start = performance.now();
const judged = await judge(parse(readFileSync(path), { columns: true, bom: true }) as Case[]);
const seconds = (performance.now() - start) / 1000;
console.log(`${'names'.padEnd(52)} pairs precision    recall        F1  wrong missed`);
for (const [title, group] of [...groupsOf(judged)].sort()) console.log(line(title, group));
console.log(line('all', judged));
console.log(`${seconds.toFixed(1)} s; one name where the weight is above ${-untaughtPrior} bits`);
if (option === '--errors') {
  for (const { given, level, weight, found } of judged) {
    if (found === (given.is_match === 'true')) continue;
    if (!`${given.case_group} ${given.schema} ${given.category}`.includes(shown ?? '')) continue;
    console.log(
      `${found ? 'wrong ' : 'missed'} ${weight.toFixed(1).padStart(6)} ${given.name1} | ${given.name2} (${level ?? 'no name'})`,
    );
  }
}
