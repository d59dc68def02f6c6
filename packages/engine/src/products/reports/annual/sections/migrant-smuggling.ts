import * as smuggling from '../../../indicators/smuggling.ts';
import {
  asGiven,
  countryOf,
  countryWords,
  crimeAreaName,
  figureBars,
  figureMap,
  figureMonths,
  figureTable,
  nothing,
  paragraph,
  plural,
} from '../blocks.ts';
import type { Figures } from '../figures.ts';
import type { Block, Section } from '../report-model.ts';

export async function smugglingSection(figures: Figures): Promise<Section> {
  const title = 'Migrant smuggling';
  figures.startSection(title);
  const year = figures.scope.year ?? 0;
  const cases = await figures.measure(smuggling.smugglingCasesByMonth);
  const undated = await figures.measure(smuggling.undatedCases);
  const opening: Block = {
    kind: 'lead',
    text: [
      'Partners reported ',
      cases.cited,
      ` migrant-smuggling ${plural(cases.total?.value ?? 0, 'case', 'cases')} of ${year}.`,
    ],
  };
  const blocks: Block[] = [
    opening,
    paragraph(
      'The counts are of cases that partners reported to the hub for strategic analysis. They follow how much each partner looks and reports as well as what happens. A case counts from the day it was opened or, where no such date is given, from the first day that its records bear. ',
      undated.cited,
      ' cases of any kind bear no date and are in no year.',
    ),
  ];
  if (cases.cells.length === 0) blocks.push(nothing(`migrant-smuggling case of ${year}`));
  else {
    blocks.push(
      figureMonths([{ figure: cases, name: 'Migrant smuggling' }], {
        year,
        caption: `Migrant-smuggling cases reported to the hub, by month, ${year}`,
      }),
    );
  }
  blocks.push(...(await where(figures)), ...(await who(figures)), ...(await beside(figures)));
  return { id: 'migrant-smuggling', title, blocks };
}

async function where(figures: Figures): Promise<readonly Block[]> {
  const countries = await figures.measure(smuggling.smugglingCasesByCountry);
  const sightings = await figures.measure(smuggling.sightings);
  const blocks: Block[] = [{ kind: 'heading', text: 'Where' }];
  if (countries.cells.length === 0) blocks.push(nothing('country of a migrant-smuggling case'));
  else {
    blocks.push(
      paragraph(countryWords),
      figureMap(countries, 'Migrant-smuggling cases by country'),
      figureTable(countries, { name: countryOf, caption: 'By country' }),
    );
  }
  if (sightings.cells.length > 0)
    blocks.push(
      paragraph(
        'Sightings at borders and trips, whatever the case that they belong to, show where observations come from.',
      ),
      figureBars(sightings, { name: countryOf }),
    );
  return blocks;
}

async function who(figures: Figures): Promise<readonly Block[]> {
  const roles = await figures.measure(smuggling.smugglingRoles);
  if (roles.cells.length === 0) return [];
  return [
    { kind: 'heading', text: 'Roles' },
    paragraph(
      'Roles are as partners state them; a person may have several. A role is what a record says, not what a court found.',
    ),
    figureBars(roles, { name: asGiven }),
  ];
}

async function beside(figures: Figures): Promise<readonly Block[]> {
  const areas = await figures.measure(smuggling.smugglingBeside);
  if (areas.cells.length === 0) return [];
  return [{ kind: 'heading', text: 'What goes with it' }, figureBars(areas, { name: crimeAreaName })];
}
