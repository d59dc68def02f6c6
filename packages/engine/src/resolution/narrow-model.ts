import type { Lake } from '../lake/lake.ts';
import type { Comparison, TypeModel } from './model.ts';
import { text, workTable } from './work.ts';

/**
 * The model without what nobody in the features has: the same outcomes for every pair, and less to ask of the engine.
 * What both sides must have for a comparison to be known, one subject has on its own.
 */
export async function narrowModel(lake: Lake, model: TypeModel): Promise<TypeModel> {
  const severalKnown = model.comparisons.some(({ variants }) => variants !== undefined);
  const asked = model.comparisons.map(
    (comparison) => `coalesce(bool_or(${someoneHas(comparison)}), false) as "${comparison.id}"`,
  );
  const several = severalKnown ? 'coalesce(bool_or(f.several), false)' : 'false';
  const found = await lake.row<Readonly<Record<string, boolean>>>(
    text(
      `select ${asked.join(', ')}, ${several} as "any several" from ${workTable('feature', model.type)} f`,
    ),
  );
  return {
    ...model,
    single: !found['any several'],
    comparisons: without(model, found),
  };
}

function without({ comparisons }: TypeModel, found: Readonly<Record<string, boolean>>): Comparison[] {
  return comparisons.map((comparison) =>
    found[comparison.id] ? comparison : { ...comparison, absent: true },
  );
}

function someoneHas({ known, variants }: Comparison): string {
  if (variants === undefined) return known('f', 'f');
  return `(${known(`f.${variants.one}`, `f.${variants.one}`)}) or f.${variants.all} is not null`;
}
