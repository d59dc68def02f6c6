import type { FindingReason, Standing } from '@clew/model/finding.ts';
import { entityTable } from '../graph/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { detectors } from './detectors.ts';
import { findingTable } from './tables.ts';

/** A finding as a list shows it. */
export interface ListedFinding {
  readonly finding: bigint;
  readonly detector: string;
  readonly kind: string;
  /** What the detector calls this kind. */
  readonly title: string;
  /** Where the research stands on what the detector goes by. */
  readonly standing: Standing;
  readonly subjects: readonly { readonly entity: bigint; readonly type: string; readonly caption: string }[];
  readonly reason: FindingReason;
  readonly chance: number;
  readonly chanceCorrected: number;
  readonly statements: number;
}

/** Which findings are meant; all of them unless told. */
export interface FindingsChosen {
  readonly detector?: string | undefined;
  /** Those that concern one entity. */
  readonly concerning?: bigint | undefined;
  /** Those with people in cases of this crime area. */
  readonly area?: string | undefined;
  /** Those whose corrected chance is this at most. */
  readonly mostChance?: number | undefined;
  readonly standing?: Standing | undefined;
  /** These, or all but these. */
  readonly only?: readonly bigint[] | undefined;
  readonly without?: readonly bigint[] | undefined;
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

function choice(chosen: FindingsChosen): Query {
  const { detector, concerning, area, mostChance, standing, only, without } = chosen;
  const conditions = [
    ...(detector === undefined ? [] : [sql`f.detector = ${detector}`]),
    ...(concerning === undefined ? [] : [sql`list_contains(f.subjects, ${concerning}::ubigint)`]),
    ...(area === undefined
      ? []
      : [sql`list_contains(from_json(f.reason::json -> 'figures' -> 'areas', '["varchar"]'), ${area})`]),
    ...(mostChance === undefined ? [] : [sql`f.chance_corrected <= ${mostChance}`]),
    ...(standing === undefined ? [] : [among(sql`f.detector`, detectorsOf(standing))]),
    ...(only === undefined ? [] : [among(sql`f.finding`, only)]),
    ...(without === undefined ? [] : [sql`not (${among(sql`f.finding`, without)})`]),
  ];
  return conditions.length === 0 ? sql`true` : joinSql(conditions, ' and ');
}

function among(column: Query, values: readonly (string | bigint)[]): Query {
  return values.length === 0 ? sql`false` : sql`${column} in ${values}`;
}

function detectorsOf(standing: Standing): readonly string[] {
  return detectors.filter((each) => each.standing === standing).map(({ id }) => id);
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
    standing: detector?.standing ?? 'untested',
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
