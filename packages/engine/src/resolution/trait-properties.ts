import type { Comparison, TypeModel } from './model.ts';

/** The properties that a comparison looks at, found by the feature columns that it speaks of. */
export function traitProperties(model: TypeModel, comparison: Comparison): readonly string[] {
  const { variants, known, id } = comparison;
  const { names, addresses, dates, values, codes, amounts, days, memos, associated = [] } = model.features;
  const spoken = variants === undefined ? known('f', 'f') : `f.${variants.one} f.${variants.all}`;
  const speaksOf = (...columns: readonly string[]) =>
    columns.some((column) => new RegExp(`\\bf\\.${column}\\b`).test(spoken));
  const found = [
    ...(names !== undefined && speaksOf('name', 'names', 'generation')
      ? [...names.whole, ...names.given, ...names.family]
      : []),
    ...(addresses !== undefined && speaksOf('address', 'addresses') ? [addresses.property] : []),
    ...(dates !== undefined && speaksOf(dates.one, dates.all) ? [dates.property] : []),
    ...(amounts !== undefined && speaksOf(amounts.column) ? [amounts.property] : []),
    ...(days !== undefined && speaksOf(days.column) ? [days.property] : []),
    ...(memos !== undefined && speaksOf('memo') ? [memos.property] : []),
    ...associated.filter(({ column }) => speaksOf(column)).map(({ property }) => property),
    ...values
      .filter(({ column }) => speaksOf(column, `${column}_text`))
      .flatMap(({ properties }) => properties),
    ...codes.filter(({ column }) => speaksOf(column)).map(({ property }) => property),
  ];
  return found.length === 0 ? [id] : [...new Set(found)];
}
