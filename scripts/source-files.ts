import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export interface SourceFile {
  /** Path from the root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
  /** Those of them that are more than types. */
  readonly runs: readonly string[];
}

const importPattern =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** `import type … from`, and braces in which every name is a type. */
const typeOnlyPattern =
  /^\s*import\s+(?:type\b[^'"]*|\{(?:\s*type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*,?)+\s*\}\s*)from\s+['"]([^'"]+)['"]/gm;

/** Every TypeScript source under packages, with the paths it imports. Imports of libraries are left as named. */
export function readSources(): readonly SourceFile[] {
  const packages = join(root, 'packages');
  return readdirSync(packages, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\bsrc\b.*\.tsx?$/.test(name) && !name.includes('node_modules'))
    .sort()
    .map((name) => {
      const path = relative(root, join(packages, name)).replaceAll('\\', '/');
      const text = readFileSync(join(packages, name), 'utf8');
      const imports = [...text.matchAll(importPattern)].map((match) =>
        resolved(path, match[1] ?? match[2] ?? ''),
      );
      const types = new Set(
        [...text.matchAll(typeOnlyPattern)].map((match) => resolved(path, match[1] ?? '')),
      );
      return { path, text, imports, runs: imports.filter((target) => !types.has(target)) };
    });
}

function resolved(from: string, target: string): string {
  if (target.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), target));
  const workspace = /^@clew\/([^/]+)\/(.+)$/.exec(target);
  return workspace === null ? target : `packages/${workspace[1]}/src/${workspace[2]}`;
}
