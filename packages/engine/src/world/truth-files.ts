import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AdvertRow, ScreeningRow } from './appearance.ts';
import type { TruthLine } from './cell.ts';
import { type OutputFile, openText } from './files/output-file.ts';
import type { RowPlace } from './files/rows.ts';

/**
 * What is true in the world and what was planted, beside the partners' files:
 * identity.csv (file, row, subject, type, identity), use.csv (thing, file, row, type, property: the row carries a
 * value of a planted thing), problems.csv (file, row, field, kind), advert-templates.csv (file, row, template, campaign,
 * phone, circuit), payment-flows.csv (file, row, flow), messages.csv (file, row, contact), screening-forms.csv (file, row,
 * screening), people.csv, and one JSON line for each planted thing.
 */
export interface TruthFiles {
  identity(place: RowPlace, subject: string, type: string, identity: string): void;
  use(thing: string, place: RowPlace, type: string, property: string): void;
  problem(place: RowPlace, field: string, kind: string): void;
  advert(place: RowPlace, advert: Pick<AdvertRow, 'template' | 'campaign' | 'number' | 'circuit'>): void;
  payment(place: RowPlace, flow: string): void;
  message(place: RowPlace, contact: string | null): void;
  screening(place: RowPlace, screening: Pick<ScreeningRow, 'screening'>): void;
  person(line: string): void;
  lines(name: TruthListName, lines: readonly TruthLine[]): void;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export const truthLists = [
  'networks',
  'facilitators',
  'traps',
  'circuits',
  'flows',
  'typologies',
  'papers',
  'templates',
  'coordination',
  'contacts',
  'screenings',
] as const;
export type TruthListName = (typeof truthLists)[number];

const tables = {
  identity: 'file,row,subject,type,identity',
  use: 'thing,file,row,type,property',
  problems: 'file,row,field,kind',
  'advert-templates': 'file,row,template,campaign,phone,circuit',
  'payment-flows': 'file,row,flow',
  messages: 'file,row,contact',
  'screening-forms': 'file,row,screening',
  people: 'identity,culture,minor,category,networks,rows',
} as const;

export async function openTruth(folder: string): Promise<TruthFiles> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, OutputFile>();
  for (const [name, header] of Object.entries(tables)) {
    const file = await openText(join(folder, `${name}.csv`));
    file.write(`${header}\n`);
    files.set(name, file);
  }
  for (const name of truthLists) files.set(name, await openText(join(folder, `${name}.jsonl`)));
  const to = (name: keyof typeof tables | TruthListName): OutputFile => {
    const file = files.get(name);
    if (file === undefined) throw new Error(`No truth file ${name}`);
    return file;
  };
  return {
    identity: ({ file, row }, subject, type, identity) =>
      to('identity').write(`${file},${row},${subject},${type},${identity}\n`),
    use: (thing, { file, row }, type, property) =>
      to('use').write(`${thing},${file},${row},${type},${property}\n`),
    problem: ({ file, row }, field, kind) => to('problems').write(`${file},${row},"${field}",${kind}\n`),
    advert: ({ file, row }, { template, campaign, number, circuit }) =>
      to('advert-templates').write(`${file},${row},${template},${campaign},${number},${circuit ?? ''}\n`),
    payment: ({ file, row }, flow) => to('payment-flows').write(`${file},${row},${flow}\n`),
    message: ({ file, row }, contact) => to('messages').write(`${file},${row},${contact ?? ''}\n`),
    screening: ({ file, row }, { screening }) => to('screening-forms').write(`${file},${row},${screening}\n`),
    person: (line) => to('people').write(`${line}\n`),
    lines(name, lines) {
      for (const line of lines) to(name).write(`${JSON.stringify(line)}\n`);
    },
    async flush() {
      for (const file of files.values()) await file.flush();
    },
    async close() {
      for (const file of files.values()) await file.close();
    },
  };
}
