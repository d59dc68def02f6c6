import type { ItemOf } from '../api/contract.ts';
import { useWords, type Words } from '../words/words.tsx';
import { Foreign } from './foreign.tsx';

type Finding = Omit<ItemOf<'listFindings'>, 'reviews'>;
type Said = NonNullable<Finding['reason']['said']>[number];

/** Why something is a lead, sentence by sentence. */
export function ReasonWords({ finding }: { readonly finding: Finding }) {
  return finding.reason.sentences.map((sentence, index) => (
    <li key={sentence}>
      <ReasonSentence finding={finding} index={index} />
    </li>
  ));
}

interface ReasonSentenceProps {
  readonly finding: Finding;
  readonly index: number;
}

/** One sentence of it, in the language of the desk where it knows the code; else as the hub says it. */
export function ReasonSentence({ finding, index }: ReasonSentenceProps) {
  const words = useWords();
  const { sentences, said } = finding.reason;
  const own = saidText(said?.[index], words);
  return own ?? <Foreign>{sentences[index]}</Foreign>;
}

/** What else could explain it. */
export function OtherwiseWords({ finding }: { readonly finding: Finding }) {
  return <DetectorWords of="otherwise" finding={finding} sentences={finding.reason.otherwise} />;
}

/** What to mind before anything is done about it. */
export function CautionWords({ finding }: { readonly finding: Finding }) {
  return <DetectorWords of="caution" finding={finding} sentences={finding.reason.cautions ?? []} />;
}

interface DetectorWordsProps {
  readonly of: 'otherwise' | 'caution';
  readonly finding: Finding;
  readonly sentences: readonly string[];
}

/** What is said of all findings of a rule, or else of a detector, alike: by its number, in the language of the desk. */
function DetectorWords({ of, finding, sentences }: DetectorWordsProps) {
  const { known, locale } = useWords();
  return sentences.map((sentence, index) => {
    const place = String(index + 1);
    const own =
      locale === 'en'
        ? undefined
        : (known(`${of}.${finding.kind}`, place) ?? known(`${of}.${finding.detector}`, place));
    return <li key={sentence}>{own ?? <Foreign>{sentence}</Foreign>}</li>;
  });
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

function saidText(said: Said | undefined, { known, name, number, date }: Words): string | undefined {
  if (said === undefined) return undefined;
  const values = Object.entries(said.values).map(([id, value]) => {
    if (typeof value === 'string') return [id, isoDate.test(value) ? date(value) : value];
    if (Array.isArray(value)) return [id, value.map((code) => name('crimeArea', code)).join(', ')];
    return [id, id === 'share' ? shareText(value as number, number) : value];
  });
  return known('reason', said.code, Object.fromEntries(values));
}

/** A share to two digits; a very small one as a bound. */
function shareText(share: number, number: Words['number']): string {
  if (share > 0 && share < 0.001) return `< ${number(0.001, { style: 'percent', maximumFractionDigits: 1 })}`;
  return number(share, { style: 'percent', maximumSignificantDigits: 2 });
}
