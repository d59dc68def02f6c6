import type { PictureOf } from '@clew/model/finding-picture.ts';
import { Covered } from '../../../ui/covered.tsx';
import { Name } from '../../../ui/name.tsx';
import { useWords } from '../../../words/words.tsx';
import { type PictureProps, pictureOf } from './picture.ts';

/** One text behind many adverts, with its slots and what stands in them; not before somebody asks for it. */
export function TemplateText({ finding }: PictureProps) {
  const { say, number } = useWords();
  const picture = pictureOf(finding, 'template');
  if (picture === undefined) return null;
  return (
    <div className="stack tight">
      <p>{say('picture.template', { count: picture.adverts, number: number(picture.adverts) })}</p>
      <Covered>
        <p className="boxed template" dir="auto">
          {picture.parts.map((part, place) =>
            'text' in part ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order
              <span key={place}>{part.text}</span>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order
              <mark key={place}>{say('picture.slot', { number: number(part.slot + 1) })}</mark>
            ),
          )}
        </p>
        <Slots slots={picture.slots} />
      </Covered>
    </div>
  );
}

function Slots({ slots }: { readonly slots: PictureOf<'template'>['slots'] }) {
  const { say, name, number } = useWords();
  return (
    <ol className="plain-list small">
      {slots.map(({ what, values, more }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: slots are known by their place in the text
        <li key={place}>
          <mark>{say('picture.slot', { number: number(place + 1) })}</mark>{' '}
          {what !== null && <strong>{name('slot', what)} </strong>}
          {values.map(({ value, times }, index) => (
            <span key={value}>
              {index > 0 && ' · '}
              <Name>{value}</Name> <span className="quiet">×{number(times)}</span>
            </span>
          ))}
          {more > 0 && <span className="quiet"> · {say('picture.more', { count: more })}</span>}
        </li>
      ))}
    </ol>
  );
}
