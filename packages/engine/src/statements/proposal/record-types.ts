import type { SubjectMapping } from '@clew/model/mapping.ts';
import { foldPhrase } from '@clew/model/values/fold.ts';
import type { ColumnValues } from './column-values.ts';

type When = NonNullable<SubjectMapping['when']>;

/** A column that says of each row whether it is about a person or an organisation. */
export interface RecordTypes {
  readonly column: string;
  readonly person: When;
  readonly organization: When;
}

const personWord =
  /^(?:person|persons|people|individual|natural person|human|naturliche person|personne|personne physique|persoana|persoana fizica|natuurlijk persoon|persona|persona fisica|osoba|fizichna osoba|p|pers)$/;
const organizationWord =
  /^(?:organi[sz]ation|company|business|entity|legal entity|legal person|org|firm|juristische person|unternehmen|firma|personne morale|societe|persoana juridica|companie|rechtspersoon|bedrijf|empresa|persona juridica|juridichna osoba|public body|corporate|o|c)$/;

/** The column of record types, undefined when there is none with both kinds in it. */
export function recordTypesOf(reader: string, columns: readonly ColumnValues[]): RecordTypes | undefined {
  const schema = reader === 'ftm' ? columns.find(({ column }) => column === 'schema')?.column : undefined;
  if (schema !== undefined) return followTheMoney(schema);
  for (const { column, distinct, filled } of columns) {
    if (filled < 0.9 || distinct.length < 2 || distinct.length > 10) continue;
    const people = distinct.filter((value) => personWord.test(foldPhrase(value)));
    const organizations = distinct.filter((value) => organizationWord.test(foldPhrase(value)));
    if (people.length === 0 || organizations.length === 0) continue;
    if (people.length + organizations.length < distinct.length) continue;
    return {
      column,
      person: { column, in: people.sort() },
      organization: { column, in: organizations.sort() },
    };
  }
  return undefined;
}

/** The schemata of FollowTheMoney that stand for somebody. */
function followTheMoney(column: string): RecordTypes {
  return {
    column,
    person: { column, in: ['Person'] },
    organization: { column, in: ['Company', 'LegalEntity', 'Organization', 'PublicBody'] },
  };
}
