import { placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { usableLabelTable } from '../involvement.ts';
import { paymentSideTable } from '../repayments/repayments.ts';

/** Money paid in at a counter, or drawn there: a payment with one account, a day and a place. A working table. */
export const counterTable = defineTable('findings_work', 'counter', {
  payment: 'UBIGINT',
  account: 'UBIGINT',
  is_paid_in: 'BOOLEAN',
  day: 'DATE',
  amount: 'DOUBLE',
  place: 'VARCHAR',
});

/** Fills `counterTable`. Needs `gatherTransfers`. */
export async function gatherCounter(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${counterTable} as
    with lone as (
      select payment, min(account) as account, bool_or(is_payee) as is_paid_in, min(day) as day, min(amount) as amount
      from ${paymentSideTable} group by payment having count(*) = 1
    ), spot as (
      select p.entity as payment, min(p.place) as place
      from ${placeTable} p join ${usableLabelTable} u using (label) where p.place is not null group by p.entity
    )
    select l.*, s.place from lone l join spot s using (payment) order by l.account, l.day, l.payment`);
}

/** Two places are a couple's, or home and work. */
export const leastPlaces = 3;
