import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { useWords } from '../../words/words.tsx';
import { ChosenPanel } from './chosen-panel.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { type DrawnNetwork, foldedNetwork } from './folded-network.ts';
import { LinkNotice, type NetworkLinkShared } from './link-notice.tsx';
import { filtersAtWork, noFilters, type Place } from './network-content.ts';
import type { NetworkDocument } from './network-document.ts';
import { NetworkList } from './network-list.tsx';
import { type Camera, NetworkPicture } from './network-picture.tsx';
import { NetworkToolbar } from './network-toolbar.tsx';
import { OtherView, useViewShown, ViewSwitch } from './network-views.tsx';
import { type NodeLooks, nodeLooks } from './node-looks.ts';
import { type Palette, paletteAt, usePalette } from './palette.ts';
import { SavedPanel } from './saved-panel.tsx';
import { type NetworkState, type NetworkStore, useNetworkState } from './selection.ts';
import type { CanvasActs } from './sigma-canvas.ts';
import { Briefing } from './take-along/briefing.tsx';
import { TakeAlongMenu } from './take-along/take-along-menu.tsx';
import { useSheet } from './take-along/use-sheet.ts';
import { TypeLegend } from './type-legend.tsx';
import { useAsking } from './use-asking.ts';
import { useLayout } from './use-layout.ts';
import { useMeasured } from './use-measured.ts';

interface NetworkDeskProps {
  readonly store: NetworkStore;
  readonly title: string;
  readonly link: NetworkLinkShared;
  readonly actions?: ReactNode;
}

const parts = ['list', 'filters', 'saved'] as const;
const noLooks: NodeLooks = new Map();

/** A network, as a picture or another view of the same, with all that one does with it beside. */
export function NetworkDesk({ store, title, link, actions }: NetworkDeskProps) {
  const { say, name } = useWords();
  const state = useNetworkState(store);
  const { nodes, links, document, acts, selected } = state;
  const view = useViewShown();
  const place = useRef<HTMLDivElement>(null);
  const camera = useRef<Camera | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const palette = usePalette(frame);
  const asking = useAsking(store);
  const measuring = useMeasured(state);
  const [part, setPart] = useState<string>('list');
  const [copied, setCopied] = useState<NetworkDocument | null>(null);
  const drawn = useMemo(
    () => foldedNetwork({ nodes, links }, document.folded),
    [nodes, links, document.folded],
  );
  const layout = useLayout(state, drawn);
  const { colouring, pinned, notes } = document;
  const { numbers } = measuring;
  const looksIn = useCallback(
    (colours: Palette) =>
      nodeLooks({
        drawn,
        document: { colouring, pinned, notes },
        numbers,
        palette: colours,
        groupName: (type, count) => say('network.group', { type: name('type', type), count }),
      }),
    [drawn, colouring, pinned, notes, numbers, say, name],
  );
  const looks = useMemo(() => (palette === null ? noLooks : looksIn(palette)), [palette, looksIn]);
  const paper = () => (frame.current === null ? null : paletteAt(frame.current, true));
  const sheet = useSheet({ drawn, places: layout.places, paper, looksIn });
  const chosen = useMemo(() => drawnChosen(drawn, selected), [drawn, selected]);
  const canvasActs = canvasActsOf({ state, drawn, unfold: (id) => asking.unfold([id]) });
  useShortcuts({
    z: acts.undo,
    y: acts.redo,
    ...(selected.size > 0 && !asking.isBusy ? { u: () => asking.unfold(selected) } : {}),
    ...(selected.size > 0 ? { x: () => acts.remove(selected) } : {}),
    ...(view === 'picture' ? { f: () => camera.current?.fit() } : {}),
  });
  const nudge = (by: Place) => {
    const step = stepIn(layout.places.values());
    canvasActs.onMove([...chosen], { x: by.x * step, y: by.y * step });
  };
  const { held, filters } = state;
  const legendState = useMemo(() => ({ held, filters, document, acts }), [held, filters, document, acts]);
  return (
    <Screen
      title={title}
      lead={<Lead state={state} />}
      actions={
        <>
          <ViewSwitch />
          <TakeAlongMenu {...{ title, state, sheet }} onCopied={() => setCopied(document)} />
          {actions}
        </>
      }
    >
      <LinkNotice {...{ title, state, link }} isCopied={copied === document} />
      <div className="network" ref={frame}>
        <div className="stack tight network-main">
          {view === 'picture' ? (
            <>
              <NetworkToolbar {...{ state, asking, layout, measuring }} camera={() => camera.current} />
              {nodes.length === 0 && <NothingShown state={state} />}
              <NetworkPicture
                {...{ place, palette, drawn, looks, chosen, camera }}
                places={layout.places}
                hovered={state.hovered}
                acts={canvasActs}
                onNudge={nudge}
              />
            </>
          ) : (
            <OtherView state={state} view={view} />
          )}
        </div>
        <div className="stack network-side">
          <ChosenPanel state={state} asking={asking} />
          <Segments
            label={say('network.beside')}
            value={part}
            onChange={setPart}
            options={parts.map((id) => ({
              id,
              title: say(`network.part.${id}`, { count: filtersAtWork(filters) }),
            }))}
          />
          {part === 'list' && (
            <>
              <TypeLegend state={legendState} />
              <NetworkList
                {...{ nodes, links, selected, document, acts }}
                numbers={numbers}
                onUnfold={(id) => asking.unfold([id])}
              />
            </>
          )}
          {part === 'filters' && <FilterPanel state={legendState} />}
          {part === 'saved' && <SavedPanel state={state} />}
        </div>
      </div>
      <Briefing {...{ title, state, sheet }} />
    </Screen>
  );
}

/** How much is shown, and how much the filters keep out of sight: that must not be overlooked. */
function Lead({ state: { nodes, links, held, filters, acts } }: { readonly state: NetworkState }) {
  const { say } = useWords();
  const hidden = held.nodes.length - nodes.length;
  return (
    <span className="row wrap">
      {say('network.count', { nodes: nodes.length, links: links.length })}
      {filtersAtWork(filters) > 0 && (
        <>
          <Chip tone="warn">{say('network.hidden', { count: hidden })}</Chip>
          <span className="no-print">
            <PressButton kind="bare" onPress={() => acts.filter(noFilters)}>
              {say('network.filters.clear')}
            </PressButton>
          </span>
        </>
      )}
    </span>
  );
}

/** Why nothing is there: nothing was taken in, or the filters let nothing through. */
function NothingShown({ state }: { readonly state: NetworkState }) {
  const { say } = useWords();
  if (state.held.nodes.length === 0)
    return <Empty title={say('network.empty')}>{say('network.empty.words')}</Empty>;
  return <Empty title={say('network.allHidden')}>{say('network.allHidden.words')}</Empty>;
}

/** A group is chosen when all of it is. */
function drawnChosen({ nodes }: DrawnNetwork, selected: ReadonlySet<string>): ReadonlySet<string> {
  if (selected.size === 0) return new Set();
  return new Set(
    nodes.filter(({ things }) => things.every(({ id }) => selected.has(id))).map(({ id }) => id),
  );
}

interface ActsAsked {
  readonly state: NetworkState;
  readonly drawn: DrawnNetwork;
  readonly unfold: (id: string) => void;
}

/** What the picture tells, in terms of things. */
function canvasActsOf({ state: { acts, selected, document }, drawn, unfold }: ActsAsked): CanvasActs {
  const thingsOf = (id: string) =>
    drawn.nodes.find((node) => node.id === id)?.things.map((thing) => thing.id) ?? [];
  return {
    onChoose: (id, isAdded) => {
      if (id === null) return acts.select([]);
      const things = thingsOf(id);
      if (!isAdded) return acts.select(things);
      const isIn = things.every((thing) => selected.has(thing));
      const others = [...selected].filter((thing) => !things.includes(thing));
      acts.select(isIn ? others : [...others, ...things]);
    },
    onChooseAll: (ids, isAdded) => {
      const things = ids.flatMap(thingsOf);
      acts.select(isAdded ? [...selected, ...things] : things);
    },
    onUnfold: (id) => {
      const [thing, ...others] = thingsOf(id);
      if (thing !== undefined && others.length === 0) unfold(thing);
    },
    onHover: (id) => acts.hover(id === null ? null : (thingsOf(id)[0] ?? null)),
    onMove: (ids, by) => {
      const moved = new Set(ids);
      const things = drawn.nodes.filter(({ id }) => moved.has(id)).flatMap((node) => node.things);
      acts.move(
        things.map(({ id }) => {
          const { x, y } = document.places.get(id) ?? { x: 0, y: 0 };
          return [id, { x: x + by.x, y: y + by.y }] as const;
        }),
      );
    },
  };
}

/** A fiftieth of how far everything stretches: a step that one sees, however large the network. */
function stepIn(places: Iterable<Place>): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of places) {
    least = Math.min(least, x, y);
    most = Math.max(most, x, y);
  }
  return most > least ? (most - least) / 50 : 1;
}
