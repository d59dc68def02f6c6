import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileKey } from '../appearance.ts';
import { openRows, type RowFormat } from '../files/row-file.ts';
import type { RowFile } from '../files/rows.ts';
import { rowShapes } from './row-shapes.ts';

/** All files of all partners, open for writing. */
export interface PartnerFiles {
  readonly people: Readonly<Record<FileKey, RowFile>>;
  readonly payments: RowFile;
  readonly adverts: RowFile;
  readonly calls: RowFile;
  readonly messages: RowFile;
  readonly screenings: RowFile;
  /** The partner of each and the files that it became. */
  readonly all: readonly { readonly partner: string; readonly rows: RowFile }[];
}

export const paymentColumns = [
  'Transaction reference',
  'Value date',
  'Amount',
  'Currency',
  'Payer name',
  'Payer account',
  'Payee name',
  'Payee account',
  'Purpose',
  'Branch',
] as const;

export const advertColumns = [
  'advert_id',
  'title',
  'text',
  'posted_at',
  'city',
  'country',
  'site',
  'phone',
  'contact_handle',
] as const;

export const callColumns = [
  'Record id',
  'Call type',
  'Calling number',
  'Called number',
  'Call start',
  'Duration (s)',
  'Cell ID',
  'Cell location',
  'IMEI',
] as const;

export const messageColumns = [
  'report id',
  'sent at',
  'platform',
  'sender',
  'sender profile age',
  'sender category',
  'recipient',
  'recipient profile age',
  'recipient category',
  'message',
] as const;

export const screeningColumns = [
  'Case number',
  'Form of exploitation',
  'Person type',
  'Client code',
  'Age',
  'Indicators',
] as const;

export async function openPartnerFiles(folder: string): Promise<PartnerFiles> {
  const all: { partner: string; rows: RowFile }[] = [];
  const open = async (
    partner: string,
    name: string,
    shape: { readonly format: RowFormat; readonly columns: readonly string[] },
  ): Promise<RowFile> => {
    const place = join(folder, partner);
    await mkdir(place, { recursive: true });
    const rows = await openRows(place, name, shape);
    all.push({ partner, rows });
    return rows;
  };
  const people: Partial<Record<FileKey, RowFile>> = {};
  for (const key of Object.keys(rowShapes) as FileKey[]) {
    const { partner, name, format, columns } = rowShapes[key];
    people[key] = await open(partner, name, { format, columns: columns.map(([header]) => header) });
  }
  const payments = await open('fiu', 'transactions.csv', {
    format: { kind: 'csv', separator: ';', encoding: 'utf16le' },
    columns: paymentColumns,
  });
  const adverts = await open('advert-monitoring', 'adverts.json', {
    format: { kind: 'json' },
    columns: advertColumns,
  });
  const calls = await open('disclosure-desk', 'call-records.csv', {
    format: { kind: 'csv', separator: ';', encoding: 'utf8' },
    columns: callColumns,
  });
  const messages = await open('child-line', 'platform-report.csv', {
    format: { kind: 'csv', separator: ';', encoding: 'utf8' },
    columns: messageColumns,
  });
  const screenings = await open('ngo-hotline', 'screening-forms.csv', {
    format: { kind: 'csv', separator: ',', encoding: 'utf8' },
    columns: screeningColumns,
  });
  const others = { payments, adverts, calls, messages, screenings };
  return { people: people as Record<FileKey, RowFile>, ...others, all };
}
