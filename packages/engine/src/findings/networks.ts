import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { caseAreaTable, linkTable } from '../graph/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { writeTable } from '../lake/table-writer.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { involvementTable, openPersonTable, usableLabelTable } from './involvement.ts';
import { networkTable } from './tables.ts';

/** Links between two people that bind them into one network. Shared things (phones, addresses ...) do not. */
const closeTies = ['associate of', 'controlled by'] as const;

// The package is CommonJS and its types say `export default`: under Node's rules the function is the import itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** An organised criminal group is one of three or more: UN Convention against Transnational Organized Crime, Art. 2(a). */
const leastMembers = 3;
/** A file with more people than this is a list of people met (a raid, a payroll): it binds nobody. */
const largestCase = 60;
/** A network with more people than this is split into communities. */
const largestWhole = 60;
/** Who is in more files than this counts for nothing when files are bound. */
const mostFiles = 40;

export interface Involvement {
  readonly person: bigint;
  readonly case: bigint;
}

/** A file that binds the people in it, by their positions in the list of people: a case, or a close tie of two. */
type File = readonly number[];

/**
 * Networks: people of one file belong together, and two files belong together when enough people are in both. Who is
 * in `k` files counts 1/sqrt(k - 1) for each pair of them, and files are bound when the sum reaches one. So one
 * person binds his only two files and two people bind up to five, but somebody who turns up in many does not bind
 * them by himself, for that may be a facilitator. (After the weights of co-authorship in M. E. J. Newman, Phys. Rev.
 * E 64, 016132, 2001.) Large networks are split by modularity (Blondel et al., J. Stat. Mech. P10008, 2008) in a
 * fixed order, without chance.
 * Gives the people of each network in ascending order, at least three; networks in the order of their first person.
 */
export function findNetworks(
  involvements: readonly Involvement[],
  ties: readonly (readonly [bigint, bigint])[],
): bigint[][] {
  const ids = [...involvements.map((i) => i.person), ...ties.flat()];
  const people = [...new Set(ids)].sort(ascending);
  const position = new Map(people.map((id, index) => [id, index]));
  const files = filesOf(involvements, ties, position);
  const filesByPerson = people.map((): number[] => []);
  files.forEach((file, index) => {
    for (const person of file) filesByPerson[person]?.push(index);
  });
  const sets = bindFiles(files, filesByPerson);
  const members = new Map<number, number[]>();
  filesByPerson.forEach((own, person) => {
    const network = mostOf(own.map((file) => sets.find(file)));
    if (network === undefined) return;
    const list = members.get(network);
    if (list === undefined) members.set(network, [person]);
    else list.push(person);
  });
  return [...members.values()]
    .flatMap((group) => (group.length > largestWhole ? split(group, filesByPerson) : [group]))
    .filter((group) => group.length >= leastMembers)
    .map((group) => group.map((person) => people[person] as bigint).sort(ascending))
    .sort((a, b) => ascending(a[0] as bigint, b[0] as bigint));
}

/** Reads who is in which case and writes findings.network. Gives the number of networks. */
export async function writeNetworks(lake: Lake, folder: string): Promise<number> {
  const involvements = await lake.rows<Involvement>(sql`
    select person, "case" from ${involvementTable} order by "case", person`);
  const ties = await lake.rows<{ a: bigint; b: bigint }>(sql`
    select distinct least(l.source, l.target) as a, greatest(l.source, l.target) as b
    from ${linkTable} l join ${usableLabelTable} u using (label)
    where l.kind in ${closeTies} and l.source in (select person from ${openPersonTable})
      and l.target in (select person from ${openPersonTable}) order by a, b`);
  const found = findNetworks(
    involvements,
    ties.map(({ a, b }) => [a, b] as const),
  );
  const areas = await areasByPerson(lake);
  await writeTable(lake, { folder, table: networkTable }, async (writer) => {
    for (const members of found) {
      const crime_areas = [...new Set(members.flatMap((person) => areas.get(person) ?? []))].sort();
      for (const entity of members)
        await writer.add({ network: members[0] as bigint, entity, members: members.length, crime_areas });
    }
  });
  return found.length;
}

async function areasByPerson(lake: Lake): Promise<ReadonlyMap<bigint, readonly string[]>> {
  const rows = await lake.rows<{ person: bigint; areas: readonly string[] }>(sql`
    select i.person, list_sort(list_distinct(list(a.area))) as areas
    from ${involvementTable} i join ${caseAreaTable} a using ("case") group by i.person`);
  return new Map(rows.map(({ person, areas }) => [person, areas]));
}

function filesOf(
  involvements: readonly Involvement[],
  ties: readonly (readonly [bigint, bigint])[],
  position: ReadonlyMap<bigint, number>,
): File[] {
  const cases = new Map<bigint, number[]>();
  for (const { person, case: file } of involvements) {
    const list = cases.get(file);
    if (list === undefined) cases.set(file, [position.get(person) as number]);
    else list.push(position.get(person) as number);
  }
  const inOrder = [...cases].sort(([a], [b]) => ascending(a, b)).map(([, file]) => [...new Set(file)]);
  return [
    ...inOrder.filter((file) => file.length <= largestCase),
    ...ties.map((tie) => tie.map((id) => position.get(id) as number)),
  ];
}

function bindFiles(files: readonly File[], filesByPerson: readonly (readonly number[])[]): DisjointSets {
  const weights = new Map<number, number>();
  for (const own of filesByPerson) {
    if (own.length > mostFiles) continue;
    for (let i = 0; i < own.length; i++) {
      for (let j = 0; j < i; j++) {
        const pair = (own[i] as number) * files.length + (own[j] as number);
        weights.set(pair, (weights.get(pair) ?? 0) + 1 / Math.sqrt(own.length - 1));
      }
    }
  }
  const sets = new DisjointSets(files.length);
  for (const [pair, weight] of weights) {
    if (weight > 0.999) sets.join(Math.floor(pair / files.length), pair % files.length);
  }
  return sets;
}

/** The value that is there most often; of several the smallest. */
function mostOf(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0];
}

/** Communities among people and the files they are in. */
function split(group: readonly number[], filesByPerson: readonly (readonly number[])[]): number[][] {
  const graph = new UndirectedGraph();
  for (const person of group) graph.addNode(`p${person}`);
  for (const person of group) {
    for (const file of filesByPerson[person] ?? []) {
      graph.mergeNode(`f${file}`);
      graph.mergeEdge(`p${person}`, `f${file}`);
    }
  }
  const communities = louvain(graph, { randomWalk: false, rng: () => 0.5 });
  const parts = new Map<number, number[]>();
  for (const person of group) {
    const community = communities[`p${person}`] as number;
    parts.set(community, [...(parts.get(community) ?? []), person]);
  }
  return [...parts.values()];
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
