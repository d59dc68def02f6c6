// The one place that runs MapLibre: an island that is mounted, given markers and movements, and destroyed.
// Invariant: it asks no server for anything. Land is part of the page, letters are the browser's, its worker is a file
// of this origin.

import {
  type GeoJSONSource,
  Map as MapLibre,
  Marker as MapMarker,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Position } from '../traced.ts';
import { countries, countryTitles } from './land.ts';
import { arrows, type MapColours, mapStyle, movementFeatures, movementSource } from './map-style.ts';
import type { Movement } from './spots.ts';

setWorkerUrl(workerUrl);

/** A marker in words: what it says and whether it is chosen. */
export interface DrawnMarker {
  readonly id: string;
  readonly at: Position;
  readonly title: string;
  /** What is read aloud. */
  readonly label: string;
  readonly count: string;
  /** 1 to 5: how large it is drawn. */
  readonly size: number;
  readonly isChosen: boolean;
}

export interface MapContent {
  readonly markers: readonly DrawnMarker[];
  readonly movements: readonly Movement[];
  readonly chosen: ReadonlySet<string>;
}

interface MapActs {
  /** `isAdded`: beside what is chosen already. */
  readonly onChoose: (marker: string, isAdded: boolean) => void;
  readonly onZoom: (zoom: number) => void;
}

interface MapSetting {
  readonly locale: string;
  readonly title: string;
}

/** Where the map begins while it has nothing to show: Europe and its neighbours. */
const beginning = { center: [15, 45] as [number, number], zoom: 3 };
const closest = 9;

export class MapLibreCanvas {
  private readonly map: MapLibre;
  private readonly acts: MapActs;
  private readonly markers = new Map<
    string,
    { readonly marker: MapMarker; readonly button: HTMLButtonElement }
  >();
  private readonly colours: MapColours;
  private content: MapContent | null = null;
  private isReady = false;

  constructor(element: HTMLElement, acts: MapActs, { locale, title }: MapSetting) {
    this.acts = acts;
    this.colours = coloursOf(element);
    const land = countries(locale);
    this.map = new MapLibre({
      container: element,
      style: mapStyle({
        ...{ colours: this.colours, land, titles: countryTitles(land) },
        font: getComputedStyle(element).fontFamily,
      }),
      ...beginning,
      ...{ minZoom: 0.5, maxZoom: closest, renderWorldCopies: false, fadeDuration: 0 },
      ...{ attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false },
      canvasContextAttributes: { preserveDrawingBuffer: true },
      locale: { 'Map.Title': title },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
    this.map.on('load', () => {
      this.map.addImage(arrows.way, arrowImage(this.colours.way), { pixelRatio: 2 });
      this.map.addImage(arrows.chosenWay, arrowImage(this.colours.chosenWay), { pixelRatio: 2 });
      this.isReady = true;
      element.dataset.drawn = 'true';
      this.drawMovements();
    });
    this.map.on('zoomend', () => acts.onZoom(this.map.getZoom()));
  }

  update(content: MapContent): void {
    this.content = content;
    const wanted = new Set(content.markers.map(({ id }) => id));
    for (const [id, { marker }] of this.markers) {
      if (wanted.has(id)) continue;
      marker.remove();
      this.markers.delete(id);
    }
    for (const drawn of content.markers) this.drawMarker(drawn);
    this.drawMovements();
  }

  /** Brings places into sight. */
  fit(places: readonly Position[]): void {
    if (places.length === 0) return;
    const [longitudes, latitudes] = [places.map((at) => at.longitude), places.map((at) => at.latitude)];
    this.map.fitBounds(
      [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)],
      { padding: 64, maxZoom: 5, animate: false },
    );
  }

  zoomBy(steps: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + steps, duration: 150 });
  }

  /** Whether a place is in sight. */
  shows({ longitude, latitude }: Position): boolean {
    return this.map.getBounds().contains([longitude, latitude]);
  }

  /** The map as it is drawn, without its markers, and where on it a place is, in its own pixels. */
  picture(): {
    readonly canvas: HTMLCanvasElement;
    readonly pixelOf: (at: Position) => readonly [number, number];
  } {
    const canvas = this.map.getCanvas();
    const ratio = canvas.width / canvas.clientWidth;
    return {
      canvas,
      pixelOf: ({ longitude, latitude }) => {
        const { x, y } = this.map.project([longitude, latitude]);
        return [x * ratio, y * ratio];
      },
    };
  }

  destroy(): void {
    for (const { marker } of this.markers.values()) marker.remove();
    this.map.remove();
  }

  private drawMarker({ id, at, title, label, count, size, isChosen }: DrawnMarker): void {
    const known = this.markers.get(id) ?? this.makeMarker(id, at);
    const { button } = known;
    button.dataset.size = String(size);
    button.setAttribute('aria-pressed', String(isChosen));
    [count, title, label].forEach((text, place) => {
      const part = button.children[place];
      if (part !== undefined) part.textContent = text;
    });
    known.marker.getElement().classList.toggle('is-chosen', isChosen);
  }

  private makeMarker(id: string, at: Position) {
    const place = document.createElement('div');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'map-marker';
    const [figure, title, read] = ['span', 'bdi', 'span'].map((tag) => document.createElement(tag));
    for (const seen of [figure, title]) seen?.setAttribute('aria-hidden', 'true');
    read?.classList.add('unseen');
    button.append(...[figure, title, read].filter((part) => part !== undefined));
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      this.acts.onChoose(id, event.shiftKey || event.ctrlKey || event.metaKey);
    });
    place.append(button);
    const marker = new MapMarker({ element: place, anchor: 'center' }).setLngLat([at.longitude, at.latitude]);
    marker.addTo(this.map);
    // MapLibre makes every marker an image with a name of its own; here the button says what it is.
    for (const name of ['role', 'aria-label', 'tabindex']) place.removeAttribute(name);
    const made = { marker, button };
    this.markers.set(id, made);
    return made;
  }

  private drawMovements(): void {
    if (!this.isReady || this.content === null) return;
    const { movements, chosen } = this.content;
    this.map.getSource<GeoJSONSource>(movementSource)?.setData(movementFeatures(movements, chosen));
  }
}

/** What the variables of the style sheet come to here and now. */
function coloursOf(element: HTMLElement): MapColours {
  const probe = document.createElement('span');
  element.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    water: colour('map-water'),
    land: colour('map-land'),
    border: colour('map-border'),
    quiet: colour('ink-quiet'),
    way: colour('map-way'),
    chosenWay: colour('accent'),
  };
  probe.remove();
  return colours;
}

/** An arrowhead that points to the right. */
function arrowImage(colour: string): ImageData {
  const side = 28;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext('2d');
  if (pen === null) return new ImageData(side, side);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(side * 0.15, side * 0.15);
  pen.lineTo(side * 0.9, side * 0.5);
  pen.lineTo(side * 0.15, side * 0.85);
  pen.closePath();
  pen.fill();
  return pen.getImageData(0, 0, side, side);
}
