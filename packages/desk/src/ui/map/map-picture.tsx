import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../words/words.tsx';
import { PressButton } from '../press-button.tsx';
import { Said } from '../said.tsx';
import { saveFile } from '../save-file.ts';
import { useOnPaper } from '../taken/on-paper.ts';
import { useThemeShown } from '../theme.ts';
import type { Position } from '../traced.ts';
import { useDoing } from '../use-doing.ts';
import { clustersOf, type Marker, titleOf } from './clusters.ts';
import { MapDrawing } from './map-drawing.tsx';
import { mapPng } from './map-sheet.ts';
import { mostWays } from './map-style.ts';
import { MapLibreCanvas } from './maplibre-canvas.ts';
import type { Movement, Spot } from './spots.ts';

export interface MapPictureProps {
  readonly spots: readonly Spot[];
  readonly movements: readonly Movement[];
  readonly chosen: ReadonlySet<string>;
  /** A place that is to be in sight. */
  readonly focus: Position | null;
  /** On what terms the map may be taken along; undefined: it is not offered. */
  readonly terms: (() => readonly string[]) | undefined;
  /** Undefined: there is but one thing, and its stays are counted. */
  readonly onChoose: ((things: readonly string[], isAdded: boolean) => void) | undefined;
}

/** The map. All that it shows and does is in the lists beside it too. */
export function MapPicture(props: MapPictureProps) {
  const { locale, number } = useWords();
  const isOnPaper = useOnPaper();
  const countOf = (marker: Marker) => number(countIn(marker, props.onChoose === undefined));
  return (
    <>
      {/* Its colours and the names of countries are drawn into it: with others it is another map. */}
      <MapDrawn key={`${useThemeShown()} ${locale}`} {...props} />
      {isOnPaper && <MapDrawing {...props} countOf={countOf} />}
    </>
  );
}

function MapDrawn({ spots, movements, chosen, focus, terms, onChoose }: MapPictureProps) {
  const { say, number, locale } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<MapLibreCanvas | null>(null);
  const [zoom, setZoom] = useState(3);
  const doing = useDoing();
  const [hasFailed, setFailed] = useState(false);
  const markers = useMemo(() => clustersOf(spots, zoom), [spots, zoom]);
  const acts = useRef({ markers, onChoose });
  acts.current = { markers, onChoose };
  const isOne = onChoose === undefined;
  const all = spots.map(({ at }) => at);
  const placed = useRef(all);
  placed.current = all;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of a map do not change while it is there
  useEffect(() => {
    if (place.current === null) return undefined;
    const choose = (id: string, isAdded: boolean) => {
      const marker = acts.current.markers.find((each) => each.id === id);
      if (marker !== undefined) acts.current.onChoose?.(marker.things, isAdded);
    };
    try {
      const drawn = new MapLibreCanvas(
        place.current,
        { onChoose: choose, onZoom: (now) => setZoom(Math.round(now * 2) / 2) },
        { locale, title: say('map.title') },
      );
      canvas.current = drawn;
      drawn.fit(placed.current);
      return () => {
        canvas.current = null;
        drawn.destroy();
      };
    } catch {
      setFailed(true);
      return undefined;
    }
  }, []);
  useEffect(() => {
    const drawn = markers.map((marker) => {
      const title = titleOf(marker);
      const inIt = marker.things.filter((id) => chosen.has(id)).length;
      const count = countIn(marker, isOne);
      return {
        ...{ id: marker.id, at: marker.at, title, count: number(count), isChosen: inIt > 0 },
        label: isOne
          ? `${title}: ${say('dossier.times', { count })}`
          : say('map.marker', { place: title, things: count, chosen: inIt }),
        size: Math.min(5, 1 + Math.floor(Math.log2(count) / 1.5)),
      };
    });
    canvas.current?.update({ markers: drawn, movements: drawnFirst(movements, chosen), chosen });
  }, [markers, movements, chosen, isOne, say, number]);
  useEffect(() => {
    if (focus !== null && canvas.current?.shows(focus) === false) canvas.current.fit([focus]);
  }, [focus]);

  const take = async (lines: readonly string[]) => {
    if (place.current === null || canvas.current === null) return;
    const drawn = markers.map((marker) => ({
      ...{ at: marker.at, title: titleOf(marker) },
      count: number(countIn(marker, isOne)),
    }));
    const sheet = { ...canvas.current.picture(), markers: drawn, terms: lines, like: place.current };
    saveFile(await mapPng(sheet), 'map.png');
  };
  if (hasFailed) return <p className="notice info">{say('map.failed')}</p>;
  const inSight = () => [
    ...new Set(spots.filter(({ at }) => canvas.current?.shows(at)).flatMap(({ things }) => things)),
  ];
  return (
    <figure className="picture map-picture">
      <div className="map-frame" dir="ltr">
        <div ref={place} className="map-canvas" />
        <div className="map-acts no-print">
          <PressButton aria-label={say('map.closer')} onPress={() => canvas.current?.zoomBy(1)}>
            +
          </PressButton>
          <PressButton aria-label={say('map.farther')} onPress={() => canvas.current?.zoomBy(-1)}>
            −
          </PressButton>
        </div>
      </div>
      <div className="row wrap no-print">
        <PressButton onPress={() => canvas.current?.fit(all)}>{say('map.whole')}</PressButton>
        {onChoose !== undefined && (
          <PressButton onPress={() => onChoose(inSight(), false)}>{say('map.chooseInSight')}</PressButton>
        )}
        {terms !== undefined && (
          <PressButton onPress={() => doing.run(() => take(terms()))}>{say('map.take')}</PressButton>
        )}
        <Said doing={doing} />
      </div>
      {movements.length > mostWays && (
        <p className="quiet small">{say('map.waysLeft', { most: mostWays, count: movements.length })}</p>
      )}
      <figcaption className="quiet small">{say(isOne ? 'map.caption.one' : 'map.caption')}</figcaption>
    </figure>
  );
}

/** What is chosen before the others, where not all can be drawn. */
function drawnFirst(movements: readonly Movement[], chosen: ReadonlySet<string>): readonly Movement[] {
  if (movements.length <= mostWays) return movements;
  const isChosen = ({ things }: Movement) => things.some((id) => chosen.has(id));
  return [...movements.filter(isChosen), ...movements.filter((each) => !isChosen(each))];
}

/** `isOne`: there is but one thing, and its stays are counted. */
function countIn({ spots, things }: Marker, isOne: boolean): number {
  return isOne ? spots.reduce((sum, { stays }) => sum + stays, 0) : things.length;
}
