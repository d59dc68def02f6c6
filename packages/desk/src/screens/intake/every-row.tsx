import type { Mapping } from '@clew/model/mapping.ts';
import { findProperty } from '@clew/model/ontology/ontology.ts';
import { useState } from 'react';
import { Chooser } from '../../ui/chooser.tsx';
import { Field } from '../../ui/field.tsx';
import { Name } from '../../ui/name.tsx';
import { Picker } from '../../ui/picker.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { useWords } from '../../words/words.tsx';
import { type Target, withSource } from './mapping-change.ts';
import { targetFrom, targetGroups, targetText } from './targets.ts';
import { vocabularyOf } from './vocabularies.ts';

interface EveryRowProps {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** What holds for every row though no column says it: all are suspects, all is one crime area. */
export function EveryRow({ mapping, onChange }: EveryRowProps) {
  const { say, name } = useWords();
  const [target, setTarget] = useState<Target | null>(null);
  const kindOf = ({ subject, property }: Target) =>
    findProperty(mapping.subjects[subject]?.type ?? '', property)?.kind ?? '';
  const valueText = (to: Target, value: string) => {
    const vocabulary = vocabularyOf(kindOf(to));
    return vocabulary === undefined ? value : name(vocabulary.names, value);
  };
  const title = ({ subject, property }: Target) =>
    `${name('type', mapping.subjects[subject]?.type ?? subject)} · ${name('property', property)}`;
  const literals = Object.entries(mapping.subjects).flatMap(([subject, { properties }]) =>
    Object.entries(properties).flatMap(([property, { literal }]) =>
      literal === undefined ? [] : [{ subject, property, literal }],
    ),
  );
  const there = targetGroups(mapping).filter(({ subject }) => Object.hasOwn(mapping.subjects, subject));
  const put = (to: Target, literal: string | undefined) => {
    onChange(withSource(mapping, to, { literal }));
    setTarget(null);
  };
  return (
    <fieldset className="stack tight every-row">
      <legend>{say('mapping.everyRow')}</legend>
      {literals.length > 0 && (
        <ul className="lines">
          {literals.map((each) => (
            <li key={targetText(each)} className="line">
              <span>
                {title(each)}: <Name>{valueText(each, each.literal)}</Name>
              </span>
              <PressButton
                kind="bare"
                aria-label={`${say('intake.queue.remove')}: ${title(each)}`}
                onPress={() => put(each, undefined)}
              >
                {say('intake.queue.remove')}
              </PressButton>
            </li>
          ))}
        </ul>
      )}
      <div className="row wrap bottom">
        <Chooser
          label={say('mapping.everyRow.what')}
          search={say('mapping.search')}
          value={target === null ? '' : targetText(target)}
          shown={target === null ? say('mapping.everyRow.choose') : title(target)}
          groups={there.map(({ subject, type, properties }) => ({
            title: subject === type ? name('type', type) : `${name('type', type)} (${subject})`,
            options: properties.map((property) => ({
              id: targetText({ subject, property }),
              title: name('property', property),
            })),
          }))}
          onChange={(chosen) => setTarget(targetFrom(chosen))}
        />
        {target !== null && (
          <LiteralValue
            key={targetText(target)}
            kind={kindOf(target)}
            onGiven={(value) => put(target, value)}
          />
        )}
      </div>
    </fieldset>
  );
}

function LiteralValue({
  kind,
  onGiven,
}: {
  readonly kind: string;
  readonly onGiven: (value: string) => void;
}) {
  const { say, name } = useWords();
  const vocabulary = vocabularyOf(kind);
  const [value, setValue] = useState(vocabulary?.values[0] ?? '');
  return (
    <>
      {vocabulary === undefined ? (
        <Field label={say('head.value')} value={value} onChange={setValue} />
      ) : (
        <Picker
          label={say('head.value')}
          value={value}
          onChange={setValue}
          options={vocabulary.values.map((id) => ({ id, title: name(vocabulary.names, id) }))}
        />
      )}
      <PressButton isDisabled={value.trim() === ''} onPress={() => onGiven(value.trim())}>
        {say('mapping.everyRow.add')}
      </PressButton>
    </>
  );
}
