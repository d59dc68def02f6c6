// The one place that knows sigma: an island that is mounted, told what to draw, and destroyed.
// Invariant: it keeps no state of the network but where the pointer drags; what somebody does it tells.

import Graph from 'graphology';
import Sigma from 'sigma';
import type { MouseCoords } from 'sigma/types';
import { ChoiceBox, type Corners } from './choice-box.ts';
import { drawHovered, drawNode, drawSignAlone } from './draw-node.ts';
import type { DrawnNetwork } from './folded-network.ts';
import { nodeBox, type Room } from './label-spots.ts';
import type { Places } from './layout.ts';
import type { Place } from './network-content.ts';
import type { NodeLooks } from './node-looks.ts';
import type { Palette } from './palette.ts';
import { restingEdges } from './resting-edges.ts';

export interface CanvasActs {
  /** A node, or null for the ground; `isAdded`: to what is chosen. */
  readonly onChoose: (id: string | null, isAdded: boolean) => void;
  /** Several at once, beside what is chosen: the ends of a link, or what stands in a box. */
  readonly onChooseAll: (ids: readonly string[], isAdded: boolean) => void;
  readonly onUnfold: (id: string) => void;
  readonly onHover: (id: string | null) => void;
  /** Nodes were dragged by so much. */
  readonly onMove: (ids: readonly string[], by: Place) => void;
}

/** What is told apart from the rest. */
export interface Focus {
  readonly chosen: ReadonlySet<string>;
  readonly hovered: string | null;
}

/**
 * In a picture of more links than this none is drawn while it moves, nothing is lit up under the pointer, what is dragged
 * is a shadow until it is let go, and what is chosen is painted over: each frame would build all of it anew.
 */
const manyLinks = 15_000;
/** Milliseconds after which a picture that moved stands still. */
const standsStill = 150;
/** More shadows than this are not drawn; nor are more things painted over one by one. */
const mostShadows = 2000;
const shadowRadius = 5;
/** Of more links none is found under the pointer: each would be drawn twice. */
const mostPicked = 3000;
/** Of so many nodes every one is named. */
const fewNodes = 60;
/** In more nodes than this signs are drawn only where a name is. */
const mostSigned = 3000;
/** More chosen nodes than this are not all named. */
const mostNamed = 60;

interface Drag {
  readonly ids: readonly string[];
  from: Place;
  by: Place;
}

export class SigmaCanvas {
  private readonly sigma: Sigma;
  private readonly acts: CanvasActs;
  private palette: Palette;
  private graph = new Graph({ type: 'undirected', multi: true });
  private looks: NodeLooks = new Map();
  private focus: Focus = { chosen: new Set(), hovered: null };
  private drag: Drag | null = null;
  /** What names must keep off in the picture as it stands; found anew for each. */
  private room: Room | null = null;
  private readonly signs: CanvasRenderingContext2D | null;
  private moving: number | null = null;

  constructor(element: HTMLElement, palette: Palette, acts: CanvasActs) {
    this.acts = acts;
    this.palette = palette;
    this.sigma = new Sigma(this.graph, element, {
      allowInvalidContainer: true,
      labelFont: palette.font,
      labelRenderedSizeThreshold: 5,
      defaultEdgeColor: palette.line,
      edgeLabelColor: { color: palette.quiet },
      edgeLabelFont: palette.font,
      edgeLabelSize: 11,
      renderEdgeLabels: true,
      zIndex: true,
      stagePadding: 80,
      minCameraRatio: 0.005,
      maxCameraRatio: 4,
      doubleClickZoomingRatio: 1,
      edgeProgramClasses: { line: restingEdges(() => this.moving !== null) },
      nodeReducer: (id, data) => this.reducedNode(id, data),
      edgeReducer: (id, data) => this.reducedEdge(id, data),
      defaultDrawNodeLabel: (context, data) => this.name(context, data),
      defaultDrawNodeHover: (context, data) => drawHovered(context, this.standing(data), this.palette),
    });
    this.signs = this.sigma.createCanvas('signs', { beforeLayer: 'labels' }).getContext('2d');
    this.sigma.on('resize', () => this.fitSigns());
    this.sigma.getCamera().on('updated', () => this.noteMoving());
    this.sigma.on('beforeRender', () => {
      this.room = null;
    });
    this.sigma.on('afterRender', () => {
      this.drawSigns();
      element.dataset.drawn = String(this.graph.order);
    });
    this.fitSigns();
    this.listen(element);
  }

  /** Draws another network. The camera stays. */
  show(drawn: DrawnNetwork, places: Places, looks: NodeLooks): void {
    // What is drawn holds no pair twice: looking for that again would take half of the time.
    const graph = new Graph({ type: 'undirected', multi: true });
    for (const { id } of drawn.nodes) {
      const { x, y } = places.get(id) ?? { x: 0, y: 0 };
      graph.addNode(id, { x, y });
    }
    for (const [order, { source, target, statements, kinds }] of drawn.links.entries()) {
      const size = Math.min(5, 0.7 + Math.log2(1 + statements) / 2);
      graph.addUndirectedEdgeWithKey(order, source, target, { size, kinds });
    }
    this.sigma.setSetting('hideLabelsOnMove', graph.size > manyLinks);
    this.sigma.setSetting('enableEdgeEvents', graph.size <= mostPicked);
    this.sigma.setSetting('labelGridCellSize', graph.order <= fewNodes ? 30 : 90);
    this.sigma.setCustomBBox(null);
    // Settings draw what is there: only now it is something else.
    this.graph = graph;
    this.looks = looks;
    this.sigma.setGraph(graph);
  }

  /** Moves what is drawn. */
  place(places: Places): void {
    this.graph.updateEachNodeAttributes((id, data) => ({ ...data, ...places.get(id) }), {
      attributes: ['x', 'y'],
    });
  }

  dress(looks: NodeLooks, palette: Palette): void {
    this.looks = looks;
    this.palette = palette;
    this.sigma.setSetting('defaultEdgeColor', palette.line);
    this.sigma.setSetting('edgeLabelColor', { color: palette.quiet });
    this.sigma.refresh();
  }

  light(focus: Focus): void {
    const before = this.focus.chosen;
    this.focus = focus;
    if (!this.isLarge()) return void this.sigma.refresh({ skipIndexation: true });
    if (focus.chosen === before) return;
    const nodes = [...new Set([...before, ...focus.chosen])].filter((id) => this.graph.hasNode(id));
    if (nodes.length > mostShadows) return void this.sigma.refresh({ skipIndexation: true });
    const edges = [...new Set(nodes.flatMap((id) => this.graph.edges(id)))];
    this.sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true });
  }

  private isLarge(): boolean {
    return this.graph.size > manyLinks;
  }

  /** Sigma hides links itself (`hideEdgesOnMove`), but builds everything anew when the pointer is let go. */
  private noteMoving(): void {
    if (!this.isLarge()) return;
    if (this.moving !== null) window.clearTimeout(this.moving);
    this.moving = window.setTimeout(() => {
      // Where frames come late, somebody still holds it.
      if (this.sigma.getMouseCaptor().draggedEvents > 0) return this.noteMoving();
      this.moving = null;
      this.sigma.scheduleRender();
    }, standsStill);
  }

  /** What of a link is written on it while one of its ends is looked at. */
  kindName: (kind: string) => string = (kind) => kind;

  /** Everything into sight. */
  fit(): void {
    this.sigma.setCustomBBox(null);
    this.sigma.refresh();
    void this.sigma.getCamera().animatedReset({ duration: 200 });
  }

  /** Turns the wheel by hand: below 1 nearer, above 1 further away. */
  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    camera.setState({ ratio: Math.min(4, Math.max(0.005, camera.ratio * factor)) });
  }

  destroy(): void {
    if (this.moving !== null) window.clearTimeout(this.moving);
    this.sigma.kill();
  }

  private listen(element: HTMLElement): void {
    const { sigma, acts } = this;
    const isAdding = (original: MouseEvent | TouchEvent) =>
      original.shiftKey || original.ctrlKey || original.metaKey;
    sigma.on('clickNode', ({ node, event }) => acts.onChoose(node, isAdding(event.original)));
    const box = new ChoiceBox(element);
    sigma.on('downStage', ({ event }) => {
      if (event.original.shiftKey) box.begin(event);
    });
    sigma.on('clickStage', ({ event }) => {
      if (box.takesClick() && !isAdding(event.original)) acts.onChoose(null, false);
    });
    sigma.on('clickEdge', ({ edge }) => acts.onChooseAll(this.graph.extremities(edge), false));
    sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      acts.onUnfold(node);
    });
    sigma.on('enterNode', ({ node }) => acts.onHover(node));
    sigma.on('leaveNode', () => acts.onHover(null));
    sigma.on('downNode', ({ node, event }) => {
      const { chosen } = this.focus;
      const ids = chosen.has(node) ? [...chosen].filter((id) => this.graph.hasNode(id)) : [node];
      this.drag = { ids, from: sigma.viewportToGraph(event), by: { x: 0, y: 0 } };
      sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.on('moveBody', ({ event }) => {
      const { drag } = this;
      if (box.draw(event)) return stay(event);
      if (drag === null) return;
      const at = sigma.viewportToGraph(event);
      const step = { x: at.x - drag.from.x, y: at.y - drag.from.y };
      drag.from = at;
      drag.by = { x: drag.by.x + step.x, y: drag.by.y + step.y };
      if (this.isLarge()) this.drawShadows(drag);
      else this.carry(drag.ids, step);
      stay(event);
    });
    const drop = () => {
      const corners = box.end();
      if (corners !== null) acts.onChooseAll(this.nodesWithin(corners), true);
      const { drag } = this;
      this.drag = null;
      if (drag !== null && (drag.by.x !== 0 || drag.by.y !== 0)) acts.onMove(drag.ids, drag.by);
    };
    sigma.on('upNode', drop);
    sigma.on('upStage', drop);
  }

  private carry(ids: readonly string[], step: Place): void {
    for (const id of ids) {
      this.graph.updateNodeAttribute(id, 'x', (x) => Number(x) + step.x);
      this.graph.updateNodeAttribute(id, 'y', (y) => Number(y) + step.y);
    }
  }

  /** Where things would come to stand, over the picture as it is. */
  private drawShadows({ ids, by }: Drag): void {
    const { sigma, signs } = this;
    if (signs === null) return;
    const { width, height } = sigma.getDimensions();
    signs.clearRect(0, 0, width, height);
    signs.fillStyle = this.palette.accent;
    for (const id of ids.slice(0, mostShadows)) {
      const { x, y } = this.graph.getNodeAttributes(id);
      const at = sigma.graphToViewport({ x: x + by.x, y: y + by.y });
      signs.beginPath();
      signs.arc(at.x, at.y, shadowRadius, 0, Math.PI * 2);
      signs.fill();
    }
  }

  private nodesWithin({ left, top, right, bottom }: Corners): readonly string[] {
    return this.graph.nodes().filter((id) => {
      const data = this.sigma.getNodeDisplayData(id);
      if (data === undefined || data.hidden) return false;
      const { x, y } = this.sigma.framedGraphToViewport(data);
      return x >= left && x <= right && y >= top && y <= bottom;
    });
  }

  private fitSigns(): void {
    const { width, height } = this.sigma.getDimensions();
    const fineness = window.devicePixelRatio || 1;
    if (this.signs === null) return;
    Object.assign(this.signs.canvas, { width: width * fineness, height: height * fineness });
    Object.assign(this.signs.canvas.style, { width: `${width}px`, height: `${height}px` });
    this.signs.setTransform(fineness, 0, 0, fineness, 0, 0);
  }

  /** Signs are in every node that is large enough, named or not: a colour alone says nothing. */
  private drawSigns(): void {
    const { sigma, signs } = this;
    if (signs === null) return;
    const { width, height } = sigma.getDimensions();
    signs.clearRect(0, 0, width, height);
    if (this.graph.order > mostSigned) return;
    for (const id of this.graph.nodes()) {
      const data = sigma.getNodeDisplayData(id);
      if (data === undefined || data.hidden) continue;
      const at = sigma.framedGraphToViewport(data);
      if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
      drawSignAlone(
        signs,
        { ...this.standing({ ...at, size: sigma.scaleSize(data.size), id }) },
        this.palette,
      );
    }
  }

  /** Writes a name where there is room for it. */
  private name(context: CanvasRenderingContext2D, data: Standing): void {
    const id = String(data.id);
    this.room ??= { ...this.sigma.getDimensions(), taken: this.nodeBoxes() };
    const isForced = id === this.focus.hovered || this.focus.chosen.has(id);
    drawNode(context, this.standing(data), { palette: this.palette, room: this.room, isForced });
  }

  private nodeBoxes(): Room['taken'] {
    if (this.graph.order > mostSigned) return [];
    const { width, height } = this.sigma.getDimensions();
    return this.graph.nodes().flatMap((id) => {
      const data = this.sigma.getNodeDisplayData(id);
      if (data === undefined || data.hidden) return [];
      const at = this.sigma.framedGraphToViewport(data);
      if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) return [];
      return [nodeBox({ ...at, size: this.sigma.scaleSize(data.size) })];
    });
  }

  private reducedNode(id: string, data: Record<string, unknown>) {
    const look = this.looks.get(id);
    const isChosen = this.focus.chosen.has(id);
    const isNamed = id === this.focus.hovered || (isChosen && this.focus.chosen.size <= mostNamed);
    return {
      ...data,
      label: look?.label ?? null,
      color: look?.colour ?? this.palette.quiet,
      size: (look?.size ?? 4) * (isChosen ? 1.25 : 1),
      forceLabel: isNamed || (look?.note ?? '') !== '',
      zIndex: isChosen ? 1 : 0,
      highlighted: false,
      id,
    };
  }

  private reducedEdge(id: string, data: Record<string, unknown>) {
    const { chosen, hovered } = this.focus;
    const [source, target] = this.graph.extremities(id);
    const isWithin = chosen.has(source) && chosen.has(target);
    const isNear =
      hovered === source ||
      hovered === target ||
      (chosen.size === 1 && (chosen.has(source) || chosen.has(target)));
    if (!isWithin && !isNear) return data;
    const kinds = data.kinds as readonly string[];
    return {
      ...data,
      color: this.palette.accent,
      zIndex: 1,
      size: Number(data.size) + 0.8,
      label: kinds.slice(0, 3).map(this.kindName).join(', '),
      forceLabel:
        this.graph.size <= manyLinks && isNear && this.graph.degree(hovered ?? [...chosen][0]) <= 12,
    };
  }

  private standing(data: Standing) {
    const id = String(data.id);
    return {
      x: data.x,
      y: data.y,
      size: data.size,
      isChosen: this.focus.chosen.has(id),
      look: this.looks.get(id) ?? nothing,
    };
  }
}

/** What somebody drags is not the picture. */
function stay({ preventSigmaDefault, original }: MouseCoords): void {
  preventSigmaDefault();
  original.preventDefault();
  original.stopPropagation();
}

interface Standing {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly [name: string]: unknown;
}

const nothing = {
  label: '',
  colour: 'transparent',
  size: 1,
  sign: { number: '' },
  isPinned: false,
  note: null,
};
