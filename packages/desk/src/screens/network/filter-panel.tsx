import { memo, useEffect, useMemo, useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { Filter } from '../../ui/filter.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Ticks } from '../../ui/ticks.tsx';
import { useWords } from '../../words/words.tsx';
import { noFilters } from './network-content.ts';
import type { NetworkState } from './selection.ts';

const sources = ['A', 'B', 'C', 'X'] as const;
const informations = ['1', '2', '3', '4'] as const;

/** What is let through. It holds for the network as it is and for all that is unfolded later. */
export const FilterPanel = memo(function FilterPanel({
  state,
}: {
  readonly state: Pick<NetworkState, 'held' | 'filters' | 'acts'>;
}) {
  const { say, name } = useWords();
  const { held, filters, acts } = state;
  const kinds = useMemo(() => [...new Set(held.links.map(({ kind }) => kind))].sort(), [held]);
  const areas = useMemo(
    () => [...new Set([...held.nodes.flatMap((node) => node.areas), ...filters.areas])].sort(),
    [held, filters.areas],
  );
  const isFiltered = JSON.stringify(filters) !== JSON.stringify(noFilters);
  return (
    <section aria-label={say('network.filters')} className="stack">
      <div className="row between">
        <h3>{say('network.filters')}</h3>
        <PressButton kind="bare" isDisabled={!isFiltered} onPress={() => acts.filter(noFilters)}>
          {say('network.filters.clear')}
        </PressButton>
      </div>
      <p className="quiet small">{say('network.filters.hold')}</p>
      <div className="two-fields">
        <Kept
          type="date"
          label={say('network.from')}
          value={filters.from ?? ''}
          onKeep={(day) => acts.filter({ from: day === '' ? null : day })}
        />
        <Kept
          type="date"
          label={say('network.until')}
          value={filters.until ?? ''}
          onKeep={(day) => acts.filter({ until: day === '' ? null : day })}
        />
      </div>
      <div className="two-fields">
        <Graded
          label={say('network.weakestSource')}
          value={filters.weakestSource}
          grades={sources}
          onChange={(weakestSource) => acts.filter({ weakestSource })}
        />
        <Graded
          label={say('network.weakestInformation')}
          value={filters.weakestInformation}
          grades={informations}
          onChange={(weakestInformation) => acts.filter({ weakestInformation })}
        />
      </div>
      <Kept
        type="number"
        label={say('network.hubsAbove')}
        words={say('network.hubsAbove.words')}
        value={filters.hubsAbove === null ? '' : String(filters.hubsAbove)}
        onKeep={(text) => acts.filter({ hubsAbove: linksFrom(text) })}
      />
      {areas.length > 0 && (
        <Ticks
          label={say('network.areas')}
          value={filters.areas}
          onChange={(chosen) => acts.filter({ areas: chosen.sort() })}
          options={areas.map((id) => ({ id, title: name('area', id) }))}
        />
      )}
      {kinds.length > 0 && (
        <Ticks
          label={say('network.linkKinds')}
          value={kinds.filter((kind) => !filters.withoutKinds.includes(kind))}
          onChange={(kept) => acts.filter({ withoutKinds: kinds.filter((kind) => !kept.includes(kind)) })}
          options={kinds.map((id) => ({ id, title: name('link', id) }))}
        />
      )}
    </section>
  );
});

interface GradedProps {
  readonly label: string;
  readonly value: string | null;
  readonly grades: readonly string[];
  readonly onChange: (grade: string | null) => void;
}

function Graded({ label, value, grades, onChange }: GradedProps) {
  const { say } = useWords();
  return (
    <div className="field">
      <span aria-hidden="true">{label}</span>
      <Filter
        label={label}
        value={value ?? undefined}
        onChange={(grade) => onChange(grade ?? null)}
        all={say('network.anyGrade')}
        options={grades.map((id) => ({ id, title: say('network.gradeOrBetter', { grade: id }) }))}
      />
    </div>
  );
}

interface KeptProps {
  readonly type: 'date' | 'number';
  readonly label: string;
  readonly words?: string;
  readonly value: string;
  readonly onKeep: (value: string) => void;
}

/** A field whose value counts once somebody leaves it: each letter would be an act to undo. */
function Kept({ type, label, words, value, onKeep }: KeptProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const keep = () => {
    if (typed !== value) onKeep(typed);
  };
  return (
    <Field
      type={type}
      label={label}
      {...(words === undefined ? {} : { words })}
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else event.continuePropagation();
      }}
    />
  );
}

function linksFrom(text: string): number | null {
  const links = Math.floor(Number(text));
  return text === '' || !Number.isSafeInteger(links) || links < 1 ? null : links;
}
