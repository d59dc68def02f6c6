import { decodeText } from '../decode/decode-text.ts';
import { type Line, splitLines } from '../decode/split-lines.ts';
import { textOf } from '../decode/text-of.ts';
import { flatten, isObject, parseJson } from '../json/flatten.ts';
import { ElementSplitter } from '../json/split-elements.ts';
import type { Batch, Reader, ReadOptions, ReadRow, Source, UnreadRow } from '../reader.ts';

export const json: Reader = {
  id: 'json',
  title: 'JSON and JSON Lines',
  recognises(fileName, head) {
    const text = textOf(head)?.trimStart();
    if (text === undefined || !/^(\{\s*["}]|\[\s*[[{\]])/.test(text)) return 0;
    return /\.(json|jsonl|ndjson|geojson)$/i.test(fileName) || isObject(parseJson(firstLine(text)))
      ? 0.9
      : 0.85;
  },
  read,
};

async function* read(source: Source, options: ReadOptions): AsyncGenerator<Batch> {
  const text = decodeText(source.open(), options.encoding);
  const first = await text.pieces.next();
  if (first.done) return;
  const form = () => ({ encoding: text.encoding(), separator: null, sheet: null });
  const pieces = resumed(first.value, text.pieces);
  const rows = isLines(source.fileName, first.value) ? lineRows(pieces) : elementRows(pieces);
  for await (const batch of rows) yield { form: form(), rows: batch };
}

type Rows = readonly (ReadRow | UnreadRow)[];

async function* lineRows(pieces: AsyncIterable<string>): AsyncGenerator<Rows> {
  let count = 0;
  for await (const lines of splitLines(pieces)) yield lines.map((line) => rowOf(line, ++count));
}

async function* elementRows(pieces: AsyncIterable<string>): AsyncGenerator<Rows> {
  const splitter = new ElementSplitter();
  let count = 0;
  for await (const piece of pieces) {
    yield splitter.push(piece).map((element) => rowOf(element, ++count));
    if (splitter.isBroken) break;
  }
  if (splitter.isComplete) return;
  const value = splitter.isBroken ? 'brackets that do not match' : 'the file ends before the document does';
  yield [{ row: ++count, code: 'row-unreadable', field: null, value }];
}

function rowOf(text: Line, row: number): ReadRow | UnreadRow {
  if (text === null) return { row, code: 'row-too-long', field: null, value: null };
  const value = parseJson(text);
  if (value === undefined) return unreadable(row, 'not JSON');
  if (!isObject(value)) return unreadable(row, 'not an object');
  const flat = flatten(value);
  return flat === undefined ? unreadable(row, 'nested too deeply') : { row, ...flat };
}

function unreadable(row: number, value: string): UnreadRow {
  return { row, code: 'row-unreadable', field: null, value };
}

/** One object on each line, by the name of the file or because the first line is an object and another follows. */
function isLines(fileName: string, start: string): boolean {
  const text = start.trimStart();
  if (/\.(jsonl|ndjson)$/i.test(fileName) && text.startsWith('{')) return true;
  const line = firstLine(text);
  return isObject(parseJson(line)) && text.slice(line.length).trimStart().startsWith('{');
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

async function* resumed(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
