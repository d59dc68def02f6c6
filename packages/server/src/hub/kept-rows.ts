import type { Kept } from '@clew/engine/pipeline.ts';
import { contributions } from '@clew/ledger/contributions.ts';
import type { Database } from '@clew/ledger/database.ts';
import { lastJudgements } from '@clew/ledger/judgements.ts';
import { partners } from '@clew/ledger/partners.ts';
import { idFromText } from '@clew/model/ids.ts';
import type { Judgement } from '@clew/model/judgement.ts';

/** What the ledger keeps, as the rows that the engine takes. */
export async function keptRows(ledger: Database): Promise<Kept> {
  const all = await partners(ledger);
  const contacts = new Map(all.map((partner) => [partner.id, partner.contact]));
  return {
    partners: all.map(({ id, title, country, contact }) => ({ partner: id, title, country, contact })),
    contributions: (await contributions(ledger)).map((kept) => ({
      contribution: kept.id,
      partner: kept.partner,
      file_name: kept.fileName,
      bytes: kept.bytes,
      received_at: kept.receivedAt,
      contact: kept.terms.contact ?? contacts.get(kept.partner) ?? null,
    })),
    judgements: (await lastJudgements(ledger)).map(judgementRow),
  };
}

function judgementRow(judgement: Judgement): Kept['judgements'][number] {
  const [x, y] = [numberOf(judgement.a), numberOf(judgement.b)];
  const { verdict, by, reason, at } = judgement;
  const [a, b] = x < y ? [x, y] : [y, x];
  return { a, b, verdict, by, reason, at };
}

function numberOf(id: string): bigint {
  const number = idFromText(id);
  if (number === undefined) throw new Error('A judgement in the ledger names something that is not an id');
  return number;
}
