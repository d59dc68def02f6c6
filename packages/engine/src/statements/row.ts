import type { ProblemCode } from '@clew/model/problem.ts';
import { longestValue } from '@clew/model/values/parse-value.ts';
import type { Plan, PropertyPlan, SubjectPlan } from './plan.ts';
import { type Span, spanOf } from './seen.ts';
import { keyedSubject, referenceText, rowSubject } from './subject-id.ts';

/** The most values that are taken from one cell. */
const mostParts = 500;

export type Cells = Readonly<Record<string, unknown>>;

export interface Stated {
  readonly code: number;
  readonly property: string;
  readonly value: string;
  /** null when the same as the value. */
  readonly original: string | null;
}

/** One subject of one row and what the row says of it. */
export interface RowSubject {
  readonly plan: SubjectPlan;
  readonly id: bigint;
  readonly key: string | null;
  readonly stated: Stated[];
  /** Texts of its category and role, in which a minor may be told. */
  readonly standingTexts: readonly string[];
  /** A category was given but could not be read: the terms must not fill it in. */
  readonly categoryUnreadable: boolean;
}

export interface ValueProblem {
  readonly field: string;
  readonly code: ProblemCode;
  readonly value: string;
}

export interface StatedRow {
  readonly subjects: readonly RowSubject[];
  readonly problems: readonly ValueProblem[];
  readonly seen: Span | undefined;
}

export interface RowPlace {
  readonly contribution: string;
  readonly partner: string;
  readonly row: number;
}

/** What one row states. Subjects of which it says nothing but references are left out, and references to them too. */
export function stateRow(plan: Plan, cells: Cells, place: RowPlace): StatedRow {
  const problems: ValueProblem[] = [];
  const subjects: RowSubject[] = [];
  const targets: (bigint | undefined)[] = [];
  for (const subject of plan.subjects) {
    const found = subjectFrom(subject, cells, { place, problems });
    targets.push(found?.id);
    if (found !== undefined && found.stated.length > 0) subjects.push(found);
  }
  for (const subject of subjects) refer(subject, targets);
  return { subjects, problems: withoutRepeats(problems), seen: seenFrom(plan, cells) };
}

/** A column that two subjects read has its problem once. */
function withoutRepeats(problems: readonly ValueProblem[]): readonly ValueProblem[] {
  if (problems.length < 2) return problems;
  const isSame = (a: ValueProblem, b: ValueProblem) =>
    a.field === b.field && a.code === b.code && a.value === b.value;
  return problems.filter((problem, index) => problems.findIndex((other) => isSame(other, problem)) === index);
}

function refer(subject: RowSubject, targets: readonly (bigint | undefined)[]): void {
  for (const { code, target } of subject.plan.references) {
    const id = targets[target];
    if (id === undefined || id === subject.id) continue;
    subject.stated.push({ code, property: '', value: referenceText(id), original: null });
  }
}

interface Reading {
  readonly place: RowPlace;
  readonly problems: ValueProblem[];
}

/** undefined when the row has nothing of the subject: neither values nor a key by which other rows know it. */
function subjectFrom(plan: SubjectPlan, cells: Cells, reading: Reading): RowSubject | undefined {
  if (plan.when !== undefined && !plan.when.values.has(cellText(cells, plan.when.column) ?? ''))
    return undefined;
  const stated: Stated[] = [];
  const literals: Stated[] = [];
  const standingTexts: string[] = [];
  let categoryUnreadable = false;
  for (const property of plan.properties) {
    const before = stated.length;
    const problemsBefore = reading.problems.length;
    readProperty(property, cells, { stated, problems: reading.problems });
    if (property.literal !== undefined) readLiteral(property, literals);
    if (plan.isPerson && (property.property === 'category' || property.property === 'role')) {
      for (let index = before; index < stated.length; index++) {
        standingTexts.push(stated[index]?.original ?? (stated[index] as Stated).value);
      }
      if (reading.problems.length > problemsBefore) {
        standingTexts.push((reading.problems[problemsBefore] as ValueProblem).value);
        if (property.property === 'category' && stated.length === before) categoryUnreadable = true;
      }
    }
  }
  const key = keyOf(plan, cells);
  if (stated.length === 0 && key === null) return undefined;
  const id =
    key === null
      ? rowSubject(reading.place.contribution, reading.place.row, plan.name)
      : keyedSubject(reading.place.partner, plan.type, key);
  if (stated.length > 0) stated.push(...literals);
  if (plan.isPerson) nameFromParts(plan, stated);
  return { plan, id, key, stated, standingTexts, categoryUnreadable };
}

interface Out {
  readonly stated: Stated[];
  readonly problems: ValueProblem[];
}

function readProperty(property: PropertyPlan, cells: Cells, out: Out): void {
  const { columns, alternatives } = property;
  if (columns.length === 1) {
    readCell(property, columns[0] as string, { text: cellText(cells, columns[0] as string), out });
  } else if (columns.length > 1) {
    let text: string | undefined;
    for (const column of columns) {
      const part = cellText(cells, column);
      if (part !== undefined) text = text === undefined ? part : text + property.join + part;
    }
    readCell(property, columns[0] as string, { text, out });
  }
  for (const column of alternatives) readCell(property, column, { text: cellText(cells, column), out });
}

function readCell(
  property: PropertyPlan,
  column: string,
  given: { readonly text: string | undefined; readonly out: Out },
): void {
  const { text, out } = given;
  if (text === undefined) return;
  if (property.split === undefined || !text.includes(property.split)) {
    readText(property, column, { text, out });
    return;
  }
  const parts = text.slice(0, longestValue).split(property.split, mostParts + 1);
  if (text.length > longestValue || parts.length > mostParts) {
    out.problems.push({ field: column, code: 'value-too-long', value: text });
  }
  for (const part of parts.slice(0, mostParts)) {
    const trimmed = part.trim();
    if (trimmed !== '') readText(property, column, { text: trimmed, out });
  }
}

function readText(
  property: PropertyPlan,
  column: string,
  given: { readonly text: string; readonly out: Out },
) {
  const { text, out } = given;
  const { value, problem } = property.parse(text);
  if (problem !== null) out.problems.push({ field: column, code: problem, value: text });
  if (value === null) return;
  for (const known of out.stated) if (known.code === property.code && known.value === value) return;
  out.stated.push({
    code: property.code,
    property: property.property,
    value,
    original: value === text ? null : text,
  });
}

function readLiteral(property: PropertyPlan, literals: Stated[]): void {
  const text = property.literal as string;
  const { value } = property.parse(text);
  if (value === null) return;
  literals.push({
    code: property.code,
    property: property.property,
    value,
    original: value === text ? null : text,
  });
}

/** A person is never without `name` where the row has parts of one or an alias. */
function nameFromParts(plan: SubjectPlan, stated: Stated[]): void {
  const first: Record<string, Stated> = {};
  for (const statement of stated) first[statement.property] ??= statement;
  if (first.name !== undefined) return;
  const parts = [first.firstName, first.middleName, first.lastName].filter((part) => part !== undefined);
  const from = parts.length > 0 ? parts : first.alias === undefined ? [] : [first.alias];
  if (from.length === 0) return;
  const value = from.map((part) => part.value).join(' ');
  const original = from.map((part) => part.original ?? part.value).join(' ');
  stated.push({
    code: plan.nameCode,
    property: 'name',
    value,
    original: original === value ? null : original,
  });
}

function keyOf(plan: SubjectPlan, cells: Cells): string | null {
  if (plan.key === undefined) return null;
  let key: string | null = null;
  for (const column of plan.key) {
    const text = cellText(cells, column)?.replace(/\s+/g, ' ') ?? '';
    key = key === null ? text : `${key}|${text}`;
  }
  return key === null || /^\|*$/.test(key) ? null : key;
}

/** The text of a cell without the space around it; undefined when nothing is left. */
export function cellText(cells: Cells, column: string): string | undefined {
  const cell = cells[column];
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim();
  return text === '' ? undefined : text;
}

function seenFrom(plan: Plan, cells: Cells): Span | undefined {
  if (plan.seen === undefined) return undefined;
  const text = cellText(cells, plan.seen.column);
  return text === undefined ? undefined : plan.seen.parse(text);
}

/** The latest day that a row speaks of, births and expiries left out: when it was true, for want of a better date. */
export function latestDay(row: StatedRow, dateCodes: ReadonlySet<number>): Span | undefined {
  let latest: string | undefined;
  for (const subject of row.subjects) {
    for (const { code, value } of subject.stated) {
      if (dateCodes.has(code) && (latest === undefined || value > latest)) latest = value;
    }
  }
  return latest === undefined ? undefined : spanOf(latest);
}
