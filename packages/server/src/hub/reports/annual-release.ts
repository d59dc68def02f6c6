import { join } from 'node:path';
import type { HubLayout } from '../hub-layout.ts';

/** What the release of the annual report of a year is called. */
export function annualTitle(year: number): string {
  return `Annual report ${year}`;
}

/** The year of a release that is an annual report, or undefined. */
export function yearOfAnnual({
  kind,
  title,
}: {
  readonly kind: string;
  readonly title: string;
}): number | undefined {
  const year = Number(title.slice(-4));
  return kind === 'annual' && annualTitle(year) === title ? year : undefined;
}

/** Where the annual reports of the hub go. Each stays beside its snapshot. */
export function annualFolder(
  layout: Pick<HubLayout, 'reports'>,
  { year, snapshot }: { readonly year: number; readonly snapshot: string },
): string {
  return join(layout.reports, `${year}-${snapshot}`);
}
