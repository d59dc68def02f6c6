/** As much of JSON Schema as the contract's schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One line of a shape as people read it. */
export interface SchemaLine {
  readonly depth: number;
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
  readonly about: string;
  /** The name of the shape that the type points at. */
  readonly reference: string | undefined;
}

interface Named {
  readonly name: string;
  readonly needed: boolean;
  readonly depth: number;
}

/** A schema as indented lines, one for each field. */
export function schemaLines(schema: Schema, at: Named = { name: '', needed: true, depth: 0 }): SchemaLine[] {
  const { inner, list, nullable } = unwrapped(schema);
  const own: SchemaLine = {
    ...at,
    type: `${list ? 'list of ' : ''}${typeOf(inner)}${nullable ? ' or null' : ''}`,
    about: inner.description ?? schema.description ?? '',
    reference: inner.$ref?.split('/').at(-1),
  };
  const fields = Object.entries(inner.properties ?? {});
  if (fields.length === 0) return [own, ...alternatives(inner, at.depth + 1)];
  return [
    own,
    ...fields.flatMap(([name, field]) =>
      schemaLines(field, { name, needed: inner.required?.includes(name) ?? false, depth: at.depth + 1 }),
    ),
  ];
}

function alternatives(schema: Schema, depth: number): SchemaLine[] {
  const choices = schema.oneOf ?? schema.anyOf ?? [];
  if (!choices.some((choice) => choice.properties !== undefined)) return [];
  return choices.flatMap((choice, index) =>
    schemaLines(choice, { name: `choice ${index + 1}`, needed: true, depth }),
  );
}

function unwrapped(schema: Schema): { inner: Schema; list: boolean; nullable: boolean } {
  const choices = (schema.anyOf ?? []).filter((choice) => choice.type !== 'null');
  const nullable = choices.length < (schema.anyOf?.length ?? 0);
  const [only] = choices;
  const without = nullable && choices.length === 1 && only !== undefined ? only : schema;
  if (without.type === 'array' && without.items !== undefined) {
    return { inner: without.items, list: true, nullable };
  }
  return { inner: without, list: false, nullable };
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) {
    return choices.some((choice) => choice.properties !== undefined)
      ? 'one of'
      : choices.map(typeOf).join(' | ');
  }
  if (schema.properties === undefined && typeof schema.additionalProperties === 'object') {
    return `map to ${typeOf(schema.additionalProperties)}`;
  }
  const limits = [
    schema.format,
    schema.minimum !== undefined && Math.abs(schema.minimum) < 1e9 ? `at least ${schema.minimum}` : undefined,
    schema.maximum !== undefined && Math.abs(schema.maximum) < 1e9 ? `at most ${schema.maximum}` : undefined,
    schema.maxLength === undefined ? undefined : `at most ${schema.maxLength} characters`,
    schema.default === undefined ? undefined : `${JSON.stringify(schema.default)} unless told`,
  ].filter((each) => each !== undefined);
  const type = schema.type ?? 'any JSON';
  return limits.length === 0 ? type : `${type} (${limits.join(', ')})`;
}
