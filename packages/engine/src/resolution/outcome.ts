import type { Comparison, TypeModel } from './model.ts';

// What a comparison gives for a pair is one integer: the level, and one more than the frequency class of the shared
// value in the lower seven bits (0: nothing known). Null where a side is not known.
const classBits = 7;

/**
 * SQL: the outcome of a comparison for features joined as `l` and `r`, of which none or some have several values; where
 * none, values of several fields are joined flat, as `l_<column>` and `r_<column>`.
 */
function outcomeSql(comparison: Comparison, several: boolean): string {
  const { variants, absent } = comparison;
  if (absent === true) return 'null::integer';
  if (variants === undefined) return valueOutcome(comparison, 'l', 'r');
  const { one, all } = variants;
  if (!several && variants.fields === true) return valueOutcome(comparison, `l_${one}`, `r_${one}`);
  const single = valueOutcome(comparison, `l.${one}`, `r.${one}`);
  if (!several) return single;
  return `case when l.${one} is null or r.${one} is null then null
    when l.${all} is null and r.${all} is null then ${single}
    else list_max(list_transform(coalesce(l.${all}, [l.${one}]), lambda x:
      list_max(list_transform(coalesce(r.${all}, [r.${one}]), lambda y: ${valueOutcome(comparison, 'x', 'y')})))) end`;
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

/** SQL: one more than the frequency class in an outcome column. */
export function frequencySql(column: string): string {
  return `(${column} & ${2 ** classBits - 1})`;
}

/**
 * SELECT a, b, further columns and one outcome column per comparison, over pairs (a, b). Pairs of subjects that have one
 * value of each trait, which most are, go the quick way.
 */
export function outcomesOfPairs(
  model: TypeModel,
  from: { readonly features: string; readonly pairs: string; readonly further?: readonly string[] },
): string {
  const further = from.further ?? [];
  const select = (several: boolean, pairs: string) => {
    const outcomes = model.comparisons.map(
      (comparison) => `${outcomeSql(comparison, several)} as "${comparison.id}"`,
    );
    const flat = several ? [] : flatColumns(model);
    const side = (name: string, n: string) =>
      [
        `join ${from.features} ${name} on ${name}.n = p.${n}`,
        ...flat.map(
          (column) =>
            `join (select n, unnest(${column}) from ${from.features}) ${name}_${column} on ${name}_${column}.n = p.${n}`,
        ),
      ].join(' ');
    return `select ${['p.a', 'p.b', ...further.map((column) => `p.${column}`), ...outcomes].join(',\n ')}
      from (${pairs}) p ${side('l', 'a')} ${side('r', 'b')}`;
  };
  if (model.single === true || !model.comparisons.some(({ variants }) => variants !== undefined)) {
    return select(false, from.pairs);
  }
  // Told apart before the features are joined: carrying lists through a join costs more than comparing them.
  const several = `(select n from ${from.features} where several)`;
  return `with told as materialized (select *, (a in ${several} or b in ${several}) as several from (${from.pairs}))
    ${select(false, 'select * from told where not several')}
    union all ${select(true, 'select * from told where several')}`;
}

/**
 * Columns whose values have fields. The engine slices all fields of such a value for each one that an expression speaks of,
 * which takes four times as long as columns of their own.
 */
function flatColumns({ comparisons }: TypeModel): string[] {
  return comparisons.flatMap(({ variants, absent }) =>
    variants?.fields === true && absent !== true ? [variants.one] : [],
  );
}

/** SQL over outcome columns: the pattern of levels as one number, four bits a comparison, 0 where nothing is known. */
export function patternSql(model: TypeModel): string {
  return model.comparisons
    .map(
      (comparison, index) => `(coalesce(${levelSql(`"${comparison.id}"`)} + 1, 0)::ubigint << ${4 * index})`,
    )
    .join(' + ');
}

/** The levels in a pattern: -1 where nothing is known. */
export function levelsOfPattern(pattern: bigint, comparisons: number): number[] {
  const levels: number[] = [];
  for (let index = 0; index < comparisons; index++) {
    levels.push(Number((pattern >> BigInt(4 * index)) & 15n) - 1);
  }
  return levels;
}
