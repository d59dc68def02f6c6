/** A mapping as far as it is shown: `model/src/mapping.ts` has all of it. */
export interface ShownMapping {
  readonly subjects: Readonly<
    Record<string, { readonly type: string; readonly properties: Readonly<Record<string, ShownSource>> }>
  >;
}

interface ShownSource {
  readonly literal?: string | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly alternatives?: readonly string[] | undefined;
}

/** One column of a file, and what it becomes. */
export interface MappedColumn {
  readonly column: string;
  readonly subject: string;
  readonly type: string;
  readonly property: string;
}

/** Every column that a mapping reads, in its order; one that is read twice is there twice. */
export function mappedColumns({ subjects }: ShownMapping): readonly MappedColumn[] {
  return Object.entries(subjects).flatMap(([subject, { type, properties }]) =>
    Object.entries(properties).flatMap(([property, { columns = [], alternatives = [] }]) =>
      [...columns, ...alternatives].map((column) => ({ column, subject, type, property })),
    ),
  );
}

/** The same mapping without one column for one property. A property that reads nothing more goes too. */
export function withoutColumn<M extends ShownMapping>(mapping: M, left: MappedColumn): M {
  const subject = mapping.subjects[left.subject];
  const source = subject?.properties[left.property];
  if (subject === undefined || source === undefined) return mapping;
  const kept = (columns: readonly string[] | undefined) =>
    columns?.filter((column) => column !== left.column);
  const [columns, alternatives] = [kept(source.columns), kept(source.alternatives)];
  const { [left.property]: _, ...others } = subject.properties;
  const next = {
    ...source,
    ...(columns === undefined ? {} : { columns }),
    ...(alternatives === undefined ? {} : { alternatives }),
  };
  const reads = (columns ?? []).length + (alternatives ?? []).length > 0;
  const properties = reads ? { ...subject.properties, [left.property]: next } : others;
  return { ...mapping, subjects: { ...mapping.subjects, [left.subject]: { ...subject, properties } } };
}
