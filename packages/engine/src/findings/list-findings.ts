import type { FindingReason } from '@clew/model/finding.ts';
import { entityTable } from '../graph/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';
import { detectors } from './detectors.ts';
import { findingTable } from './tables.ts';

/** A finding as a list shows it. */
export interface ListedFinding {
  readonly finding: bigint;
  readonly detector: string;
  readonly kind: string;
  /** What the detector calls this kind. */
  readonly title: string;
  readonly subjects: readonly { readonly entity: bigint; readonly type: string; readonly caption: string }[];
  readonly reason: FindingReason;
  readonly chance: number;
  readonly chanceCorrected: number;
  readonly statements: number;
}

/** Which findings are meant: those of one detector, those that concern one entity. */
export interface FindingsChosen {
  readonly detector?: string | undefined;
  readonly concerning?: bigint | undefined;
}

export async function countFindings(lake: Lake, options: FindingsChosen): Promise<number> {
  const { n } = await lake.row<{ n: number }>(
    sql`select count(*) as n from ${findingTable} f where ${choice(options)}`,
  );
  return n;
}

/** Findings, the least likely by chance first: `limit` of them, after the one named. None after one that is not there. */
export async function listFindings(
  lake: Lake,
  options: FindingsChosen & { readonly after?: bigint | undefined; readonly limit: number },
): Promise<ListedFinding[]> {
  const chosen = choice(options);
  const rest =
    options.after === undefined
      ? sql`true`
      : sql`(f.chance_corrected, f.chance, f.finding) > (
          select (chance_corrected, chance, finding) from ${findingTable}
          where finding = ${options.after}::ubigint)`;
  const rows = await lake.rows<FindingRow>(sql`
    with chosen as (
      select * from ${findingTable} f where ${chosen} and ${rest}
      order by chance_corrected, chance, finding limit ${options.limit}
    ), subject as (
      select finding, unnest(subjects) as entity, unnest(range(1, len(subjects) + 1)) as place from chosen
    ), named as (
      select s.finding, list(e.entity order by s.place) as entities, list(e.type order by s.place) as types,
        list(e.caption order by s.place) as captions
      from subject s join ${entityTable} e on e.entity = s.entity group by s.finding
    )
    select f.finding, f.detector, f.kind, f.reason, f.chance, f.chance_corrected, len(f.evidence) as statements,
      n.entities, n.types, n.captions
    from chosen f left join named n on n.finding = f.finding
    order by f.chance_corrected, f.chance, f.finding`);
  return rows.map(findingFrom);
}

function choice({ detector, concerning }: FindingsChosen): Query {
  const ofDetector = detector === undefined ? sql`true` : sql`f.detector = ${detector}`;
  const ofEntity =
    concerning === undefined ? sql`true` : sql`list_contains(f.subjects, ${concerning}::ubigint)`;
  return sql`${ofDetector} and ${ofEntity}`;
}

interface FindingRow {
  readonly finding: bigint;
  readonly detector: string;
  readonly kind: string;
  readonly reason: string;
  readonly chance: number;
  readonly chance_corrected: number;
  readonly statements: number;
  readonly entities: readonly bigint[] | null;
  readonly types: readonly string[] | null;
  readonly captions: readonly string[] | null;
}

function findingFrom(row: FindingRow): ListedFinding {
  const detector = detectors.find((each) => each.id === row.detector);
  return {
    finding: row.finding,
    detector: row.detector,
    kind: row.kind,
    title: detector?.kinds[row.kind] ?? row.kind,
    subjects: (row.entities ?? []).map((entity, index) => ({
      entity,
      type: row.types?.[index] ?? '',
      caption: row.captions?.[index] ?? '',
    })),
    reason: JSON.parse(row.reason) as FindingReason,
    chance: row.chance,
    chanceCorrected: row.chance_corrected,
    statements: row.statements,
  };
}
