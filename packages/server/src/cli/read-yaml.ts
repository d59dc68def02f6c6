import { readFile } from 'node:fs/promises';
import { type Mapping, mappingSchema } from '@clew/model/mapping.ts';
import { Refusal, type RefusalCode } from '@clew/model/refusal.ts';
import { type Terms, termsSchema } from '@clew/model/terms/terms.ts';
import { parse } from 'yaml';
import { z } from 'zod';

/** The mapping in a YAML file. */
export function readMapping(path: string): Promise<Mapping> {
  return readYaml(path, { schema: mappingSchema, code: 'mapping-invalid', what: 'mapping' });
}

/** The terms in a YAML file. */
export function readTerms(path: string): Promise<Terms> {
  return readYaml(path, { schema: termsSchema, code: 'terms-invalid', what: 'terms' });
}

interface Expected<T> {
  readonly schema: z.ZodType<T>;
  readonly code: RefusalCode;
  readonly what: string;
}

async function readYaml<T>(path: string, { schema, code, what }: Expected<T>): Promise<T> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
      throw new Refusal('file-missing', `There is no file ${path}.`, 'Check the name and the folder.');
    }
    throw error;
  });
  let content: unknown;
  try {
    content = parse(text, { maxAliasCount: 100, logLevel: 'error' });
  } catch (error) {
    const where = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new Refusal(code, `The ${what} in ${path} is not YAML.`, where ?? '');
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new Refusal(code, `The ${what} in ${path} is not as it should be.`, z.prettifyError(parsed.error));
}
