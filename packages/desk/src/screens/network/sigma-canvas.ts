// The one place that knows sigma: an island that is mounted, given a network, and destroyed.

import Graph from 'graphology';
import Sigma from 'sigma';
import type { LaidOut, ToLayOut } from './layout-worker.ts';
import type { Network } from './network-model.ts';

interface Acts {
  readonly onSelect: (id: string) => void;
  readonly onUnfold: (id: string) => void;
}

/** A colour for each type that is told apart; the words are beside each node. */
const colours: Readonly<Record<string, string>> = {
  person: '#2f7f9e',
  organization: '#8a5a9e',
  case: '#a0632a',
  phone: '#4a8a3a',
  document: '#7a7a2a',
};
const otherColour = '#7d8590';

export class SigmaCanvas {
  private readonly graph = new Graph({ multi: true, type: 'directed' });
  private readonly sigma: Sigma;
  private readonly worker: Worker;
  private selected = '';

  constructor(element: HTMLElement, acts: Acts) {
    const style = getComputedStyle(element);
    this.sigma = new Sigma(this.graph, element, {
      allowInvalidContainer: true,
      labelColor: { color: style.color },
      labelFont: style.fontFamily,
      labelSize: 12,
      labelRenderedSizeThreshold: 4,
      // The colour of lines, as the style sheet has it for light or dark.
      defaultEdgeColor: style.textDecorationColor,
      zIndex: true,
      nodeReducer: (node, data) => ({
        ...data,
        highlighted: false,
        size: node === this.selected ? Number(data.size) * 1.5 : data.size,
        forceLabel: node === this.selected,
        zIndex: node === this.selected ? 1 : 0,
      }),
    });
    this.sigma.on('clickNode', ({ node }) => acts.onSelect(node));
    this.sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      acts.onUnfold(node);
    });
    this.worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    this.worker.onmessage = ({ data }: MessageEvent<LaidOut>) => this.place(data);
  }

  /** Shows a network. What was there stays where it was; the rest finds its place in the worker. */
  update({ nodes, links }: Network): void {
    const wanted = new Set(nodes.map(({ id }) => id));
    for (const id of this.graph.nodes()) if (!wanted.has(id)) this.graph.dropNode(id);
    nodes.forEach(({ id, caption, type }, place) => {
      if (this.graph.hasNode(id)) return;
      const angle = place * 2.399963;
      const radius = 10 * Math.sqrt(place + 1);
      this.graph.addNode(id, {
        label: caption,
        color: colours[type] ?? otherColour,
        size: 5,
        x: radius * Math.cos(angle),
        y: radius * Math.sin(angle),
      });
    });
    this.graph.clearEdges();
    for (const { source, target, statements } of links) {
      this.graph.addEdge(source, target, { size: Math.min(4, 1 + Math.log2(statements)) });
    }
    this.graph.forEachNode((id) => {
      this.graph.setNodeAttribute(id, 'size', Math.min(14, 4 + Math.sqrt(this.graph.degree(id))));
    });
    const ask: ToLayOut = {
      nodes: this.graph.mapNodes((id, { x, y }) => ({ id, x: Number(x), y: Number(y) })),
      links: links.map(({ source, target }) => [source, target]),
    };
    this.worker.postMessage(ask);
  }

  select(id: string): void {
    this.selected = id;
    this.sigma.scheduleRefresh();
  }

  destroy(): void {
    this.worker.terminate();
    this.sigma.kill();
  }

  private place({ places }: LaidOut): void {
    for (const { id, x, y } of places) {
      if (this.graph.hasNode(id)) this.graph.mergeNodeAttributes(id, { x, y });
    }
  }
}
