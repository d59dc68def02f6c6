import type { Comparison, TypeModel } from './model.ts';

// What a comparison gives for a pair is one integer: the level, and one more than the frequency class of the shared
// value in the lower seven bits (0: nothing known). Null where a side is not known.
const classBits = 7;

/**
 * SQL: the outcome of a comparison for features joined as `l` and `r`; values of several fields are joined flat, as
 * `l_<column>` and `r_<column>`.
 */
function outcomeSql(comparison: Comparison): string {
  const { variants } = comparison;
  if (variants === undefined) return valueOutcome(comparison, 'l', 'r');
  const { one, fields } = variants;
  return fields === true
    ? valueOutcome(comparison, `l_${one}`, `r_${one}`)
    : valueOutcome(comparison, `l.${one}`, `r.${one}`);
}

function valueOutcome(comparison: Comparison, l: string, r: string): string {
  const branches = comparison.levels.map((level, index) => {
    const base = (comparison.levels.length - 1 - index) << classBits;
    const extra = level.frequency === undefined ? '' : ` + coalesce(${level.frequency(l, r)} + 1, 0)`;
    return `when ${level.when(l, r)} then ${base}${extra}`;
  });
  const apart = comparison.apart === undefined ? '' : `when ${comparison.apart(l, r)} then 0`;
  return `(case when not (${comparison.known(l, r)}) then null ${apart} ${branches.join('\n ')} end)::integer`;
}

/** SQL: the level in an outcome column. */
export function levelSql(column: string): string {
  return `(${column} >> ${classBits})`;
}

/** The outcome at a level of which no frequency is known. */
export function levelOutcome(level: number): number {
  return level << classBits;
}

/** SQL: one more than the frequency class in an outcome column. */
export function frequencySql(column: string): string {
  return `(${column} & ${2 ** classBits - 1})`;
}

/** Pairs (a, b, further), each once, and the features of those in them. */
interface ComparedPairs {
  readonly features: string;
  readonly pairs: string;
  readonly further?: readonly string[];
  /** Where the features of `b` are, unless in the same table. */
  readonly otherFeatures?: string;
}

/** SELECT a, b, further columns and one outcome column per comparison. */
export function outcomesOfPairs(model: TypeModel, from: ComparedPairs): string {
  return withAbsent(model, `(${knownOutcomes(model, from)})`);
}

/** SQL: a table of `knownOutcomes` with the outcomes of all comparisons. Last, because nothing costs where it is not kept. */
export function withAbsent({ comparisons }: TypeModel, table: string): string {
  const absent = comparisons.flatMap((one) =>
    one.absent === true ? [`, null::integer as "${one.id}"`] : [],
  );
  return `select *${absent.join('')} from ${table}`;
}

/** As `outcomesOfPairs`, without the comparisons that are known for no pair. */
export function knownOutcomes(model: TypeModel, from: ComparedPairs): string {
  const variants = presentVariants(model);
  const kept = ['a', 'b', ...(from.further ?? [])];
  const { features, otherFeatures = features } = from;
  if (model.single === true || variants.length === 0) {
    const pairs = `(select *, a as va, b as vb from (${from.pairs}))`;
    const of = (table: string) => `(select n as v, * from ${table})`;
    return comparedSql(model, { kept, left: of(features), right: of(otherFeatures), pairs });
  }
  const best = knownComparisons(model).map(({ id }) => `max("${id}") as "${id}"`);
  const one = variantsSql(variants, features, '');
  const other = otherFeatures === features ? one : variantsSql(variants, otherFeatures, 'other_');
  const told = { kept: [...kept, 'several'], left: one.variant, right: other.variant, pairs: 'told' };
  return `with ${[...new Set([one.sql, other.sql])].join(', ')},
    told as (select p.*, x.v as va, y.v as vb, (x.several or y.several) as several
      from (${from.pairs}) p join ${one.numbered} x on x.n = p.a join ${other.numbered} y on y.n = p.b),
    compared as materialized (${comparedSql(model, told)})
    select * exclude (several) from compared where not several
    union all select ${[...kept, ...best].join(', ')} from compared where several group by ${kept.join(', ')}`;
}

/** Those of some columns of the feature table that the comparisons of a model speak of. */
export function comparedColumns(model: TypeModel, columns: readonly string[]): readonly string[] {
  const comparisons = model.comparisons.filter(({ absent }) => absent !== true);
  const narrow = { ...model, comparisons, single: false };
  const asked = outcomesOfPairs(narrow, { features: 'features', pairs: 'pairs' });
  return columns.filter((column) => new RegExp(`\\b${column}\\b`).test(asked));
}

function comparedSql(
  model: TypeModel,
  from: {
    readonly kept: readonly string[];
    readonly left: string;
    readonly right: string;
    readonly pairs: string;
  },
): string {
  const flat = flatColumns(model);
  const side = (name: string, v: string, features: string) =>
    [
      `join ${features} ${name} on ${name}.v = p.${v}`,
      ...flat.map(
        (column) =>
          `join (select v, unnest(${column}) from ${features}) ${name}_${column} on ${name}_${column}.v = p.${v}`,
      ),
    ].join(' ');
  const columns = [
    ...from.kept.map((column) => `p.${column}`),
    ...knownComparisons(model).map((comparison) => `${outcomeSql(comparison)} as "${comparison.id}"`),
  ];
  return `select ${columns.join(',\n ')} from ${from.pairs} p
    ${side('l', 'va', from.left)} ${side('r', 'vb', from.right)}`;
}

/**
 * Whoever has several values of a trait stands in `variant` once for each, so that all are compared the same quick way, and
 * the best outcome counts. The first has the number of the subject, so that the numbers have no gaps, which joins are quick
 * with. `numbered` (n, v, several) tells which are whose.
 */
function variantsSql(
  variants: readonly Variants[],
  features: string,
  prefix: string,
): { readonly sql: string; readonly variant: string; readonly numbered: string } {
  const most = variants.map(({ all }) => `len(${all})`).join(', ');
  const replaced = variants.map(({ one, all }) => `coalesce(f.${all}[e.place], f.${one}) as ${one}`);
  const [extra, numbered, variant] = [`${prefix}extra`, `${prefix}numbered`, `${prefix}variant`];
  const sql = `${extra} as materialized (
      select n, place, (row_number() over () + (select max(n) from ${features}))::integer as v
      from (select n, unnest(range(2, 1 + greatest(${most}))) as place from ${features} where several)),
    ${numbered} as materialized (
      select n, n as v, several from ${features} union all select n, v, true from ${extra}),
    ${variant} as not materialized (
      select n as v, * from ${features}
      union all select e.v, f.* replace (${replaced.join(', ')}) from ${extra} e join ${features} f using (n))`;
  return { sql, variant, numbered };
}

type Variants = NonNullable<Comparison['variants']>;

function presentVariants(model: TypeModel): Variants[] {
  return knownComparisons(model).flatMap(({ variants }) => (variants === undefined ? [] : [variants]));
}

/** Those that anybody in the data at hand has what they compare. */
export function knownComparisons({ comparisons }: TypeModel): Comparison[] {
  return comparisons.filter(({ absent }) => absent !== true);
}

/**
 * Columns whose values have fields. The engine slices all fields of such a value for each one that an expression speaks of,
 * which takes four times as long as columns of their own.
 */
function flatColumns(model: TypeModel): string[] {
  return presentVariants(model).flatMap(({ one, fields }) => (fields === true ? [one] : []));
}

/** SQL over outcome columns: the pattern of levels as one number, as few bits a comparison as hold its levels, 0 where nothing is known. */
export function patternSql({ comparisons }: TypeModel): string {
  const places = placesOf(comparisons);
  return comparisons
    .map(({ id }, index) => `(coalesce(${levelSql(`"${id}"`)} + 1, 0)::ubigint << ${places[index]?.from})`)
    .join(' + ');
}

/** The levels in a pattern: -1 where nothing is known. */
export function levelsOfPattern(pattern: bigint, { comparisons }: TypeModel): number[] {
  return placesOf(comparisons).map(
    ({ from, bits }) => Number(BigInt.asUintN(bits, pattern >> BigInt(from))) - 1,
  );
}

/** Where each comparison stands in a pattern, of 64 bits at most. */
function placesOf(
  comparisons: readonly Comparison[],
): readonly { readonly from: number; readonly bits: number }[] {
  let from = 0;
  return comparisons.map(({ levels }) => {
    const bits = 32 - Math.clz32(levels.length);
    const place = { from, bits };
    from += bits;
    return place;
  });
}
