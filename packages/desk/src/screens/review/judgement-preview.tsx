import type { AnswerOf } from '../../api/contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Name } from '../../ui/name.tsx';
import { useWords } from '../../words/words.tsx';

type Preview = AnswerOf<'previewJudgement'>;

interface JudgementPreviewProps {
  readonly a: string;
  readonly b: string;
  readonly verdict: Preview['verdict'];
}

/** What a decision would change, before it is recorded: which records come together or apart, and which hits follow. */
export function JudgementPreview({ a, b, verdict }: JudgementPreviewProps) {
  const { say } = useWords();
  const preview = useAsked('previewJudgement', { parameters: { a, b }, query: { verdict } });
  return (
    <section className="stack tight preview" aria-label={say('preview.title')} aria-live="polite">
      <h3>{say('preview.title')}</h3>
      <Answered of={preview} lines={2}>
        {(shown) => <Changes preview={shown} />}
      </Answered>
    </section>
  );
}

function Changes({ preview }: { readonly preview: Preview }) {
  const { say, number } = useWords();
  const { before, after, joined, parted, hits, raised, withdrawn } = preview;
  const sizes = (groups: Preview['before']) => groups.map(({ records }) => number(records)).join(' + ');
  const isSame = joined + parted === 0;
  return (
    <>
      {isSame ? (
        <p>{say('preview.nothing')}</p>
      ) : (
        <p className="preview-groups">
          <span>
            {say('preview.groups', { count: before.length })} <bdi dir="ltr">({sizes(before)})</bdi>
          </span>
          <span className="preview-arrow" aria-hidden="true">
            →
          </span>
          <span>
            {say('preview.groups', { count: after.length })} <bdi dir="ltr">({sizes(after)})</bdi>
          </span>
        </p>
      )}
      {!isSame && hits.length === 0 && <p>{say('preview.noHits')}</p>}
      {hits.length > 0 && (
        <>
          <p className="row wrap">
            {raised > 0 && <Chip tone="info">＋ {say('preview.raised', { count: raised })}</Chip>}
            {withdrawn > 0 && <Chip tone="warn">− {say('preview.withdrawn', { count: withdrawn })}</Chip>}
          </p>
          <ul className="plain-list small preview-hits">
            {hits.map((hit) => (
              <HitLine key={`${hit.effect} ${hit.recipient} ${hit.other} ${hit.entity}`} hit={hit} />
            ))}
          </ul>
        </>
      )}
      <p className="quiet small">{say('preview.within')}</p>
    </>
  );
}

function HitLine({ hit }: { readonly hit: Preview['hits'][number] }) {
  const { say, name } = useWords();
  const isRaised = hit.effect === 'raised';
  return (
    <li>
      <strong aria-hidden="true">{isRaised ? '＋' : '−'}</strong>{' '}
      {say(isRaised ? 'preview.told' : 'preview.taken', {
        recipient: hit.recipientTitle,
        other: hit.otherTitle,
        type: name('type', hit.type),
      })}{' '}
      <span className="quiet">
        <Name>{hit.caption}</Name>
      </span>
    </li>
  );
}
