import { defineTable } from './lake/table.ts';

// What is kept in the ledger reaches the engine as these tables, loaded before a run. The engine never writes them.

export const keptPartnerTable = defineTable('kept', 'partner', {
  partner: 'VARCHAR',
  title: 'VARCHAR',
  country: 'VARCHAR',
  contact: 'VARCHAR',
});

export const keptContributionTable = defineTable('kept', 'contribution', {
  contribution: 'VARCHAR',
  partner: 'VARCHAR',
  file_name: 'VARCHAR',
  bytes: 'BIGINT',
  received_at: 'VARCHAR',
  contact: 'VARCHAR',
});

/** Subject ids as numbers, a < b; only the last verdict on each pair. */
export const keptJudgementTable = defineTable('kept', 'judgement', {
  a: 'UBIGINT',
  b: 'UBIGINT',
  verdict: 'VARCHAR',
  by: 'VARCHAR',
  reason: 'VARCHAR',
  at: 'VARCHAR',
});

export const keptTables = [keptPartnerTable, keptContributionTable, keptJudgementTable] as const;
