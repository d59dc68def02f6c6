import { useEffect, useState } from 'react';
import { addressText } from '../../address/address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { ActMenu } from '../../ui/act-menu.tsx';
import { Field } from '../../ui/field.tsx';
import { Go } from '../../ui/go.tsx';
import { Name } from '../../ui/name.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { inARow } from '../../words/isolated.ts';
import { useWords } from '../../words/words.tsx';
import type { NetworkNode } from './network-content.ts';
import { neighbours } from './paths-within.ts';
import type { NetworkState } from './selection.ts';
import { TiesBetween } from './ties-between.tsx';
import { TypeSign } from './type-sign.tsx';
import type { Asking } from './use-asking.ts';

interface ChosenProps {
  readonly state: NetworkState;
  readonly asking: Asking;
}

/** What is chosen, and what one can do with it. */
export function ChosenPanel({ state, asking }: ChosenProps) {
  const { say } = useWords();
  const chosen = state.nodes.filter(({ id }) => state.selected.has(id));
  const [first] = chosen;
  return (
    <section aria-label={say('network.chosen')} className="boxed stack tight chosen">
      {first === undefined ? (
        <p className="quiet">{say('network.chosen.none')}</p>
      ) : chosen.length === 1 ? (
        <ChosenOne key={first.id} node={first} state={state} asking={asking} />
      ) : (
        <ChosenMany chosen={chosen} state={state} asking={asking} />
      )}
    </section>
  );
}

function ChosenOne({ node, state, asking }: ChosenProps & { readonly node: NetworkNode }) {
  const { say, name, number, span } = useWords();
  const { id, type, caption, degree, statements, firstSeen, lastSeen, areas, owners } = node;
  const facts = [
    say('network.linkCount', { count: degree }),
    say('network.statementCount', { count: statements }),
    say('network.grade', { grade: node.source + node.information }),
    span(firstSeen, lastSeen),
    owners.join(', '),
    areas.map((area) => name('area', area)).join(', '),
  ];
  return (
    <>
      <div className="row">
        <TypeSign type={type} />
        <strong className="breaks">
          <Name>{caption}</Name>
        </strong>
        <span className="quiet small">{name('type', type)}</span>
      </div>
      <p className="quiet small">{inARow(facts)}</p>
      <div className="row wrap">
        <PressButton isDisabled={asking.isBusy} onPress={() => asking.unfold([id])}>
          {say('network.unfold')}
        </PressButton>
        <UnfoldByKind node={node} asking={asking} />
        <Go to={addressText(['entities', id])} className="button plain">
          {say('network.dossier')}
        </Go>
        <Acts ids={[id]} state={state} />
      </div>
      <Note id={id} state={state} />
      <p className="unseen" aria-live="polite">
        {say('network.chosen.said', { name: caption, links: number(degree) })}
      </p>
    </>
  );
}

/** Only by one kind of link: how many there are of each is asked for when somebody looks. */
function UnfoldByKind({ node, asking }: { readonly node: NetworkNode; readonly asking: Asking }) {
  const { say, name, number } = useWords();
  const dossier = useAsked('readEntity', {
    parameters: { entity: node.id },
    query: { limit: 1, sources: 1 },
  });
  const totals = new Map<string, number>();
  for (const { kind, total } of dossier.data?.links ?? []) {
    totals.set(kind, (totals.get(kind) ?? 0) + total);
  }
  return (
    <ActMenu
      title={say('network.unfoldKind')}
      isDisabled={totals.size === 0 || asking.isBusy}
      acts={[...totals].map(([id, total]) => ({ id, title: name('link', id), aside: number(total) }))}
      onAct={(kind) => asking.unfold([node.id], { kinds: [kind] })}
    />
  );
}

function ChosenMany({ chosen, state, asking }: ChosenProps & { readonly chosen: readonly NetworkNode[] }) {
  const { say, name, number } = useWords();
  const ids = chosen.map(({ id }) => id);
  const [first, second] = chosen;
  const types = new Map<string, number>();
  for (const { type } of chosen) types.set(type, (types.get(type) ?? 0) + 1);
  const ends =
    chosen.length === 2 && first !== undefined && second !== undefined
      ? ([first.id, second.id] as const)
      : null;
  return (
    <>
      <strong aria-live="polite">{say('network.chosen.many', { count: chosen.length })}</strong>
      <p className="quiet small">
        {inARow([...types].map(([type, count]) => `${name('type', type)} ${number(count)}`))}
      </p>
      <div className="row wrap">
        <PressButton isDisabled={asking.isBusy || ids.length > 100} onPress={() => asking.unfold(ids)}>
          {say('network.unfold')}
        </PressButton>
        <PressButton isDisabled={asking.isBusy || ids.length > 20} onPress={() => asking.common(ids)}>
          {say('network.common')}
        </PressButton>
        <PressButton
          isDisabled={asking.isBusy || ends === null}
          onPress={() => ends !== null && asking.paths(ends, false)}
        >
          {say('network.paths')}
        </PressButton>
        <PressButton
          isDisabled={asking.isBusy || ends === null}
          onPress={() => ends !== null && asking.paths(ends, true)}
        >
          {say('network.pathsWithin')}
        </PressButton>
        <Acts ids={ids} state={state} />
      </div>
      {ends === null && <p className="quiet small">{say('network.paths.words')}</p>}
      {first !== undefined && second !== undefined && ends !== null && (
        <TiesBetween one={first} other={second} links={state.links} />
      )}
    </>
  );
}

interface ActsProps {
  readonly ids: readonly string[];
  readonly state: NetworkState;
}

/** What can be done with one as with many. */
function Acts({ ids, state }: ActsProps) {
  const { say, name } = useWords();
  const { acts, document, nodes, links } = state;
  const isPinned = ids.every((id) => document.pinned.has(id));
  const chosen = new Set(ids);
  const types = [...new Set(nodes.filter(({ id }) => chosen.has(id)).map(({ type }) => type))].sort();
  const chooseMore = (what: string) => {
    if (what !== near) return acts.select(nodes.filter(({ type }) => type === what).map(({ id }) => id));
    const beside = neighbours(links);
    acts.select(new Set([...ids, ...ids.flatMap((id) => beside.get(id) ?? [])]));
  };
  return (
    <>
      <PressButton onPress={() => acts.pin(ids, !isPinned)}>
        {say(isPinned ? 'network.unpin' : 'network.pin')}
      </PressButton>
      <PressButton onPress={() => acts.remove(ids)}>{say('network.remove')}</PressButton>
      <ActMenu
        title={say('network.chooseMore')}
        acts={[
          { id: near, title: say('network.chooseNear') },
          ...types.map((id) => ({ id, title: say('network.chooseAllOf', { type: name('type', id) }) })),
        ]}
        onAct={chooseMore}
      />
    </>
  );
}

/** No type of things is called so. */
const near = 'what is beside';

/** What somebody wrote beside a thing: kept with the network, and shown to nobody else. */
function Note({ id, state }: { readonly id: string; readonly state: NetworkState }) {
  const { say } = useWords();
  const kept = state.document.notes.get(id) ?? '';
  const [typed, setTyped] = useState(kept);
  useEffect(() => setTyped(kept), [kept]);
  return (
    <Field
      label={say('network.note')}
      rows={2}
      maxLength={1000}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        if (typed.trim() !== kept) state.acts.note(id, typed);
      }}
    />
  );
}
