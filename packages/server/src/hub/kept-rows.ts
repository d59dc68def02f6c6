import type { Kept } from '@clew/engine/pipeline.ts';
import { contributions } from '@clew/ledger/contributions.ts';
import type { Database } from '@clew/ledger/database.ts';
import { judgements } from '@clew/ledger/judgements.ts';
import { partners } from '@clew/ledger/partners.ts';
import { idFromText } from '@clew/model/ids.ts';
import type { Judgement } from '@clew/model/judgement.ts';

/**
 * What the ledger keeps, as the rows that the engine takes. Judgements: the first so many, the last word on each pair;
 * with `visible`, only those that rest on nothing but these contributions. A partner's own key can make rows of two files
 * one subject, so that a judgement can be on two visible subjects and yet come from what one of them says elsewhere.
 */
export async function keptRows(
  ledger: Database,
  judgedThrough = Number.POSITIVE_INFINITY,
  visible?: ReadonlySet<string>,
): Promise<Kept> {
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
    judgements: lastWords(
      (await judgements(ledger))
        .slice(0, judgedThrough)
        .filter((made) => visible === undefined || made.contributions.every((id) => visible.has(id))),
    ),
  };
}

function lastWords(made: readonly Judgement[]): Kept['judgements'] {
  const last = new Map<string, Kept['judgements'][number]>();
  for (const judgement of made) last.set(`${judgement.a} ${judgement.b}`, judgementRow(judgement));
  return [...last.values()].sort(byPair);
}

type JudgementRow = Kept['judgements'][number];

function byPair(one: JudgementRow, other: JudgementRow): number {
  const [a, b] = [one.a as bigint, other.a as bigint];
  if (a !== b) return a < b ? -1 : 1;
  return (one.b as bigint) < (other.b as bigint) ? -1 : 1;
}

function judgementRow(judgement: Judgement): JudgementRow {
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
