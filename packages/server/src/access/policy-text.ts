import { readFileSync } from 'node:fs';

/** The files of `policies/`, one for each subject. */
export const policyFiles = [
  'contributions',
  'views',
  'hits',
  'people',
  'projects',
  'oversight',
  'audit',
  'tokens',
  'break-glass',
] as const;

/** Cedar text as it is in the repository. In the package the folder lies beside the bundle: `scripts/bundle.mjs`. */
export function policyText(file: (typeof policyFiles)[number]): string {
  return read(`${file}.cedar`);
}

export function schemaText(): string {
  return read('clew.cedarschema');
}

function read(name: string): string {
  return readFileSync(new URL(`./policies/${name}`, import.meta.url), 'utf8');
}
