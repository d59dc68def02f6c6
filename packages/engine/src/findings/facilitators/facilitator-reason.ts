import type { FindingReason } from '@clew/model/finding.ts';
import type { Detector } from '../detector.ts';
import { capital, oneIn, percent, thousands } from '../say-figures.ts';
import { chanceValues, saidAs, shareAtMost, type Told } from '../told.ts';
import type { Disruption } from './disruption.ts';

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
  /** Undefined where it is not about networks. */
  readonly disruption: Disruption | undefined;
}

/** The sentences of a finding. No name and no number of anybody is in them. */
export function facilitatorReason(
  figures: FacilitatorFigures,
  { otherwise, cautions = [] }: Pick<Detector, 'otherwise' | 'cautions'>,
): FindingReason {
  const { people, members, networks, areas, chance, tested } = figures;
  const lost = networks >= 2 ? lostBy(figures.disruption) : undefined;
  const told = [
    whom(figures),
    ...(networks >= 2 && areas.length >= 2 ? [areasToo(areas)] : []),
    ...byChance(figures),
    testedOf(figures),
    ...(lost === undefined ? [] : ifItStopped(lost)),
    ...ofProtected(figures),
  ];
  return {
    ...saidAs(told),
    otherwise,
    cautions,
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
      ...lost,
    },
  };
}

/** What the networks lose together, and how many pairs of them fall apart. */
interface Lost {
  readonly reached: number;
  readonly unserved: number;
  readonly served: number;
  /** Networks none of whose people has another shared provider of the service. */
  readonly alone: number;
  readonly pairs: number;
  readonly pairsApart: number;
}

function lostBy(disruption: Disruption | undefined): Lost | undefined {
  if (disruption === undefined) return undefined;
  const losses = [...disruption.networks.values()];
  const served = losses.length;
  return {
    reached: losses.reduce((sum, { reached }) => sum + reached, 0),
    unserved: losses.reduce((sum, { unserved }) => sum + unserved, 0),
    served,
    alone: losses.filter(({ others }) => others === 0).length,
    pairs: (served * (served - 1)) / 2,
    pairsApart: disruption.pairsApart,
  };
}

function ifItStopped({ reached, unserved, served, alone, pairs, pairsApart }: Lost): readonly Told[] {
  return [
    {
      code: 'facilitator.unserved',
      values: { unserved, reached },
      words: `If it stopped, ${unserved} of the ${reached} people of networks that it reaches would have no other shared provider of the kind on file.`,
    },
    {
      code: 'facilitator.alone',
      values: { alone, served },
      words: `Networks that have no second one on file: ${alone} of ${served}.`,
    },
    {
      code: 'facilitator.apart',
      values: { apart: pairsApart, pairs },
      words: `Pairs of these networks that no other lead joins: ${pairsApart} of ${pairs}.`,
    },
  ];
}

/** Whom it serves. */
function whom({ what, cases, people, members, networks, involved, areas }: FacilitatorFigures): Told {
  if (cases !== null) {
    return {
      code: 'facilitator.cases',
      values: { cases, networks, members },
      words: `${capital(what)} is in ${cases} cases of ${networks} networks, with ${members} of their people.`,
    };
  }
  if (networks >= 2) {
    return {
      code: 'facilitator.networks',
      values: { members, people, networks },
      words: `${members} of the ${people} people linked to ${what} belong to ${networks} networks.`,
    };
  }
  return {
    code: 'facilitator.involved',
    values: { involved, people, areas: areas.length },
    words: `${involved} of the ${people} people linked to ${what} are in cases of ${areas.length} crime areas.`,
  };
}

function areasToo(areas: readonly string[]): Told {
  return {
    code: 'facilitator.areas',
    values: { count: areas.length, areas },
    words: `They are in cases of ${areas.length} crime areas: ${areas.join(', ')}.`,
  };
}

/** What would be usual, and how often as much comes up by chance. */
function byChance({ cases, usual, chance }: FacilitatorFigures): readonly Told[] {
  const values = chanceValues(chance);
  if (cases === null) {
    return [
      {
        code: 'facilitator.usual',
        values: { share: usual },
        words: `Of all links of this sort, ${percent(usual)} are to people of networks.`,
      },
      {
        code: 'facilitator.chance',
        values,
        words: `Were links spread by chance, with as many for everyone as now, this or more would come up ${oneIn(chance)}.`,
      },
    ];
  }
  return [
    {
      code: 'facilitator.usualCases',
      values: { share: usual },
      words: `Of the further cases that others are in, ${percent(usual)} are outside their own network.`,
    },
    {
      code: 'facilitator.chanceCases',
      values,
      words: `By chance at that rate, this or more would come up ${oneIn(chance)}.`,
    },
  ];
}

function testedOf({ tested, chanceCorrected }: FacilitatorFigures): Told {
  return {
    code: 'facilitator.tested',
    values: { tested, share: shareAtMost(chanceCorrected) },
    words: `${thousands(tested)} were tested; of leads like this one, at most ${percent(chanceCorrected)} are expected to be chance.`,
  };
}

function ofProtected({ protected: count, both }: FacilitatorFigures): readonly Told[] {
  const ofThem = {
    code: 'facilitator.protected',
    values: { count },
    words: `${count} of the people are protected. They are counted as people, not as members, and not shown.`,
  };
  const asBoth = {
    code: 'facilitator.both',
    values: { count: both },
    words: `${both} of the people are on file both as suspect and as victim: the principle of non-punishment applies (Directive (EU) 2024/1712).`,
  };
  return [...(count > 0 ? [ofThem] : []), ...(both > 0 ? [asBoth] : [])];
}
