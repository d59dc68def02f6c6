import type { FindingReason } from '@clew/model/finding.ts';

/** What was counted of one provider. Shares are of people. */
export interface FacilitatorFigures {
  /** The provider in words: "this phone". */
  readonly what: string;
  /** For a person: in how many cases of networks. Null for a thing. */
  readonly cases: number | null;
  /** Whom it is linked to. */
  readonly people: number;
  /** Of these, how many belong to a network. */
  readonly members: number;
  readonly networks: number;
  /** Of the people, how many are in a case whose crime area is known. */
  readonly involved: number;
  readonly areas: readonly string[];
  /** Share of all links of this sort that are to people of networks. */
  readonly usual: number;
  readonly chance: number;
  readonly chanceCorrected: number;
  readonly tested: number;
  /** Of the people, how many the law protects: they are counted among the people, never among the members. */
  readonly protected: number;
  /** Of the protected, how many are recorded as suspects too. */
  readonly both: number;
}

/** The sentences of a finding. No name and no number of anybody is in them. */
export function facilitatorReason(figures: FacilitatorFigures, otherwise: readonly string[]): FindingReason {
  const { what, people, members, networks, areas, chance, tested } = figures;
  const sentences = [
    figures.cases !== null
      ? `${capital(what)} is in ${figures.cases} cases of ${networks} networks, with ${members} of their people.`
      : networks >= 2
        ? `${members} of the ${people} people linked to ${what} belong to ${networks} networks.`
        : `${figures.involved} of the ${people} people linked to ${what} are in cases of ${areas.length} crime areas.`,
    ...(networks >= 2 && areas.length >= 2
      ? [`They are in cases of ${areas.length} crime areas: ${areas.join(', ')}.`]
      : []),
    ...(figures.cases === null
      ? [
          `Of all links of this sort, ${percent(figures.usual)} are to people of networks.`,
          `Were links spread by chance, with as many for everyone as now, this or more would come up ${oneIn(chance)}.`,
        ]
      : [
          `Of the further cases that others are in, ${percent(figures.usual)} are outside their own network.`,
          `By chance at that rate, this or more would come up ${oneIn(chance)}.`,
        ]),
    `${thousands(tested)} were tested; of leads like this one, at most ${percent(figures.chanceCorrected)} are expected to be chance.`,
    ...(figures.protected > 0
      ? [
          `${figures.protected} of the people are protected. They are counted as people, not as members, and not shown.`,
        ]
      : []),
    ...(figures.both > 0
      ? [
          `${figures.both} of the people are on file both as suspect and as victim: the principle of non-punishment applies (Directive (EU) 2024/1712).`,
        ]
      : []),
  ];
  return {
    sentences,
    otherwise,
    figures: {
      people,
      members,
      networks,
      ...(figures.cases === null ? {} : { cases: figures.cases }),
      involved: figures.involved,
      areas,
      share: people === 0 ? 0 : members / people,
      usual: figures.usual,
      chance,
      chanceCorrected: figures.chanceCorrected,
      tested,
    },
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function percent(share: number): string {
  if (share > 0 && share < 0.001) return 'less than 0.1 %';
  return `${Number((share * 100).toPrecision(2))} %`;
}

function oneIn(chance: number): string {
  if (chance < 1e-9) return 'less than once in a billion';
  const times = 1 / chance;
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(times)) - 1);
  return `1 time in ${thousands(Math.max(1, Math.floor(times / digits) * digits))}`;
}

function thousands(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
