import { coverThread } from './charts/cover.ts';
import { escapeMarkup } from './charts/svg.ts';
import { style } from './html-style.ts';
import type { Block, EndnoteGroup, Inline, Report, Section } from './report-model.ts';

/** The report as one page that asks for nothing from outside, needs no script and prints as it reads. */
export function htmlReport(report: Report): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(`${report.hub}: ${report.title}`)}</title>
<style>${style}</style>
</head>
<body>
${cover(report)}
<nav aria-label="Contents"><h2>Contents</h2><ol>${report.sections.map(entry).join('')}</ol>
<div class="notice"><strong>How to read this report</strong><ul>${report.reading.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul></div></nav>
<main>
${report.sections.map((section) => sectionHtml(section, report)).join('\n')}
</main>
<footer><p>${escapeMarkup(`${report.hub} · ${report.title} · snapshot ${report.snapshot}`)}</p>${report.handling.map((line) => `<p>${escapeMarkup(line)}</p>`).join('')}</footer>
</body>
</html>
`;
}

function cover(report: Report): string {
  const asOf = report.asOf === null ? '' : `<p>Contributions up to ${escapeMarkup(report.asOf)}</p>`;
  return `<header class="cover">
<p class="hub">${escapeMarkup(report.hub)}</p>
<h1>${escapeMarkup(report.title)}</h1>
<p class="subtitle">${escapeMarkup(report.subtitle)}</p>
<div class="thread" aria-hidden="true">${coverThread()}</div>
<div class="facts"><div>${report.handling.map((line) => `<p>${escapeMarkup(line)}</p>`).join('')}</div><div><p>Snapshot <code>${escapeMarkup(report.snapshot)}</code></p>${asOf}</div></div>
</header>`;
}

function entry(section: Section): string {
  return `<li><a href="#${section.id}">${escapeMarkup(section.title)}</a></li>`;
}

function sectionHtml(section: Section, report: Report): string {
  const notes =
    section.id === 'endnotes' ? `${report.endnotes.map(notesHtml).join('')}${namesHtml(report)}` : '';
  return `<section id="${section.id}" aria-labelledby="${section.id}-title">
<h2 id="${section.id}-title">${escapeMarkup(section.title)}</h2>
${section.blocks.map(blockHtml).join('\n')}
${notes}</section>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${escapeMarkup(block.text)}</h3>`;
    case 'lead':
      return `<p class="lead">${inlineHtml(block.text)}</p>`;
    case 'paragraph':
      return `<p>${inlineHtml(block.text)}</p>`;
    case 'notice':
      return `<p class="notice">${inlineHtml(block.text)}</p>`;
    case 'template':
      return `<p class="template"><strong>To be filled.</strong> ${escapeMarkup(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</ul>`;
    case 'tiles':
      return `<dl class="tiles">${block.tiles
        .map(
          (tile) =>
            `<div><dt>${escapeMarkup(tile.label)}</dt><dd>${escapeMarkup(tile.number)}${mark(tile.note)}</dd></div>`,
        )
        .join('')}</dl>`;
    case 'table':
      return tableHtml(block);
    case 'chart':
      return chartHtml(block);
  }
}

function tableHtml(block: Extract<Block, { kind: 'table' }>): string {
  const cells = (row: readonly string[], tag: 'td' | 'th') =>
    row
      .map((value, index) => {
        const column = block.columns[index];
        const side =
          column?.align === 'right' ? ' class="number"' : (column?.width ?? 1) > 1 ? ' class="wide"' : '';
        const head = index === 0 && tag === 'td';
        return head
          ? `<th scope="row"${side}>${escapeMarkup(value)}</th>`
          : `<${tag}${tag === 'th' ? ' scope="col"' : ''}${side}>${escapeMarkup(value)}</${tag}>`;
      })
      .join('');
  const total = block.total === undefined ? '' : `<tfoot><tr>${cells(block.total, 'td')}</tr></tfoot>`;
  return `<table${block.columns.length <= 2 ? ' class="narrow"' : ''}><caption>${escapeMarkup(block.caption)}${mark(block.note)}</caption>
<thead><tr>${cells(
    block.columns.map((column) => column.title),
    'th',
  )}</tr></thead>
<tbody>${block.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody>${total}</table>`;
}

function chartHtml(block: Extract<Block, { kind: 'chart' }>): string {
  const picture = block.svg.replace('<svg ', `<svg role="img" aria-label="${escapeMarkup(block.alt)}" `);
  const remark =
    block.remark === undefined ? '' : ` <span class="remark">${escapeMarkup(block.remark)}</span>`;
  return `<figure><figcaption>${escapeMarkup(block.caption)}${block.notes.map(mark).join(' ')}${remark}</figcaption>${picture}</figure>`;
}

function inlineHtml(text: readonly Inline[]): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return escapeMarkup(part);
      if ('strong' in part) return `<strong>${escapeMarkup(part.strong)}</strong>`;
      return `<b class="figure">${escapeMarkup(part.number)}</b>${mark(part.note)}`;
    })
    .join('');
}

function mark(note: number): string {
  return `<sup><a href="#note-${note}" aria-label="Endnote ${note}">[${note}]</a></sup>`;
}

function notesHtml(group: EndnoteGroup): string {
  return `<h3>${escapeMarkup(group.title)}</h3><ol class="notes">${group.notes
    .map(
      (note) =>
        `<li id="note-${note.number}" value="${note.number}"><p>${escapeMarkup(note.title)}</p><pre>${escapeMarkup(note.query)}</pre></li>`,
    )
    .join('')}</ol>`;
}

function namesHtml(report: Report): string {
  return `<h3>Names in the queries</h3><dl class="names">${report.definitions
    .map(
      ({ name, meaning, query }) =>
        `<dt><code>${escapeMarkup(name)}</code> ${escapeMarkup(meaning)}</dt><dd><pre>${escapeMarkup(query)}</pre></dd>`,
    )
    .join('')}</dl>`;
}
