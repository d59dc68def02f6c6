import type { Mapping, PropertySource } from '@clew/model/mapping.ts';
import { findProperty } from '@clew/model/ontology/ontology.ts';
import { Chooser } from '../../ui/chooser.tsx';
import { Field } from '../../ui/field.tsx';
import { Picker } from '../../ui/picker.tsx';
import { useWords } from '../../words/words.tsx';
import { isSame, rowDate, sourceOf, type Target, withColumnMoved, withSource } from './mapping-change.ts';
import { targetFrom, targetGroups, targetText } from './targets.ts';
import { ValueMeanings } from './value-meanings.tsx';
import { vocabularyOf } from './vocabularies.ts';

interface ColumnReadingProps {
  readonly column: string;
  readonly target: Target | null;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
  /** What stands in the column, as far as it was looked at. */
  readonly values: readonly string[];
}

/** What a column becomes, and how its values are read. */
export function ColumnReading({ column, target, mapping, onChange, values }: ColumnReadingProps) {
  const { say, name } = useWords();
  const typeOf = (subject: string) => mapping.subjects[subject]?.type ?? subject;
  const title = (to: Target | null) => {
    if (to === null) return say('mapping.leftOut');
    if (isSame(to, rowDate)) return say('mapping.rowDate');
    return `${name('type', typeOf(to.subject))} · ${name('property', to.property)}`;
  };
  const groups = [
    {
      title: say('mapping.group.row'),
      options: [null, rowDate].map((to) => ({ id: targetText(to), title: title(to) })),
    },
    ...targetGroups(mapping).map(({ subject, type, properties }) => ({
      title: subject === type ? name('type', type) : `${name('type', type)} (${subject})`,
      options: properties.map((property) => ({
        id: targetText({ subject, property }),
        title: name('property', property),
      })),
    })),
  ];
  return (
    <div className="stack tight reading">
      <Chooser
        label={say('mapping.becomes.of', { column })}
        search={say('mapping.search')}
        value={targetText(target)}
        shown={title(target)}
        groups={groups}
        onChange={(to) => onChange(withColumnMoved(mapping, { column, from: target, to: targetFrom(to) }))}
      />
      {target !== null && (
        <HowItIsRead
          key={targetText(target)}
          kind={
            isSame(target, rowDate)
              ? 'date'
              : (findProperty(typeOf(target.subject), target.property)?.kind ?? '')
          }
          isRowDate={isSame(target, rowDate)}
          source={sourceOf(mapping, target)}
          values={values}
          onChange={(change) => onChange(withSource(mapping, target, change))}
        />
      )}
    </div>
  );
}

interface HowItIsReadProps {
  readonly kind: string;
  readonly isRowDate: boolean;
  readonly source: PropertySource;
  readonly values: readonly string[];
  readonly onChange: (change: Partial<PropertySource>) => void;
}

const ofCountries: ReadonlySet<string> = new Set(['phone', 'plate', 'document-number']);
const calendars = ['gregorian', 'solar-hijri', 'islamic', 'buddhist'] as const;

function HowItIsRead({ kind, isRowDate, source, values, onChange }: HowItIsReadProps) {
  const { say, name } = useWords();
  const vocabulary = vocabularyOf(kind);
  const asFound = say('mapping.asFound');
  return (
    <>
      {kind === 'date' && (
        <Picker
          isTerse
          label={say('mapping.order')}
          value={source.order ?? 'none'}
          onChange={(order) => onChange({ order: order === 'none' ? undefined : (order as 'dmy') })}
          options={[
            { id: 'none', title: `${say('mapping.order')}: ${asFound}` },
            ...['dmy', 'mdy', 'ymd'].map((id) => ({ id, title: name('mapping.order', id) })),
          ]}
        />
      )}
      {!isRowDate && (
        <details className="small">
          <summary>{say('mapping.how')}</summary>
          <div className="stack tight">
            {vocabulary !== undefined && (
              <ValueMeanings
                values={values}
                meanings={source.values ?? {}}
                vocabulary={vocabulary}
                onChange={(meanings) => onChange({ values: meanings })}
              />
            )}
            {kind === 'date' && (
              <Picker
                label={say('mapping.calendar')}
                value={source.calendar ?? 'gregorian'}
                onChange={(id) => onChange({ calendar: id === 'gregorian' ? undefined : (id as 'islamic') })}
                options={calendars.map((id) => ({ id, title: name('mapping.calendar', id) }))}
              />
            )}
            {(kind === 'money' || kind === 'number') && (
              <Picker
                label={say('mapping.decimal')}
                value={source.decimal ?? 'none'}
                onChange={(id) => onChange({ decimal: id === 'none' ? undefined : (id as '.') })}
                options={[
                  { id: 'none', title: asFound },
                  { id: '.', title: '1,234.50' },
                  { id: ',', title: '1.234,50' },
                ]}
              />
            )}
            {ofCountries.has(kind) && (
              <Field
                label={say('mapping.country')}
                words={say('mapping.country.words')}
                maxLength={2}
                defaultValue={source.country ?? ''}
                onChange={(country) => {
                  if (/^[a-z]{2}$/i.test(country)) onChange({ country: country.toLowerCase() });
                  else if (country === '') onChange({ country: undefined });
                }}
              />
            )}
            <Field
              label={say('mapping.split')}
              words={say('mapping.split.words')}
              maxLength={3}
              defaultValue={source.split ?? ''}
              onChange={(split) => onChange({ split: split === '' ? undefined : split })}
            />
          </div>
        </details>
      )}
    </>
  );
}
