import { decodeText } from '../decode/decode-text.ts';
import { splitLines } from '../decode/split-lines.ts';
import { textOf } from '../decode/text-of.ts';
import { type FlatRow, flatten, isObject, parseJson } from '../json/flatten.ts';
import {
  type Batch,
  type Reader,
  type ReadOptions,
  type ReadRow,
  type Source,
  type UnreadRow,
  valueSeparator,
} from '../reader.ts';

/** An entity of FollowTheMoney (https://followthemoney.tech): a schema and, for each property, a list of values. */
interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: object;
}

export const ftm: Reader = {
  id: 'ftm',
  title: 'FollowTheMoney entities, one on each line',
  recognises(_fileName, head) {
    const text = textOf(head)?.trimStart();
    if (text === undefined || !text.startsWith('{')) return 0;
    const end = text.indexOf('\n');
    return isEntity(parseJson(end < 0 ? text : text.slice(0, end))) ? 0.95 : 0;
  },
  read,
};

async function* read(source: Source, options: ReadOptions): AsyncGenerator<Batch> {
  const text = decodeText(source.open(), options.encoding);
  let count = 0;
  for await (const lines of splitLines(text.pieces)) {
    const rows = lines.map((line): ReadRow | UnreadRow => {
      const row = ++count;
      if (line === null) return { row, code: 'row-too-long', field: null, value: null };
      const value = parseJson(line);
      const flat = isEntity(value) ? flatEntity(value) : undefined;
      if (flat !== undefined) return { row, ...flat };
      return { row, code: 'row-unreadable', field: null, value: 'not a FollowTheMoney entity' };
    });
    yield { form: { encoding: text.encoding(), separator: null, sheet: null }, rows };
  }
}

/**
 * Id, schema, a column for each property with its values joined by `; `, then whatever else the export has (datasets,
 * first seen), as long as its name is not taken.
 */
function flatEntity(entity: Entity): FlatRow | undefined {
  const { id, schema, properties, ...others } = entity;
  const columns = ['id', 'schema'];
  const cells = [id, schema];
  for (const [name, values] of Object.entries(properties)) {
    columns.push(columns.includes(name) ? `properties.${name}` : name);
    cells.push((Array.isArray(values) ? values : [values]).map(valueText).join(valueSeparator));
  }
  const rest = flatten(others);
  if (rest === undefined) return undefined;
  const taken = new Set(columns);
  rest.columns.forEach((name, index) => {
    if (taken.has(name)) return;
    columns.push(name);
    cells.push(rest.cells[index] as string);
  });
  return { columns, cells };
}

/** Some exports have the entity itself where its id belongs. */
function valueText(value: unknown): string {
  if (isObject(value)) return 'id' in value ? String(value.id) : JSON.stringify(value);
  return value === null ? '' : String(value);
}

function isEntity(value: unknown): value is Entity {
  if (!isObject(value)) return false;
  const entity = value as Partial<Record<keyof Entity, unknown>>;
  return typeof entity.id === 'string' && typeof entity.schema === 'string' && isObject(entity.properties);
}
