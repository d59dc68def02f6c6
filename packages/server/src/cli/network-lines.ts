import type { DescribedNetwork } from '@clew/engine/products/network/describe-network.ts';
import { idText } from '@clew/model/ids.ts';
import { crimeAreas } from '@clew/model/ontology/crime-areas.ts';
import { findEntityType } from '@clew/model/ontology/ontology.ts';
import { roles } from '@clew/model/ontology/roles.ts';
import { printable } from './display-width.ts';
import { counted, type Page, textTable } from './text-table.ts';

/** A network as lines for people. */
export function networkLines(network: DescribedNetwork, page: Page): string[] {
  const { paint } = page;
  const { members, communities, density, centralisation } = network;
  const areas = network.crimeAreas.map((area) => titleIn(crimeAreas, area)).join('; ');
  return [
    paint.bold(
      `${counted(members.length, 'person', 'people')} in ${counted(communities, 'community', 'communities')}`,
    ),
    ...(areas === '' ? [] : [`Cases in: ${areas}`]),
    `Of the ties that there could be ${percent(density)} are recorded; centralisation ${centralisation.toFixed(2)} (1: all lead to one).`,
    '',
    ...memberLines(network, page),
    '',
    ...layerLines(network, page),
    ...phaseLines(network, page),
    '',
    paint.dim(
      'How the records tie people together. Where somebody stands is no verdict on them; victims are not in it.',
    ),
  ];
}

function memberLines({ members }: DescribedNetwork, page: Page): string[] {
  return textTable(
    members,
    [
      { title: 'person', value: ({ entity }) => idText('person', entity), paint: page.paint.cyan },
      { title: 'name', value: ({ caption }) => printable(caption), most: 28 },
      { title: 'community', value: ({ standing }) => standing?.community ?? null },
      { title: 'stable', value: ({ standing }) => (standing === null ? null : percent(standing.stability)) },
      { title: 'between', value: ({ standing }) => (standing === null ? null : percent(standing.broker)) },
      { title: 'ties', value: ({ standing }) => standing?.degree ?? null },
      { title: 'seen', value: ({ firstSeen, lastSeen }) => span(firstSeen, lastSeen) },
      { title: 'said to be', value: ({ stated }) => stated.map((role) => titleIn(roles, role)).join(', ') },
    ],
    page,
  );
}

function layerLines({ layers }: DescribedNetwork, page: Page): string[] {
  return textTable(
    layers,
    [
      { title: 'bound by', value: ({ layer }) => (layer === 'person' ? 'Close ties' : typeTitle(layer)) },
      { title: 'people', value: ({ people }) => people },
      { title: 'ties', value: ({ ties }) => ties },
    ],
    page,
  );
}

function phaseLines({ phases, members }: DescribedNetwork, page: Page): string[] {
  if (phases.length < 2) return [];
  const names = new Map(members.map(({ entity, caption }) => [entity, printable(caption)]));
  const table = textTable(
    phases,
    [
      { title: 'ties first seen', value: ({ from, until }) => span(from, until) },
      { title: 'people', value: ({ people }) => people },
      { title: 'joined', value: ({ joined }) => joined },
      { title: 'left', value: ({ left }) => left },
      {
        title: 'between others',
        value: ({ between }) => between.map((id) => names.get(id) ?? '').join(', '),
      },
    ],
    page,
  );
  return ['', ...table];
}

function span(from: string | null, until: string | null): string {
  if (from === null || from === until) return until ?? '';
  return `${from} to ${until ?? ''}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

const typeTitle = (type: string) => findEntityType(type)?.plural ?? type;

function titleIn(titles: Readonly<Record<string, string>>, code: string): string {
  return titles[code] ?? code;
}
