import { readFile } from 'node:fs/promises';
import { mappingFrom, termsChangeFrom, termsFrom } from '@clew/engine/statements/mapping-file.ts';
import type { Mapping } from '@clew/model/mapping.ts';
import { Refusal, type RefusalCode } from '@clew/model/refusal.ts';
import type { TermsChange } from '@clew/model/terms/restrict.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import { readableFile } from '../hub/contributions/open-file.ts';

/** The mapping in a YAML file. */
export function readMapping(path: string): Promise<Mapping> {
  return readYaml(path, { parse: mappingFrom, code: 'mapping-invalid' });
}

/** The terms in a YAML file. */
export function readTerms(path: string): Promise<Terms> {
  return readYaml(path, { parse: termsFrom, code: 'terms-invalid' });
}

/** The change of terms in a YAML file. */
export function readTermsChange(path: string): Promise<TermsChange> {
  return readYaml(path, { parse: termsChangeFrom, code: 'terms-invalid' });
}

interface Expected<T> {
  readonly parse: (text: string) => T;
  readonly code: RefusalCode;
}

const longestFile = 1024 * 1024;

async function readYaml<T>(path: string, { parse, code }: Expected<T>): Promise<T> {
  const { bytes } = await readableFile(path);
  if (bytes > longestFile) {
    throw new Refusal(code, `${path} is longer than 1 MiB.`, 'Name the YAML file, not the data.');
  }
  const text = await readFile(path, 'utf8');
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, `${path}: ${error.message}`, error.advice);
  }
}
