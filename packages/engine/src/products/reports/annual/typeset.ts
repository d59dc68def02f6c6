import { latin } from '@clew/model/values/fold.ts';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { coverThread } from './charts/cover.ts';
import type { Report } from './report-model.ts';
import { typstTemplate } from './typst-template.ts';

/**
 * The report as the bytes of a PDF after PDF/UA-1 (ISO 14289-1), for readers that can't see it. Typst sets it; no browser is needed. The
 * same report gives the same bytes: the only date in it is that of its last contribution.
 */
export function typesetReport(report: Report): Uint8Array {
  const data = { ...printable(report), coverThread: coverThread() };
  const compiler = NodeCompiler.create();
  const source = { mainFileContent: typstTemplate, inputs: { report: JSON.stringify(data) } };
  const compiled = compiler.compile(source);
  const document = compiled.result;
  if (document === null) {
    const reasons = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new Error(`The report could not be typeset: ${JSON.stringify(reasons)}`);
  }
  return compiler.pdf(document, { creationTimestamp: secondsOf(report.asOf), pdfStandard: 'ua-1' });
}

/** Scripts that the compiler's own faces have: Latin, Greek, Cyrillic, Arabic and common signs. */
const covered =
  /^[\s\u0020-\u024f\u0370-\u03ff\u0400-\u04ff\u0600-\u06ff\u1e00-\u1eff\u2010-\u2026\u2030-\u203a\u20ac\u2122]*$/;

/** The same data with words in other scripts spelled in Latin letters, so that no empty boxes are printed. */
export function printable<T>(value: T): T {
  if (typeof value === 'string') return printableText(value) as T;
  if (Array.isArray(value)) return value.map(printable) as T;
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, printable(part)])) as T;
  return value;
}

function printableText(text: string): string {
  if (covered.test(text)) return text;
  return text
    .split(/(\s+)/)
    .map((word) => (covered.test(word) ? word : latin(word)))
    .join('');
}

function secondsOf(day: string | null): number {
  return day === null ? 0 : Math.round(Date.parse(`${day}T00:00:00Z`) / 1000);
}
