// In: the text of a YAML file that a person wrote.
// Out: a mapping or terms that hold together, or a Refusal that says where it is wrong and what to do.
// Invariant: nothing in the text can make reading it slow or large; no value of a row is ever in the words.
import { type Mapping, mappingSchema } from '@clew/model/mapping.ts';
import { Refusal, type RefusalCode } from '@clew/model/refusal.ts';
import { type TermsChange, termsChangeSchema } from '@clew/model/terms/restrict.ts';
import { type Terms, termsGap, termsSchema } from '@clew/model/terms/terms.ts';
import { LineCounter, parseDocument } from 'yaml';
import { mappingFaults } from './mapping-faults.ts';

/** The longest file that is read, in characters: 1 MiB. */
const longestFile = 1_048_576;

const advice = {
  'mapping-invalid': 'Let `clew map FILE --out MAPPING.yaml` propose one and start from that.',
  'terms-invalid': 'The words that terms may have stand in docs/terms.md.',
} as const;

type InvalidCode = keyof typeof advice & RefusalCode;

/** A mapping from YAML, held against the ontology and, when they are given, the columns of the file. */
export function mappingFrom(text: string, columns?: readonly string[]): Mapping {
  const mapping = parseYaml(text, { schema: mappingSchema, code: 'mapping-invalid', what: 'mapping' });
  checkMapping(mapping, columns);
  return mapping;
}

/** Terms from YAML. */
export function termsFrom(text: string): Terms {
  const terms = parseYaml(text, { schema: termsSchema, code: 'terms-invalid', what: 'terms' });
  const gap = termsGap(terms);
  if (gap !== null) throw invalid('terms-invalid', gap);
  return terms;
}

/** A change of terms from YAML: what it names is changed, null takes it away. */
export function termsChangeFrom(text: string): TermsChange {
  return parseYaml(text, { schema: termsChangeSchema, code: 'terms-invalid', what: 'terms' });
}

/** Refuses a mapping that names types, properties, subjects or columns that are not there. */
export function checkMapping(mapping: Mapping, columns?: readonly string[]): void {
  const faults = mappingFaults(mapping, columns);
  if (faults.length === 0) return;
  const shown = faults.slice(0, 5).join(' ');
  const more = faults.length > 5 ? ` And ${faults.length - 5} more.` : '';
  throw invalid('mapping-invalid', `The mapping does not fit. ${shown}${more}`);
}

/** What a schema of the model offers. */
interface Schema<T> {
  safeParse(
    content: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

interface Expected<T> {
  readonly schema: Schema<T>;
  readonly code: InvalidCode;
  readonly what: string;
}

function parseYaml<T>(text: string, { schema, code, what }: Expected<T>): T {
  if (text.length > longestFile) throw invalid(code, `The text of the ${what} is longer than 1 MiB.`);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    customTags: [],
    merge: false,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw invalid(code, `This is not YAML: line ${line}, column ${col}: ${firstLine(fault.message)}`);
  }
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 100 });
  } catch {
    throw invalid(code, `The YAML refers to its own parts too often.`);
  }
  const outcome = schema.safeParse(content);
  if (outcome.success) return outcome.data;
  const issue = outcome.error.issues[0] as Issue;
  const path = issue.path.map(String);
  const where = lineOf(document, path, lines);
  const place = path.length === 0 ? `The ${what}` : `"${path.join('.')}" in the ${what}`;
  const is = path.length === 0 && what === 'terms' ? 'are' : 'is';
  throw invalid(code, `${place}${where} ${is} not as it should be: ${firstLine(issue.message)}.`);
}

function lineOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly string[],
  lines: LineCounter,
): string {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length).map(numberOr), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range !== undefined) return ` (line ${lines.linePos(range[0] as number).line})`;
  }
  return '';
}

function numberOr(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] as string).replace(/[.:]?\s*$/, '');
}

function invalid(code: InvalidCode, sentence: string): Refusal {
  return new Refusal(code, sentence, advice[code]);
}
