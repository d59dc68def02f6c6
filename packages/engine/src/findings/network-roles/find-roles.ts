// In: ties. Out: for each node its community and how stable that is, how far it stands between others, and its place; and the
// same for each phase, where times are known.

import type { Watch } from '@clew/model/progress.ts';
import { betweennessOf } from './betweenness.ts';
import { communitiesOf } from './communities.ts';
import {
  centralisationOf,
  degreeOf,
  densityOf,
  type Network,
  strengthOf,
  type TieCollector,
} from './network.ts';
import { constraintsOf, positionsOf, type Role } from './positions.ts';

export interface NodeRoles {
  readonly node: string;
  /** From 1, the largest. */
  readonly community: number;
  /** Betweenness, 0 to 1. */
  readonly broker: number;
  readonly degree: number;
  readonly strength: number;
  /** Burt's constraint; null for a node without ties. */
  readonly constraint: number | null;
  readonly participation: number;
  readonly role: Role;
  /** 0 to 1. */
  readonly stability: number;
}

export interface NetworkRoles {
  /** Who stands most between others first. */
  readonly nodes: readonly NodeRoles[];
  readonly edges: number;
  readonly density: number;
  readonly centralisation: number;
  readonly communities: number;
  readonly modularity: number;
  readonly runs: number;
  readonly starts: number;
  readonly brokerErrorAtMost: number;
  readonly brokerStandardError: number;
}

export interface Phase {
  readonly from: number;
  readonly to: number;
  readonly roles: NetworkRoles;
}

const defaultSeed = 1;

export function findRoles(network: Network, watch: Watch = {}, seed = defaultSeed): NetworkRoles {
  const communities = communitiesOf(network, seed, watch);
  const between = betweennessOf(network, seed, watch);
  const constraints = constraintsOf(network);
  const positions = positionsOf(network, communities.of);
  const nodes = network.nodes.map((name, node): NodeRoles => {
    const constraint = constraints[node] as number;
    return {
      node: name,
      community: communities.of[node] as number,
      broker: between.values[node] as number,
      degree: degreeOf(network, node),
      strength: strengthOf(network, node),
      constraint: Number.isNaN(constraint) ? null : constraint,
      participation: positions[node]?.participation ?? 0,
      role: positions[node]?.role ?? 'local',
      stability: communities.stability[node] as number,
    };
  });
  return {
    nodes: nodes.sort((a, b) => b.broker - a.broker || (a.node < b.node ? -1 : 1)),
    edges: network.edges,
    density: densityOf(network),
    centralisation: centralisationOf(network),
    communities: communities.count,
    modularity: communities.modularity,
    runs: communities.runs,
    starts: between.starts,
    brokerErrorAtMost: between.errorAtMost,
    brokerStandardError: between.standardError,
  };
}

/**
 * The phases of a network: each time that there is, up to as many as wanted, else so many stretches of equal length. A
 * community keeps its number from phase to phase where most of those who are in both stay together.
 */
export function findPhases(ties: TieCollector, wanted: number, watch: Watch = {}): Phase[] {
  const times = ties.times();
  const distinct = [...new Set(times)];
  const spans =
    distinct.length <= wanted
      ? distinct.map((time) => ({ from: time, to: time }))
      : stretches(times[0] as number, times.at(-1) as number, wanted);
  const phases: Phase[] = [];
  let numbers = { before: new Map<string, number>(), used: 0 };
  for (const span of spans) {
    const found = findRoles(ties.network(span), watch);
    if (found.nodes.length === 0) continue;
    const { roles, used } = renumbered(found, numbers);
    numbers = { before: new Map(roles.nodes.map(({ node, community }) => [node, community])), used };
    phases.push({ ...span, roles });
  }
  return phases;
}

function stretches(from: number, to: number, count: number): { from: number; to: number }[] {
  const length = (to - from) / count;
  return Array.from({ length: count }, (_, index) => ({
    from: index === 0 ? from : nextUp(from + index * length),
    to: index === count - 1 ? to : from + (index + 1) * length,
  }));
}

/** The next larger number: the end of one stretch is not the beginning of another too. */
function nextUp(value: number): number {
  return value + Math.max(Number.MIN_VALUE, Math.abs(value) * Number.EPSILON);
}

/** Gives each community the number of the one before with which it shares most members, the largest overlap first. */
function renumbered(
  roles: NetworkRoles,
  { before, used }: { readonly before: ReadonlyMap<string, number>; readonly used: number },
): { readonly roles: NetworkRoles; readonly used: number } {
  const shared = new Map<string, number>();
  for (const { node, community } of roles.nodes) {
    const earlier = before.get(node);
    if (earlier !== undefined)
      shared.set(`${community} ${earlier}`, (shared.get(`${community} ${earlier}`) ?? 0) + 1);
  }
  const numbers = new Map<number, number>();
  const taken = new Set<number>();
  const pairs = [...shared]
    .map(([key, count]) => ({ pair: key.split(' ').map(Number) as [number, number], count }))
    .sort((a, b) => b.count - a.count || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
  for (const { pair } of pairs) {
    if (numbers.has(pair[0]) || taken.has(pair[1])) continue;
    numbers.set(pair[0], pair[1]);
    taken.add(pair[1]);
  }
  let last = used;
  for (let community = 1; community <= roles.communities; community++)
    if (!numbers.has(community)) numbers.set(community, ++last);
  const nodes = roles.nodes.map((one) => ({ ...one, community: numbers.get(one.community) as number }));
  return { roles: { ...roles, nodes }, used: last };
}
