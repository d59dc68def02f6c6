import type { Lake } from '../lake/lake.ts';
import type { Row } from '../lake/table.ts';
import { associatedFeatures } from './associated-features.ts';
import { makeDateFeatures } from './date-features.ts';
import { makeEventFeatures } from './event-features.ts';
import { type FeaturePart, type FeaturePlan, mostValues } from './feature-plan.ts';
import { beginFrequencies, type FrequencySource, makeCodes } from './frequency.ts';
import { loadForms } from './load-forms.ts';
import { addressForm } from './names/address-form.ts';
import type { NameForm } from './names/name-form.ts';
import { organizationNameForm } from './names/organization-name-form.ts';
import { echoesParts, personNameForm } from './names/person-name-form.ts';
import { wordNumber } from './names/word-number.ts';
import { checkedIbanSql, shapeSql } from './number-shape.ts';
import { textNumber, textNumberOrNull } from './text-number.ts';
import { type Range, slicesOf, usuallyAtOnce, within } from './tiles.ts';
import { addressFormTable, nameFormTable, text, workSchema, workTable } from './work.ts';

interface FeatureMaking {
  readonly source?: FrequencySource;
  readonly subjectsAtOnce?: number | undefined;
}

/**
 * Makes the feature table of a type: one row per subject with its traits as numbers and short lists. Names and
 * addresses are taken apart in TypeScript, once per distinct value.
 */
export async function makeFeatures(
  lake: Lake,
  type: string,
  plan: FeaturePlan,
  { source = 'counted', subjectsAtOnce = usuallyAtOnce.subjects }: FeatureMaking = {},
): Promise<void> {
  await beginFrequencies(lake, type, source);
  const of = { type, source };
  const parts: FeaturePart[] = [];
  const unsaid: string[] = [];
  const isSaid = await saidOf(lake, type);
  if (plan.names !== undefined) parts.push(await nameFeatures(lake, of, plan.names));
  if (plan.addresses !== undefined) {
    if (isSaid(plan.addresses.property)) parts.push(await addressFeatures(lake, of, plan.addresses.property));
    else unsaid.push(`null::${addressType} as address`, `null::${addressType}[] as addresses`);
  }
  if (plan.dates !== undefined) {
    const { one, all } = plan.dates;
    const table = await makeDateFeatures(lake, of, plan.dates);
    parts.push({ table, columns: [one, all], several: all });
  }
  parts.push(...(await makeEventFeatures(lake, of, plan)));
  for (const each of plan.associated ?? []) {
    if (isSaid(each.property)) parts.push(await associatedFeatures(lake, of, each));
    else unsaid.push(`null::bigint[] as ${each.column}`);
  }
  for (const value of plan.values) {
    if (value.properties.some(isSaid)) parts.push(await valueFeatures(lake, of, value));
    else unsaid.push(...valueTypes(value).map(([column, kind]) => `null::${kind} as ${column}`));
  }
  for (const code of plan.codes) {
    if (isSaid(code.property)) parts.push(await codeFeatures(lake, type, code));
    else unsaid.push(`null::varchar as ${code.column}`);
  }
  const several = parts.flatMap((part) => part.several ?? []).map((column) => `${column} is not null`);
  const columns = [
    ...parts.flatMap((part, index) => part.columns.map((column) => `part_${index}.${column}`)),
    ...unsaid,
  ];
  const joined = (range: Range) => {
    // Names and addresses, the widest, come last: whatever is joined after them carries them along.
    const joins = parts.map(
      (part, index) => `left join (${rowsOfPart(part, range)}) part_${index} using (n)`,
    );
    return `select s.n, s.subject, ${columns.join(', ')}, (${several.join(' or ') || 'false'}) as several
      from (select * from ${workTable('subject', type)} where ${within('n', range)}) s ${joins.toReversed().join(' ')}`;
  };
  const features = workTable('feature', type);
  for (const [index, range] of (await slicesOfType(lake, type, subjectsAtOnce)).entries()) {
    const into = index === 0 ? `create or replace table ${features} as` : `insert into ${features}`;
    await lake.run(text(`${into} ${joined(range)}`));
  }
  for (const table of parts.flatMap((part) => part.read?.from ?? [part.table]))
    await lake.run(text(`drop table ${table}`));
}

async function slicesOfType(lake: Lake, type: string, atOnce: number): Promise<Range[]> {
  const { last } = await lake.row<{ last: number }>(
    text(`select coalesce(max(n), 0) as last from ${workTable('subject', type)}`),
  );
  return slicesOf(last, atOnce);
}

function rowsOfPart({ table, read }: FeaturePart, range: Range): string {
  return read === undefined ? `select * from ${table} where ${within('n', range)}` : read.rows(range);
}

/** Whether anything is said under a property: what nobody has needs no tables, and a small file says little. */
async function saidOf(lake: Lake, type: string): Promise<(property: string) => boolean> {
  const rows = await lake.rows<{ property: string }>(
    text(`select distinct property from ${workTable('said', type)}`),
  );
  const said = new Set(rows.map(({ property }) => property));
  return (property) => said.has(property);
}

/** Of which type, and where it is taken from how common its values are. */
interface Featured {
  readonly type: string;
  readonly source: FrequencySource;
}

async function nameFeatures(
  lake: Lake,
  { type, source }: Featured,
  plan: NonNullable<FeaturePlan['names']>,
): Promise<FeaturePart> {
  const variant = `${workSchema}.name_variant`;
  await lake.run(text(`create or replace table ${workSchema}.name_value as ${nameValuesSql(type, plan)}`));
  const take = plan.kind === 'person' ? personNameForm : organizationNameForm;
  await loadForms(
    lake,
    nameFormTable,
    `select id, given, family, whole, echoed from ${workSchema}.name_value`,
    {
      rows: ([id, given, family, whole, echoed]) => {
        const parts = { given: given as string, family: family as string, whole: whole as string };
        const form = take(parts);
        const rows = form === undefined ? [] : [nameRow(id as number, form)];
        if (echoed !== true || echoesParts(parts)) return rows;
        const echo = take({ given: null, family: null, whole: `${given} ${family}` });
        return echo === undefined ? rows : [...rows, nameRow(-(id as number), echo)];
      },
    },
  );
  const forms = `${nameFormTable.schema}.${nameFormTable.name}`;
  await lake.run(
    text(`create or replace table ${variant} as
      select unnest(case when f.id > 0 then v.subjects else v.echoes end) as n, f.id, v.whole is null and f.id > 0 as split
      from ${workSchema}.name_value v join ${forms} f on abs(f.id) = v.id`),
  );
  for (const column of codedColumns) {
    await makeCodes(lake, {
      ...{ type, source, kind: column, table: `${workSchema}.${column}_code` },
      said: `select n, ${column} as value from ${variant} join ${forms} using (id)`,
    });
  }
  const coded = `${workSchema}.name_coded`;
  const joins = codedColumns.map(
    (column) => `left join ${workSchema}.${column}_code ${column}_code on ${column}_code.value = v.${column}`,
  );
  await lake.run(
    text(`create or replace table ${coded} as
      select v.id, v.full_name, v.given, v.family, v.generation, v.legal, ${nameStruct(plan.kind)} as x
      from ${forms} v ${joins.join(' ')}`),
  );
  for (const table of ['name_value', 'name_form', ...codedColumns.map((column) => `${column}_code`)]) {
    await lake.run(text(`drop table ${workSchema}.${table}`));
  }
  const several = `${workSchema}.name_several`;
  await lake.run(
    text(`create or replace table ${several} as select n from ${variant} group by n having count(*) > 1`),
  );
  return {
    ...{ table: workTable('name', type), columns: ['name', 'names', 'generation'], several: 'names' },
    read: {
      rows: (range) => namesOfSubjectsSql({ variant, coded, several, range }),
      from: [variant, coded, several],
    },
  };
}

/** What of a name is told by how common it is. */
const codedColumns = ['full_name', 'sound_key', 'given_reading', 'family_reading'] as const;

/**
 * The names of each subject: n, name, names (null where there is one), generation. To put the names of a subject in order
 * costs many times what it costs to take the only one. Of two that fold to one the one that says more counts, a
 * generation or a legal form; the last column leaves no tie.
 */
function namesOfSubjectsSql(of: {
  readonly variant: string;
  readonly coded: string;
  readonly several: string;
  readonly range: Range;
}): string {
  const variant = `(select * from ${of.variant} where ${within('n', of.range)})`;
  return `select v.n, c.x as name, null as names, c.generation
      from ${variant} v join ${of.coded} c using (id) where v.n not in (from ${of.several})
    union all
    select n, names[1] as name, case when len(names) > 1 then names[:${mostValues}] end as names, generation from (
      with told as (select v.n, v.split, c.* from ${variant} v join ${of.coded} c using (id) where v.n in (from ${of.several}))
      select n, list_sort(list(x)) as names, max(generation) as generation from (
        select distinct on (n, full_name, given, family) n, generation, x from told t
        where not exists (select 1 from told w where w.n = t.n and w.split and not t.split and w.full_name = t.full_name)
        order by n, full_name, given, family, generation, legal, x) group by n)`;
}

/**
 * Distinct names (id, given, family, whole; whole alone, or the others) with the subjects who have them. A whole name that
 * is nothing but the parts of its subject in a row stands with the parts: as `echoed`, its subjects being `echoes`.
 */
function nameValuesSql(type: string, plan: NonNullable<FeaturePlan['names']>): string {
  const said = workTable('said', type);
  const part = (properties: readonly string[]) =>
    properties.length === 0
      ? 'null'
      : `string_agg(value, ' ' order by ${properties.map((property) => `property = '${property}' desc`).join(', ')}, value)
         filter (where property in (${quoted(properties)}))`;
  const named = `property in (${quoted([...plan.given, ...plan.family, ''])})`;
  const only = (properties: readonly string[]) =>
    `filter (where property in (${quoted([...properties, ''])}))`;
  // To put parts in order costs ten times what it costs to take the only one.
  return `with counted as materialized (
      select n, min(value) ${only(plan.given)} as given, min(value) ${only(plan.family)} as family,
        greatest(count(*) ${only(plan.given)}, count(*) ${only(plan.family)}) as parts
      from ${said} where ${named} group by n),
    parts as materialized (
      select n, given, family from counted where parts = 1
      union all
      select n, ${part(plan.given)}, ${part(plan.family)} from ${said}
      where ${named} and n in (select n from counted where parts > 1) group by n),
    said as (
      select n, given, family, null as whole, false as echo from parts
      union all
      select n, case when echo then given end, case when echo then family end, case when echo then null else value end, echo
      from (select s.n, value, p.given, p.family, coalesce(value = p.given || ' ' || p.family, false) as echo
        from ${said} s left join parts p using (n) where property in (${quoted(plan.whole)})) s)
    select row_number() over ()::integer as id, given, family, whole, bool_or(echo) as echoed,
      list(n) filter (where not echo) as subjects, list(n) filter (where echo) as echoes
    from said group by given, family, whole`;
}

/** SQL: a name as the feature tables hold it, from its form `v` and its codes. */
function nameStruct(kind: 'person' | 'organization'): string {
  return `{
    'full_code': full_name_code.code, 'key_code': sound_key_code.code, 'given': v.given, 'family': v.family,
    'given_code': given_reading_code.code, 'family_code': family_reading_code.code, 'given_sound': v.given_sound, 'family_sound': v.family_sound,
    'given_joined': v.given_joined, 'given_letters': v.given_letters::bigint, 'family_letters': v.family_letters::bigint,
    'spelt': v.spelt, 'initials': v.initials, 'letters': v.letters::bigint,
    'given_mask': v.given_mask, 'family_mask': v.family_mask,
    'given_slack': ${slackOf('v.given')}, 'family_slack': ${slackOf('v.family')},
    'nickname_signature': case when len(v.nicknames) > 0 then ${signatureOf('v.nicknames')} else 0::bigint end,
    'tokens': len(v.sounds)::integer, 'sounds': v.sounds::integer[],
    'nicknames': case when len(v.nicknames) > 0 then v.nicknames::integer[] end,
    'signature': ${signatureOf('v.sounds')}, ${kind === 'person' ? personFields : firmFields}}`;
}

const personFields = "'words': v.words, 'word_names': v.word_names::bigint[]";
const firmFields =
  "'words': v.words, 'legal': v.legal, 'numbers': v.numbers, 'core': v.core, 'places': v.places";

/** Letters that two names which are alike may differ in: two for each edit, one edit for every three letters. */
function slackOf(name: string): string {
  return `(2 * greatest(1, coalesce(length(${name}), 0) // 3))::integer`;
}

/** Tokens as bits of one number: two names can share a token only where they share a bit. */
function signatureOf(list: string): string {
  return `coalesce(list_reduce(list_transform(${list}::bigint[], lambda x: 1::bigint << (x % 62)), lambda a, b: a | b), 0::bigint)`;
}

function nameRow(id: number, form: NameForm): Row<typeof nameFormTable> {
  return {
    id,
    full_name: textNumber(form.full),
    sound_key: textNumber(form.key),
    spelt: form.spelt,
    letters: textNumber(form.letters),
    given: form.given,
    family: form.family,
    given_sound: form.givenSound,
    family_sound: form.familySound,
    given_reading: textNumberOrNull(form.givenReading),
    family_reading: textNumberOrNull(form.familyReading),
    given_joined: form.givenJoined,
    given_letters: textNumberOrNull(form.givenLetters),
    family_letters: textNumberOrNull(form.familyLetters),
    given_mask: form.givenMask,
    family_mask: form.familyMask,
    nicknames: form.nicknames,
    sounds: form.sounds.map(wordNumber),
    words: form.words,
    word_names: form.wordNames,
    generation: form.generation,
    legal: form.firm?.legal ?? null,
    numbers: form.firm?.numbers ?? null,
    initials: form.initials,
    core: form.firm?.core ?? null,
    places: form.firm?.places ?? null,
  };
}

async function addressFeatures(
  lake: Lake,
  { type, source }: Featured,
  property: string,
): Promise<FeaturePart> {
  const said = workTable('said', type);
  const forms = `${addressFormTable.schema}.${addressFormTable.name}`;
  await loadForms(
    lake,
    addressFormTable,
    `select distinct value from ${said} where property = '${property}' order by value`,
    {
      rows: ([value]) => {
        const form = addressForm(value as string);
        if (form === undefined) return [];
        const { canonical } = form;
        const [words, numbers] = [form.words.map(wordNumber), form.numbers.map(wordNumber)];
        return [{ value: value as string, canonical, words, numbers }];
      },
    },
  );
  const spoken = `select n, canonical as value from ${said} d join ${forms} f using (value) where property = '${property}'`;
  const addressCodes = { type, source, kind: 'address', table: `${workSchema}.address_code` };
  await makeCodes(lake, { ...addressCodes, said: spoken });
  await makeCodes(lake, {
    ...{ type, source, kind: 'address word', table: `${workSchema}.word_code` },
    said: `select n, unnest(words)::integer as value from ${said} d join ${forms} f using (value) where property = '${property}'`,
  });
  await lake.run(
    text(`create or replace table ${workSchema}.address_words as
      select f.value, list(c.code order by f.place) as words
      from (select value, unnest(words)::integer as word, unnest(range(len(words))) as place from ${forms}) f
      join ${workSchema}.word_code c on c.value = f.word group by f.value`),
  );
  const table = workTable('address', type);
  await lake.run(
    text(`create or replace table ${table} as
      select n, addresses[1] as address, case when len(addresses) > 1 then addresses[:${mostValues}] end as addresses from (
        select n, list_sort(list(distinct {'code': c.code, 'words': coalesce(w.words, []::integer[]), 'numbers': f.numbers::integer[],
          'signature': ${signatureOf('list_concat(w.words, f.numbers::integer[])')}})) as addresses
        from ${said} d join ${forms} f using (value) join ${workSchema}.address_code c on c.value = f.canonical
        left join ${workSchema}.address_words w using (value)
        where property = '${property}' group by n)`),
  );
  return { table, columns: ['address', 'addresses'], several: 'addresses' };
}

const addressType = 'struct(code bigint, words bigint[], numbers integer[], signature bigint)';

/** The columns of a value with their types. */
function valueTypes({ column, text }: FeaturePlan['values'][number]): readonly (readonly [string, string])[] {
  return text === true
    ? [
        [column, 'bigint[]'],
        [`${column}_text`, 'varchar[]'],
      ]
    : [[column, 'bigint[]']];
}

async function valueFeatures(
  lake: Lake,
  { type, source }: Featured,
  plan: FeaturePlan['values'][number],
): Promise<FeaturePart> {
  const table = workTable(plan.column, type);
  const whole = plan.ending === undefined ? 'value' : `right(value, ${plan.ending})`;
  const value = plan.lookAlikes === true ? shapeSql(whole) : whole;
  const left = plan.without === undefined ? '' : ` and not ${plan.without('value')}`;
  const said = `select n, ${value} as value from ${workTable('said', type)} where property in (${quoted(plan.properties)})${left}`;
  const codes = `${workSchema}.value_code`;
  await makeCodes(lake, { type, source, kind: plan.column, table: codes, said });
  const spelt = plan.checked === 'iban' ? checkedIbanSql('value') : shapeSql('value');
  const texts = `list_sort(list(distinct ${spelt}))[:${mostValues}] as ${plan.column}_text`;
  await lake.run(
    text(`create or replace table ${table} as
      select n, list_sort(list(distinct code))[:${mostValues}] as ${plan.column} ${plan.text ? `, ${texts}` : ''}
      from (${said}) join ${codes} using (value) group by n`),
  );
  return { table, columns: valueTypes(plan).map(([column]) => column) };
}

async function codeFeatures(
  lake: Lake,
  type: string,
  plan: FeaturePlan['codes'][number],
): Promise<FeaturePart> {
  const table = workTable(plan.column, type);
  await lake.run(
    text(`create or replace table ${table} as
      select n, min(value) as ${plan.column} from ${workTable('said', type)}
      where property = '${plan.property}' group by n having count(distinct value) = 1`),
  );
  return { table, columns: [plan.column] };
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ');
}
