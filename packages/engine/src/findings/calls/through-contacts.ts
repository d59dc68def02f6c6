import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import type { WeightedUrn } from '../weighted-draws.ts';
import { tieTable } from './gather-calls.ts';

/** The contacts of whoever is asked about, by place. Filled by whoever asks. A working table. */
export const askedContactTable = defineTable('findings_work', 'asked_contact', {
  place: 'INTEGER',
  contact: 'UBIGINT',
});

/** Who is no contact that could be found: whoever is asked about. Filled by whoever asks. A working table. */
export const leftOutTable = defineTable('findings_work', 'left_out', { place: 'INTEGER', node: 'UBIGINT' });

/** Somebody who could be found through contacts. */
export interface Findable {
  readonly node: bigint;
  /** How likely, beside others; above 0. */
  readonly weight: number;
}

/** The weight of a list; a whole number, so that sums are the same in any order. */
const listWeight = 2 ** 40;

/** The weight of whoever is found without any contact: as one list, of all who are on file. `share` of them are marked. */
export function elsewhereOf(share: number): WeightedUrn['elsewhere'] {
  return { marked: listWeight * share, others: listWeight * (1 - share) };
}

/**
 * For each place in turn, whom a random walk of two steps finds: to a contact, each alike, and from there to one of those with
 * whom that contact speaks. People come to most of whom they know through others (cyclic closure: Kossinets and Watts,
 * Science 311, 88, 2006), and to some without (local and global attachment: Kumpula, Onnela, Saramäki, Kaski and Kertész,
 * Phys. Rev. Lett. 99, 228701, 2007). So whoever is near, in one town, family or trade, is as likely as they make one another,
 * however many others are on file; an office that everybody calls is one contact among others. The contacts themselves are
 * one list more, for they were found, and all who are on file another one (`elsewhereOf`).
 */
export async function* findableThroughContacts(
  lake: Lake,
): AsyncGenerator<{ readonly place: number; readonly findable: readonly Findable[] }> {
  const batches = lake.stream(sql`
    with listed as (
      select a.place, a.contact, t.other from ${askedContactTable} a join ${tieTable} t on t.node = a.contact
        anti join ${leftOutTable} o on o.place = a.place and o.node = t.other
      union all
      select place, null, contact from ${askedContactTable}
    ), size as (
      select place, contact, count(*) as people from listed group by all
    ), found as (
      select l.place, l.other, sum(${listWeight}::bigint // s.people)::double as weight
      from listed l join size s on s.place = l.place and s.contact is not distinct from l.contact group by all
    )
    select place, weight, other from found order by place, weight, other`);
  let place: number | undefined;
  let findable: Findable[] = [];
  for await (const { rowCount, columns } of batches) {
    for (let row = 0; row < rowCount; row++) {
      const at = columns[0]?.[row] as number;
      if (place !== undefined && at !== place) {
        yield { place, findable };
        findable = [];
      }
      place = at;
      findable.push({ weight: columns[1]?.[row] as number, node: columns[2]?.[row] as bigint });
    }
  }
  if (place !== undefined) yield { place, findable };
}
