import { z } from 'zod';
import { calendars } from './values/calendar.ts';

const columnName = z.string().min(1);

/** How one property of a subject is taken from the columns of a row. */
const propertySource = z
  .strictObject({
    columns: z.array(columnName).optional().describe('Columns joined into one value, empty ones left out'),
    alternatives: z
      .array(columnName)
      .optional()
      .describe('Columns that each hold a value of their own (phone 1, phone 2)'),
    join: z.string().optional().describe('What is put between joined columns; a space unless told'),
    split: z.string().optional().describe('What separates several values in one cell'),
    literal: z.string().optional().describe('The same value for every row'),
    ref: z.string().optional().describe('The name of another subject of this mapping'),
    order: z.enum(['dmy', 'mdy', 'ymd']).optional().describe('Order of day, month and year in this column'),
    calendar: z.enum(calendars).optional().describe('The calendar of dates; Gregorian unless told'),
    country: z.string().length(2).optional().describe('Country of numbers written without one (ISO 3166-1)'),
    decimal: z.enum(['.', ',']).optional().describe('The decimal mark of amounts'),
    values: z
      .record(z.string(), z.string())
      .optional()
      .describe("The partner's codes and what they mean here"),
  })
  .readonly();

const when = z
  .strictObject({ column: columnName, in: z.array(z.string()).min(1) })
  .describe('State this subject only for rows whose column has one of these values');

const subject = z
  .strictObject({
    type: z.string().describe('A type of the ontology'),
    key: z
      .array(columnName)
      .optional()
      .describe(
        "Columns that identify the subject among this owner's rows; without it each row is a new subject",
      ),
    when: when.optional(),
    properties: z.record(z.string(), propertySource),
  })
  .readonly();

/** How a partner's file is read into statements. The YAML that `clew map` proposes and `clew contribute` takes. */
export const mappingSchema = z
  .strictObject({
    clew: z.literal(1).describe('Version of this format'),
    title: z.string().optional(),
    reader: z
      .enum(['csv', 'xlsx', 'json', 'ftm'])
      .optional()
      .describe('Recognised from the file unless told'),
    sheet: z.string().optional().describe('The sheet of a workbook; the first unless told'),
    encoding: z.string().optional(),
    separator: z.string().length(1).optional(),
    seen: z
      .strictObject({ column: columnName, order: z.enum(['dmy', 'mdy', 'ymd']).optional() })
      .optional()
      .describe('The column that dates the row'),
    subjects: z.record(z.string(), subject),
  })
  .readonly();

export type Mapping = z.output<typeof mappingSchema>;
export type SubjectMapping = z.output<typeof subject>;
export type PropertySource = z.output<typeof propertySource>;

/** The JSON Schema (draft 2020-12) of mapping files, for editors and the documentation. */
export function mappingJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(mappingSchema, { io: 'input' });
}
