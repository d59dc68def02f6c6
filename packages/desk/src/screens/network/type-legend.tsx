import { memo, useMemo } from 'react';
import { Checkbox } from 'react-aria-components';
import { PressButton } from '../../ui/press-button.tsx';
import { useWords } from '../../words/words.tsx';
import type { NetworkState } from './selection.ts';
import { TypeSign } from './type-sign.tsx';

/** What the signs mean, how many there are of each, and what one does with all of a kind. */
export const TypeLegend = memo(function TypeLegend({
  state,
}: {
  readonly state: Pick<NetworkState, 'held' | 'filters' | 'document' | 'acts'>;
}) {
  const { say, name, number } = useWords();
  const { held, filters, document, acts } = state;
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { type } of held.nodes) found.set(type, (found.get(type) ?? 0) + 1);
    return [...found].sort(([one, some], [other, others]) => others - some || (one < other ? -1 : 1));
  }, [held]);
  const show = (type: string, isShown: boolean) =>
    acts.filter({
      withoutTypes: isShown
        ? filters.withoutTypes.filter((each) => each !== type)
        : [...filters.withoutTypes, type].sort(),
    });
  return (
    <section aria-label={say('network.kinds')} className="stack tight">
      <h3>{say('network.kinds')}</h3>
      <ul className="legend">
        {counts.map(([type, count]) => {
          const isFolded = document.folded.has(type);
          const title = name('type', type);
          return (
            <li key={type}>
              <Checkbox
                className="choice legend-choice"
                isSelected={!filters.withoutTypes.includes(type)}
                onChange={(isShown) => show(type, isShown)}
              >
                <span className="choice-mark square" aria-hidden="true" />
                <TypeSign type={type} />
                <span>{title}</span>
                <span className="quiet small figure">{number(count)}</span>
              </Checkbox>
              <span className="legend-acts">
                <PressButton
                  kind="bare"
                  aria-label={say('network.chooseAllOf', { type: title })}
                  onPress={() =>
                    acts.select(held.nodes.filter((node) => node.type === type).map(({ id }) => id))
                  }
                >
                  {say('network.chooseAll')}
                </PressButton>
                <PressButton
                  kind="bare"
                  aria-label={say(isFolded ? 'network.unfoldType' : 'network.foldType', { type: title })}
                  onPress={() => acts.fold([type], !isFolded)}
                >
                  {say(isFolded ? 'network.singly' : 'network.asOne')}
                </PressButton>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
});
