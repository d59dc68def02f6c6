// In: rows. Out: a file that spreadsheets open. Invariant: no cell is read as a formula, whatever a partner wrote.

/** CSV after RFC 4180, with a mark by which spreadsheets know that it is UTF-8. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** A text that begins as a formula does is put behind an apostrophe (OWASP, CSV injection). */
function csvCell(cell: string | number | null): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
