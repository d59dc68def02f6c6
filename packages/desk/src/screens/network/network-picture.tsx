import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useWords } from '../../words/words.tsx';
import type { DrawnNetwork } from './folded-network.ts';
import type { Places } from './layout.ts';
import type { Place } from './network-content.ts';
import type { NodeLooks } from './node-looks.ts';
import type { Palette } from './palette.ts';
import { type CanvasActs, SigmaCanvas } from './sigma-canvas.ts';

export interface NetworkPictureProps {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly palette: Palette | null;
  readonly drawn: DrawnNetwork;
  readonly places: Places;
  readonly looks: NodeLooks;
  /** Ids of what is drawn. */
  readonly chosen: ReadonlySet<string>;
  readonly hovered: string | null;
  readonly acts: CanvasActs;
  /** Moves what is chosen by so many pixels. */
  readonly onNudge: (by: Place) => void;
  /** Told how to bring everything into sight, and nearer or further away. */
  readonly camera: RefObject<Camera | null>;
}

export interface Camera {
  fit(): void;
  zoom(factor: number): void;
}

const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** The picture. All that it shows and does is in the list beside it too, for whoever does not see it. */
export function NetworkPicture(props: NetworkPictureProps) {
  const { place, palette, drawn, places, looks, chosen, hovered, onNudge, camera } = props;
  const { say, name } = useWords();
  const canvas = useRef<SigmaCanvas | null>(null);
  const shown = useRef<DrawnNetwork | null>(null);
  const acts = useRef(props.acts);
  acts.current = props.acts;
  const isReady = palette !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours dress the picture anew, they do not make another
  useEffect(() => {
    if (place.current === null || palette === null) return undefined;
    const made = new SigmaCanvas(place.current, palette, {
      onChoose: (id, isAdded) => acts.current.onChoose(id, isAdded),
      onChooseAll: (ids, isAdded) => acts.current.onChooseAll(ids, isAdded),
      onUnfold: (id) => acts.current.onUnfold(id),
      onHover: (id) => acts.current.onHover(id),
      onMove: (ids, by) => acts.current.onMove(ids, by),
    });
    canvas.current = made;
    camera.current = made;
    shown.current = null;
    return () => {
      made.destroy();
      canvas.current = null;
      camera.current = null;
    };
  }, [isReady, place, camera]);
  useEffect(() => {
    if (canvas.current === null || palette === null) return;
    canvas.current.kindName = (kind) => name('link', kind);
    if (shown.current === drawn) {
      canvas.current.place(places);
      return;
    }
    shown.current = drawn;
    canvas.current.show(drawn, places, looks);
  }, [drawn, places, looks, palette, name]);
  useEffect(() => {
    if (palette !== null) canvas.current?.dress(looks, palette);
  }, [looks, palette]);
  useEffect(() => canvas.current?.light({ chosen, hovered }), [chosen, hovered]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = arrows[event.key];
    if (step !== undefined && chosen.size > 0) onNudge(step);
    else if (event.key === '+' || event.key === '=') camera.current?.zoom(0.8);
    else if (event.key === '-') camera.current?.zoom(1.25);
    else return;
    event.preventDefault();
  };
  return (
    <figure className="picture">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of what is drawn is no set of form fields */}
      <div
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move what is chosen
        tabIndex={0}
        className="picture-frame"
        aria-label={say('network.picture', { nodes: drawn.nodes.length, links: drawn.links.length })}
        onKeyDown={onKeyDown}
      >
        <div ref={place} className="picture-canvas" aria-hidden="true" dir="ltr" />
      </div>
      <figcaption className="quiet small">{say('network.caption')}</figcaption>
    </figure>
  );
}
