import { valueSeparator } from '../reader.ts';

export interface FlatRow {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

const deepest = 32;

/**
 * A JSON object as columns and cells. Members of inner objects become `outer.inner`; the values of a list are put
 * into one cell with `; ` between them; a list of objects gives each of their members a column, again with `; `
 * between the values. Undefined when it is nested too deeply to be a row.
 */
export function flatten(object: object): FlatRow | undefined {
  const cells = new Map<string, string>();
  if (!addMembers(cells, object, { path: '', depth: 1 })) return undefined;
  return { columns: [...cells.keys()], cells: [...cells.values()] };
}

interface Place {
  readonly path: string;
  readonly depth: number;
}

function addMembers(cells: Map<string, string>, object: object, place: Place): boolean {
  if (place.depth > deepest) return false;
  for (const [key, value] of Object.entries(object)) {
    const name = key.trim() === '' ? 'column' : key;
    const path = place.path === '' ? name : `${place.path}.${name}`;
    if (!addValue(cells, value, { path, depth: place.depth + 1 })) return false;
  }
  return true;
}

function addValue(cells: Map<string, string>, value: unknown, place: Place): boolean {
  if (Array.isArray(value)) {
    if (place.depth > deepest) return false;
    if (value.length === 0) return addText(cells, '', place.path);
    return value.every((item) => addValue(cells, item, { path: place.path, depth: place.depth + 1 }));
  }
  if (typeof value === 'object' && value !== null) return addMembers(cells, value, place);
  return addText(cells, value === null ? '' : String(value), place.path);
}

function addText(cells: Map<string, string>, text: string, path: string): boolean {
  const before = cells.get(path);
  cells.set(
    path,
    before === undefined || before === '' ? text : text === '' ? before : before + valueSeparator + text,
  );
  return true;
}

/**
 * JSON as data, undefined when it is not JSON. Numbers of 16 digits and more, which are document and account numbers
 * and not quantities, come as text with every digit.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(/\d{16}/.test(text) ? quoteLongNumbers(text) : text);
  } catch {
    return undefined;
  }
}

function quoteLongNumbers(text: string): string {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g, (token) =>
    token.startsWith('"') || token.length < 16 ? token : `"${token}"`,
  );
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
