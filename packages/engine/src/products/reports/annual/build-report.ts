import { keptContributionTable } from '../../../kept.ts';
import type { Lake } from '../../../lake/lake.ts';
import { sql } from '../../../lake/sql.ts';
import { smallestShown } from '../../indicators/suppress.ts';
import { createFigures } from './figures.ts';
import type { Report } from './report-model.ts';
import { activitiesSection } from './sections/activities.ts';
import { leadsSection } from './sections/detector-leads.ts';
import { foreword } from './sections/foreword.ts';
import { linksSection } from './sections/links-between-crimes.ts';
import { methodSection } from './sections/method.ts';
import { smugglingSection } from './sections/migrant-smuggling.ts';
import { traffickingSection } from './sections/trafficking.ts';
import { wayForwardSection } from './sections/way-forward.ts';

export interface AnnualReportOptions {
  readonly year: number;
  readonly hub: { readonly title: string };
  readonly snapshot: string;
  /** Paragraphs parted by an empty line. Without it the report has a form to fill. */
  readonly foreword?: string;
}

/** The report of a year as data: the same snapshot and options give the same report. */
export async function buildReport(lake: Lake, options: AnnualReportOptions): Promise<Report> {
  const figures = createFigures(lake, { year: options.year });
  const sections = [
    foreword(options.foreword),
    await activitiesSection(figures),
    await smugglingSection(figures),
    await traffickingSection(figures),
    await linksSection(figures),
    await leadsSection(figures),
    await wayForwardSection(figures),
    methodSection(options.year),
  ];
  const { day } = await lake.row<{ day: string | null }>(
    sql`select left(max(received_at), 10) as day from ${keptContributionTable}`,
  );
  return {
    hub: options.hub.title,
    title: `Annual report ${options.year}`,
    subtitle: 'Migrant smuggling, trafficking in human beings, and the links between crimes',
    year: options.year,
    snapshot: options.snapshot,
    asOf: day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
    handling: [
      'Counts only: no names and no identifiers of people.',
      'For strategic use within the terms of the partners. Not evidence; not for judicial proceedings.',
    ],
    reading: [
      'The mark beside a number leads to the endnote with the query that gave it.',
      'The figures are of what partners reported to the hub. They are not a measure of crime.',
      'Leads, links and networks come from records. They are for people to review, not verdicts.',
      `Counts of people under ${smallestShown} are not shown, nor what would give them away.`,
    ],
    sections,
    endnotes: figures.endnotes(),
    definitions: figures.definitions(),
  };
}
