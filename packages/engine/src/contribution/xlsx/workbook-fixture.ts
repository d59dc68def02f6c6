import { crc32, deflateRawSync } from 'node:zlib';

/** Things that tests bend to make an archive that lies. */
export interface Bend {
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
}

/** A ZIP archive of the parts given, for tests. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>, bend: Bend = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(0x800 | (bend.flags ?? 0), 2);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(bend.crc ?? crc32(data), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(bend.size ?? data.length, 18);
    fixed.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixed, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fixed, tail, Buffer.from(name));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

export interface WorkbookParts {
  /** The XML inside `sheetData`, for each sheet by its title. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly styles?: string;
  readonly properties?: string;
}

export function partsOf(workbook: WorkbookParts): Record<string, string> {
  const titles = Object.keys(workbook.sheets);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r">${workbook.properties ?? ''}<sheets>${titles
      .map((title, index) => `<sheet name="${title}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${titles
      .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}</Relationships>`,
  };
  if (workbook.strings !== undefined) parts['xl/sharedStrings.xml'] = `<sst>${workbook.strings}</sst>`;
  if (workbook.styles !== undefined) parts['xl/styles.xml'] = `<styleSheet>${workbook.styles}</styleSheet>`;
  titles.forEach((title, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet><sheetData>${workbook.sheets[title]}</sheetData></worksheet>`;
  });
  return parts;
}

/** A sheet of inline strings. */
export function inlineRows(rows: readonly (readonly string[])[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return rows
    .map(
      (cells) =>
        `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`,
    )
    .join('');
}
