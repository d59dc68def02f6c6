import { Picker } from '../../ui/picker.tsx';
import { useWords } from '../../words/words.tsx';

interface ValueMeaningsProps {
  readonly values: readonly string[];
  /** The partner's codes and what they mean here. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly vocabulary: { readonly names: string; readonly values: readonly string[] };
  readonly onChange: (meanings: Record<string, string> | undefined) => void;
}

const asItStands = '=';
const nothing = '-';
const most = 30;

/** What each of the partner's words means here: as it stands, one of the known values, or nothing. */
export function ValueMeanings({ values, meanings, vocabulary, onChange }: ValueMeaningsProps) {
  const { say, name } = useWords();
  const words = [...new Set([...Object.keys(meanings), ...values])].slice(0, most);
  const set = (word: string, chosen: string) => {
    const { [word]: _, ...others } = meanings;
    const next = chosen === asItStands ? others : { ...others, [word]: chosen === nothing ? '' : chosen };
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <fieldset className="stack tight">
      <legend className="quiet">{say('mapping.meanings')}</legend>
      {words.map((word) => {
        const meaning = Object.hasOwn(meanings, word) ? (meanings[word] ?? '') : undefined;
        return (
          <Picker
            key={word}
            label={word}
            value={meaning === undefined ? asItStands : meaning === '' ? nothing : meaning}
            onChange={(chosen) => set(word, chosen)}
            options={[
              { id: asItStands, title: say('mapping.meaning.same') },
              { id: nothing, title: say('mapping.meaning.nothing') },
              ...vocabulary.values.map((id) => ({ id, title: name(vocabulary.names, id) })),
            ]}
          />
        );
      })}
    </fieldset>
  );
}
