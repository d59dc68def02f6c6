import { StringDecoder } from 'node:string_decoder';
import { Refusal } from '@clew/model/refusal.ts';
import { SaxesParser } from 'saxes';

/** What is made of the elements of a part; names come without their prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The longest stretch of XML without a tag. A cell holds at most 32,767 characters. */
const longestToken = 4 * 1024 * 1024;

/**
 * Reads XML as it comes and yields after each piece, so that what the handlers collected can be handed on. Document
 * type declarations are refused, and entities with them: no workbook has any, and they are how XML is abused.
 */
export async function* readXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let sinceEvent = 0;
  parser.on('doctype', () => {
    throw unreadable('has a document type declaration, which workbooks never have');
  });
  parser.on('error', () => {
    throw unreadable('is not well-formed XML inside');
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0;
    handlers.open(localName(name), attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => {
    sinceEvent = 0;
    handlers.close?.(localName(name));
  });
  let decoder: StringDecoder | undefined;
  for await (const piece of bytes) {
    decoder ??= new StringDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf16le' : 'utf8');
    const text = decoder.write(piece);
    sinceEvent += text.length;
    parser.write(text);
    if (sinceEvent > longestToken) throw unreadable('has a cell that is longer than any cell can be');
    yield;
  }
  if (decoder === undefined) return;
  parser.write(decoder.end());
  parser.close();
  yield;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function unreadable(why: string): Refusal {
  return new Refusal(
    'file-unreadable',
    `The workbook ${why}.`,
    'Open it in a spreadsheet program and save it as a new file, or as CSV.',
  );
}
