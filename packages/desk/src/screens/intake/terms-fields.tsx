import type { AskedOf } from '../../api/contract.ts';
import { Field } from '../../ui/field.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Ticks } from '../../ui/ticks.tsx';
import { useWords } from '../../words/words.tsx';
import { categories } from './vocabularies.ts';

type Terms = AskedOf<'announceUpload'>['body']['terms'];

const purposes = ['cross-check', 'strategic-analysis', 'operational-analysis', 'exchange'] as const;
const handling = ['H0', 'H1', 'H2', 'H3'] as const;
const sources = ['A', 'B', 'C', 'X'] as const;
const information = ['1', '2', '3', '4'] as const;

/** Terms as they are typed and ticked; empty where nothing was said. */
export interface TermsGiven {
  readonly purposes: readonly string[];
  readonly project: string;
  readonly handling: readonly string[];
  readonly restriction: string;
  readonly source: string;
  readonly information: string;
  readonly category: string;
  readonly contact: string;
  readonly expires: string;
}

/** What the hub would take if nothing were said. */
export const firstTerms: TermsGiven = {
  purposes: ['cross-check', 'strategic-analysis'],
  project: '',
  handling: ['H0'],
  restriction: '',
  source: 'X',
  information: '4',
  category: '',
  contact: '',
  expires: '',
};

/** The terms as the contract takes them: the hub checks that they hold together. */
export function termsBody(given: TermsGiven): Terms {
  const said = Object.entries(given).filter(([, value]) => value.length > 0);
  return Object.fromEntries(said) as Terms;
}

interface TermsFieldsProps {
  readonly terms: TermsGiven;
  readonly onChange: (terms: TermsGiven) => void;
}

/** The terms, each with what it means in plain words. */
export function TermsFields({ terms, onChange }: TermsFieldsProps) {
  const { say, name } = useWords();
  const set = (change: Partial<TermsGiven>) => onChange({ ...terms, ...change });
  const graded = (kind: string, codes: readonly string[]) =>
    codes.map((id) => ({ id, title: `${id} · ${name(kind, id)}` }));
  return (
    <fieldset className="stack boxed">
      <legend>{say('terms.title')}</legend>
      <p className="quiet small">{say('terms.words')}</p>
      <div className="columns">
        <Ticks
          label={say('terms.purposes')}
          value={terms.purposes}
          onChange={(value) => set({ purposes: value })}
          options={purposes.map((id) => ({
            id,
            title: name('purpose', id),
            words: name('purpose.help', id),
          }))}
        />
        <Ticks
          label={say('terms.handling')}
          value={terms.handling}
          onChange={(value) => set({ handling: value })}
          options={handling.map((id) => ({ id, title: id, words: name('handling', id) }))}
        />
      </div>
      <div className="columns">
        {terms.purposes.includes('operational-analysis') && (
          <Field
            label={say('terms.project')}
            words={say('terms.help.project')}
            value={terms.project}
            onChange={(project) => set({ project })}
            isRequired
          />
        )}
        {terms.handling.includes('H3') && (
          <Field
            label={say('terms.restriction')}
            words={say('terms.help.restriction')}
            value={terms.restriction}
            onChange={(restriction) => set({ restriction })}
            isRequired
          />
        )}
      </div>
      <div className="columns">
        <Picker
          label={say('terms.source')}
          words={say('terms.help.source')}
          value={terms.source}
          onChange={(source) => set({ source })}
          options={graded('grade.source', sources)}
        />
        <Picker
          label={say('terms.information')}
          words={say('terms.help.information')}
          value={terms.information}
          onChange={(value) => set({ information: value })}
          options={graded('grade.information', information)}
        />
        <Picker
          label={say('terms.category')}
          words={say('terms.help.category')}
          value={terms.category === '' ? 'none' : terms.category}
          onChange={(category) => set({ category: category === 'none' ? '' : category })}
          options={[
            { id: 'none', title: say('terms.category.none') },
            ...categories.map((id) => ({ id, title: name('category', id) })),
          ]}
        />
        <Field
          label={say('terms.contact')}
          words={say('terms.help.contact')}
          value={terms.contact}
          onChange={(contact) => set({ contact })}
        />
        <Field
          label={say('terms.expires')}
          words={say('terms.help.expires')}
          type="date"
          value={terms.expires}
          onChange={(expires) => set({ expires })}
        />
      </div>
    </fieldset>
  );
}
