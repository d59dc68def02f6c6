import type { AnswerOf } from '../api/contract.ts';
import { useWords, type Words } from '../words/words.tsx';
import { Foreign } from './foreign.tsx';

type TermsPart = AnswerOf<'readContribution'>['termsParts'][number];

/** Terms in the language of the desk, part by part. What an owner wrote stays as it was written. */
export function TermsWords({ parts }: { readonly parts: readonly TermsPart[] }) {
  const words = useWords();
  return (
    <ul className="plain-list small">
      {parts.map((part) => (
        <li key={`${part.part} ${part.values.join(' ')}`} dir="auto">
          {part.part === 'lost' ? (
            <>
              {words.say('termsPart.lost')} <Foreign>{part.values[0]}</Foreign>
            </>
          ) : (
            partText(part, words)
          )}
        </li>
      ))}
    </ul>
  );
}

/** One part as a sentence. */
export function partText({ part, values }: TermsPart, { say, name, date }: Words): string {
  const [first = '', second = ''] = values;
  const names = (kind: string) => values.map((value) => name(kind, value)).join(', ');
  switch (part) {
    case 'purposes':
      return values.length === 0
        ? say('termsPart.noPurpose')
        : say('termsPart.purposes', { names: names('purpose') });
    case 'handling':
      return `${first} · ${name('handling', first)}`;
    case 'grade':
      return say('termsPart.grade', {
        grade: first + second,
        source: name('grade.source', first),
        information: name('grade.information', second),
      });
    case 'categories':
      return say('termsPart.categories', { names: names('category') });
    case 'category-otherwise':
      return values.length === 0
        ? say('termsPart.quarantine')
        : say('termsPart.categoryOtherwise', { names: names('category') });
    case 'expires':
      return say('termsPart.expires', { day: date(first) });
    case 'graded':
      return say('termsPart.graded', { grade: first, scheme: second });
    case 'uncategorised':
      return say('termsPart.uncategorised');
    case 'minor':
      return say('termsPart.minor');
    case 'project':
      return say('termsPart.project', { words: first });
    case 'origin':
      return say('termsPart.origin', { words: first });
    case 'suspicion':
      return say('termsPart.suspicion', { words: first });
    case 'contact':
      return say('termsPart.contact', { words: first });
    case 'tlp':
      return `TLP:${first}`;
    default:
      return first;
  }
}
