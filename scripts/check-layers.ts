// Fails on an import in the wrong direction, on a cycle, on a library that a package does not declare, and on a
// file that is too long. What may import what is laid down in ARCHITECTURE.md.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { readSources, root, type SourceFile } from './source-files.ts';

const maxLines = 400;

const packages: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ledger: ['model'],
  engine: ['model'],
  server: ['model', 'ledger', 'engine'],
  desk: ['model'],
};

const stages = [
  'lake',
  'contribution',
  'statements',
  'resolution',
  'graph',
  'findings',
  'products',
  'pipeline',
];
/** Folders beside the line: they may read every stage, and no stage may read them. */
const beside = ['world', 'scenarios', 'bench'];
const catalogues = [
  'engine/src/contribution/readers',
  'engine/src/resolution/comparisons',
  'engine/src/resolution/models',
  'engine/src/findings/detectors',
];
/** The one place that may import a library. */
const sole: Readonly<Record<string, string>> = {
  '@duckdb/node-api': 'packages/engine/src/lake/',
  '@duckdb/node-bindings': 'packages/engine/src/lake/',
  '@electric-sql/pglite': 'packages/ledger/src/',
  pg: 'packages/ledger/src/',
  'maplibre-gl': 'packages/desk/src/ui/map/',
  sigma: 'packages/desk/src/screens/network/sigma-canvas.ts',
  '@myriaddreamin/typst-ts-node-compiler': 'packages/engine/src/products/',
  commander: 'packages/server/src/cli/',
};

/** What holds content. In the server only use cases and the gate read it; terminal and HTTP call use cases. */
const guarded = [
  'engine/src/pipeline.ts',
  'engine/src/lake/',
  'engine/src/graph/',
  'engine/src/products/',
  'engine/src/resolution/',
  'engine/src/findings/list-findings.ts',
  'engine/src/findings/evidence-of.ts',
  'engine/src/statements/list-problems.ts',
  'engine/src/statements/scope.ts',
  'ledger/src/open-ledger.ts',
  'ledger/src/contributions.ts',
  'ledger/src/judgements.ts',
  'ledger/src/reviews.ts',
  'ledger/src/hits.ts',
  'ledger/src/consents.ts',
  'ledger/src/releases.ts',
  'ledger/src/results.ts',
  'ledger/src/snapshots.ts',
  'ledger/src/people.ts',
  'ledger/src/tokens.ts',
  'ledger/src/network-views.ts',
].map((place) => `packages/${place}`);
const outside = ['packages/server/src/cli/', 'packages/server/src/http/'];
/** Commands that work on files without a hub. */
const hubless = ['packages/server/src/cli/commands/link.ts', 'packages/server/src/cli/commands/demo.ts'];

/** All breaches of the rules, one sentence each. */
export function findBreaches(files: readonly SourceFile[]): string[] {
  return [
    ...files.flatMap(breachesOf),
    ...undeclared(files),
    ...cycles(files).map((cycle) => `cycle: ${cycle.join(' -> ')}`),
  ];
}

function breachesOf(file: SourceFile): string[] {
  const breaches: string[] = [];
  const lines = file.text.split('\n').length;
  if (lines > maxLines) breaches.push(`${file.path}: ${lines} lines, at most ${maxLines} are allowed`);
  for (const target of file.imports) {
    const reason = target.startsWith('packages/')
      ? wrongDirection(file.path, target)
      : wrongLibrary(file.path, target);
    if (reason !== undefined) breaches.push(`${file.path} imports ${target}: ${reason}`);
  }
  const goesAround =
    isProduct(file.path) &&
    outside.some((place) => file.path.startsWith(place)) &&
    !hubless.includes(file.path);
  for (const target of goesAround ? file.runs : []) {
    if (guarded.some((place) => target.startsWith(place)))
      breaches.push(
        `${file.path} imports ${target}: it goes around the gate; call a use case of server/src/hub`,
      );
  }
  if (
    isProduct(file.path) &&
    /\bprocess\.env\b/.test(file.text) &&
    !file.path.endsWith('server/src/config.ts')
  ) {
    breaches.push(`${file.path}: only server/src/config.ts reads process.env`);
  }
  return breaches;
}

function wrongLibrary(from: string, target: string): string | undefined {
  const place = sole[target];
  return place === undefined || from.startsWith(place) || !isProduct(from) ? undefined : `only ${place} may`;
}

function wrongDirection(from: string, to: string): string | undefined {
  const [fromPackage, toPackage] = [packageOf(from), packageOf(to)];
  if (fromPackage !== toPackage) {
    return packages[fromPackage]?.includes(toPackage)
      ? undefined
      : `${fromPackage} must not know ${toPackage}`;
  }
  if (fromPackage !== 'engine') return undefined;
  const [fromStage, toStage] = [stageOf(from), stageOf(to)];
  if (beside.includes(toStage) && fromStage !== toStage && !beside.includes(fromStage)) {
    return `nothing on the line may read ${toStage}`;
  }
  const [fromRank, toRank] = [stages.indexOf(fromStage), stages.indexOf(toStage)];
  if (fromRank >= 0 && toRank > fromRank) return `${fromStage} comes before ${toStage}`;
  return siblings(from, to);
}

function siblings(from: string, to: string): string | undefined {
  const catalogue = catalogues.find(
    (place) => from.startsWith(`packages/${place}/`) && to.startsWith(`packages/${place}/`),
  );
  if (catalogue === undefined || from.includes('.test.') || from.includes('.contract.')) return undefined;
  const listOrShape = /\/(?:readers|reader|comparisons|comparison|type-models|model|detectors|detector)\.ts$/;
  return listOrShape.test(from) || listOrShape.test(to)
    ? undefined
    : 'members of a catalogue do not import each other';
}

function undeclared(files: readonly SourceFile[]): string[] {
  const breaches = new Set<string>();
  const declared = new Map<string, ReadonlySet<string>>();
  for (const name of new Set(files.map((file) => packageOf(file.path)))) {
    const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
    declared.set(name, new Set(Object.keys(manifest.dependencies ?? {})));
  }
  const shipped = declared.get('server');
  for (const file of files.filter((one) => isProduct(one.path))) {
    for (const target of file.imports.filter((one) => !one.startsWith('packages/'))) {
      const library = target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');
      // What `vite.config.ts` makes while it builds the page.
      if (library === 'virtual:routes') continue;
      if (library.startsWith('node:') || builtinModules.includes(library)) continue;
      const name = packageOf(file.path);
      if (!declared.get(name)?.has(library) && name !== 'server')
        breaches.add(`packages/${name}/package.json lacks ${library}`);
      // The page is built with its libraries in it: nothing of it is installed with a hub.
      if (shipped && name !== 'desk' && !shipped.has(library))
        breaches.add(`packages/server/package.json lacks ${library}, which the bundle needs`);
    }
  }
  return [...breaches];
}

/** Strongly connected components of more than one file (Tarjan 1972), over imports that run. */
function cycles(files: readonly SourceFile[]): string[][] {
  const graph = new Map(
    files.map((file) => [file.path, file.imports.filter((target) => target.startsWith('packages/'))]),
  );
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) as number);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) as number, low.get(next) as number));
    }
    if (low.get(node) !== index.get(node)) return;
    const component = stack.splice(stack.indexOf(node));
    if (component.length > 1) found.push(component);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

function packageOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function stageOf(path: string): string {
  return (path.split('/')[3] ?? '').replace(/(\.test)?\.ts$/, '');
}

function isProduct(path: string): boolean {
  return !/\.test\.|\.contract\.|\/bench\/|\/test-(?:ledger|api)\.ts$/.test(path);
}

if (process.argv[1]?.endsWith('check-layers.ts')) {
  const breaches = findBreaches(readSources());
  for (const breach of breaches) console.error(breach);
  if (breaches.length > 0) process.exit(1);
  console.log('layers: every import goes the right way, no cycles');
}
