import { type IndicatorCode, indicators } from '@clew/model/exploitation/indicators.ts';
import type { Stage } from '../../../../findings/contacts/wordings.ts';
import { possibleValues, smallestShown } from '../../../indicators/suppress.ts';
import * as trafficking from '../../../indicators/trafficking.ts';
import {
  asGiven,
  countryOf,
  countryWords,
  figureBars,
  figureMap,
  figureMonths,
  figureTable,
  formName,
  nothing,
  paragraph,
} from '../blocks.ts';
import type { Figure, Figures } from '../figures.ts';
import type { Block, Section } from '../report-model.ts';

const sexes: Readonly<Record<string, string>> = { f: 'Female', m: 'Male', x: 'Other' };

export async function traffickingSection(figures: Figures): Promise<Section> {
  const title = 'Trafficking in human beings';
  figures.startSection(title);
  const year = figures.scope.year ?? 0;
  const cases = await figures.measure(trafficking.traffickingCases);
  const blocks: Block[] = [
    {
      kind: 'lead',
      text: [
        'Partners reported ',
        cases.cited,
        ` trafficking cases of ${year} that state a form of exploitation.`,
      ],
    },
    {
      kind: 'notice',
      text: [
        { strong: 'Protected figures. ' },
        `Counts of 1 to ${smallestShown - 1} are printed as <${smallestShown}. Where a total would give one away, the next smallest count is not shown either, or the whole table is not; at least ${possibleValues} values stay possible for each hidden count. Victims are never matched across partners: a person whom two partners report counts twice.`,
      ],
    },
    ...(await formsBlocks(figures, cases)),
    ...(await monthsBlocks(figures, year)),
    ...(await victimBlocks(figures)),
    ...(await factBlocks(figures)),
    ...(await contactBlocks(figures)),
    ...(await otherBlocks(figures)),
  ];
  return { id: 'trafficking', title, blocks };
}

async function formsBlocks(figures: Figures, cases: Figure): Promise<readonly Block[]> {
  const forms = await figures.measure(trafficking.formsOfExploitation);
  if (forms.cells.length === 0) return [nothing('trafficking case of the year')];
  return [
    { kind: 'heading', text: 'Forms of exploitation' },
    figureBars(forms, { name: formName }),
    figureTable(forms, {
      name: formName,
      sharesOf: cases.cells[0],
      caption: 'Shares are of cases that state any form: missing is not no. A case may have several forms',
    }),
  ];
}

async function monthsBlocks(figures: Figures, year: number): Promise<readonly Block[]> {
  const months = await figures.measure(trafficking.traffickingCasesByMonth);
  const countries = await figures.measure(trafficking.traffickingCasesByCountry);
  const blocks: Block[] = [];
  if (months.cells.length > 0)
    blocks.push(
      figureMonths([{ figure: months, name: 'Trafficking' }], {
        year,
        caption: `Trafficking cases reported to the hub, by month, ${year}`,
      }),
    );
  if (countries.cells.length > 0)
    blocks.push(
      { kind: 'heading', text: 'Where' },
      paragraph(countryWords),
      figureMap(countries, 'Trafficking cases by country'),
      figureTable(countries, { name: countryOf, caption: 'By country' }),
    );
  return blocks;
}

async function victimBlocks(figures: Figures): Promise<readonly Block[]> {
  const age = await figures.measure(trafficking.victimsByAge);
  const sex = await figures.measure(trafficking.victimsBySex);
  const form = await figures.measure(trafficking.victimsByForm);
  return [
    { kind: 'heading', text: 'Victims and minors' },
    paragraph(
      'Partners reported ',
      age.cited,
      ' people as victims in the year. Who is a victim is what the partner says, whether identified formally or presumed. ',
      'Nothing about them leaves the hub but these counts.',
    ),
    ...(age.cells.length === 0
      ? []
      : [
          figureTable(age),
          figureTable(sex, { name: (code) => sexes[code ?? ''] ?? asGiven(code) }),
          ...(form.cells.length === 0 ? [] : [figureTable(form, { name: formName })]),
        ]),
  ];
}

/** What was recorded of victims for an assessment; nothing where nobody recorded any. */
async function factBlocks(figures: Figures): Promise<readonly Block[]> {
  const recorded = await figures.measure(trafficking.victimsWithFacts);
  if (recorded.cells.length === 0) return [];
  const facts = await figures.measure(trafficking.factsOfExploitation);
  return [
    { kind: 'heading', text: 'Facts of exploitation' },
    paragraph(
      'Partners recorded facts of exploitation of ',
      recorded.cited,
      ' of these people, by the operational indicators of ILO and European Commission (2009) and by what somebody was used for. ',
      'What they come to is assessed for a case, for those who may see it, and not counted here: indicators screen, a person determines. ',
      'For sexual exploitation most weights could not be checked against the published lists, and what hangs on them is left to be checked. ',
      'A child who is exploited needs no means (Palermo Protocol, article 3 (c)).',
    ),
    figureTable(recorded),
    figureTable(facts, { name: (code) => indicators[code as IndicatorCode]?.title ?? asGiven(code) }),
  ];
}

/** What adults who seek out minors ask for; nothing where nobody stands out. */
async function contactBlocks(figures: Figures): Promise<readonly Block[]> {
  const asked = await figures.measure(trafficking.minorsAsked);
  if (asked.cells.length === 0) return [];
  return [
    { kind: 'heading', text: 'Adults who write to many minors' },
    paragraph(
      'Accounts of adults that wrote first to several minors and asked them in stages, more than chance explains, were proposed for review. ',
      'A solicitation is an offence of its own (Directive 2011/93/EU, Article 6); of a child no means need be proved for trafficking (Directive 2011/36/EU, Article 2(5)).',
    ),
    figureTable(asked, { name: (stage) => stageNames[stage as Stage] ?? asGiven(stage) }),
  ];
}

const stageNames: Readonly<Record<Stage, string>> = {
  age: 'Age',
  school: 'School',
  home: 'Home',
  photo: 'A picture',
  alone: 'Whether alone',
  secrecy: 'To tell nobody',
  move: 'Another channel',
  offer: 'Money, work or a present',
  meeting: 'To meet',
};

async function otherBlocks(figures: Figures): Promise<readonly Block[]> {
  const roles = await figures.measure(trafficking.traffickingRoles);
  const adverts = await figures.measure(trafficking.adverts);
  const blocks: Block[] = [];
  if (roles.cells.length > 0)
    blocks.push(
      { kind: 'heading', text: 'Roles' },
      paragraph(
        'Roles of the other people in these cases, as partners state them; a person may have several.',
      ),
      figureBars(roles, { name: asGiven }),
    );
  if (adverts.cells.length > 0)
    blocks.push(
      { kind: 'heading', text: 'Online' },
      paragraph(
        'Partners handed in ',
        adverts.cited,
        ' adverts posted in the year. An advert is not evidence of trafficking: most concern adults who act for themselves.',
      ),
      figureMonths([{ figure: adverts, name: 'Adverts' }], {
        year: figures.scope.year ?? 0,
        caption: 'Adverts handed in, by month of posting',
      }),
    );
  return blocks;
}
