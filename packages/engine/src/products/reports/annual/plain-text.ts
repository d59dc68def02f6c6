import type { Block, Inline, Report } from './report-model.ts';

/** The report as text: what tests compare, and what a terminal can show. */
export function plainText(report: Report): string {
  const lines = [
    report.hub,
    report.title,
    report.subtitle,
    `Snapshot ${report.snapshot}, as of ${report.asOf ?? 'no date'}`,
    ...report.handling,
    ...report.reading.map((line) => `* ${line}`),
    ...report.sections.flatMap((section) => [
      '',
      `# ${section.title}`,
      ...section.blocks.flatMap(blockLines),
    ]),
    ...report.endnotes.flatMap((group) => [
      '',
      `## ${group.title}`,
      ...group.notes.map((note) => `[${note.number}] ${note.title}: ${note.query}`),
    ]),
    '',
    '## Names in the queries',
    ...report.definitions.map(({ name, meaning, query }) => `${name} (${meaning}): ${query}`),
  ];
  return `${lines.join('\n')}\n`;
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return ['', `## ${block.text}`];
    case 'lead':
    case 'paragraph':
      return ['', inlineText(block.text)];
    case 'notice':
      return ['', `! ${inlineText(block.text)}`];
    case 'template':
      return ['', `[to be filled] ${block.text}`];
    case 'list':
      return ['', ...block.items.map((item) => `* ${inlineText(item)}`)];
    case 'tiles':
      return ['', ...block.tiles.map((tile) => `${tile.number} [${tile.note}] ${tile.label}`)];
    case 'table':
      return [
        '',
        `${block.caption} [${block.note}]`,
        block.columns.map((column) => column.title).join(' | '),
        ...block.rows.map((row) => row.join(' | ')),
        ...(block.total === undefined ? [] : [block.total.join(' | ')]),
      ];
    case 'chart':
      return [
        '',
        `${block.alt} ${marks(block.notes)}`,
        ...(block.remark === undefined ? [] : [block.remark]),
      ];
  }
}

function inlineText(text: readonly Inline[]): string {
  return text
    .map((part) =>
      typeof part === 'string' ? part : 'strong' in part ? part.strong : `${part.number} [${part.note}]`,
    )
    .join('');
}

function marks(notes: readonly number[]): string {
  return notes.map((note) => `[${note}]`).join('');
}
