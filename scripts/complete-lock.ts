// Adds to the lock file the builds for other platforms that the registry in use does not carry. Without them `npm ci`
// refuses the lock file here, and installs without a native part elsewhere. Run it after every `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source-files.ts';

interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** What a build package is for, from its name: `@duckdb/node-bindings-linux-arm64-musl`. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) throw new Error(`${name} does not say what platform it is for`);
  const libc = os !== 'linux' ? undefined : words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) };
}

const file = join(root, 'package-lock.json');
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(file, 'utf8'));
const missing = Object.values(lock.packages).flatMap((one) =>
  Object.entries(one.optionalDependencies ?? {}).filter(
    ([name]) => lock.packages[`node_modules/${name}`] === undefined,
  ),
);
for (const [name, version] of missing) {
  if (!/^\d+\.\d+\.\d+\S*$/.test(version)) throw new Error(`${name} has no exact version: ${version}`);
  lock.packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) };
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`lock file: ${missing.length} builds for other platforms added`);
