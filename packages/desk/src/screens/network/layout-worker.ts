// In: nodes with places, and links. Out: better places (ForceAtlas2; Jacomy et al. 2014). Runs beside the page.

import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

export interface ToLayOut {
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly links: readonly (readonly [source: string, target: string])[];
}

export interface LaidOut {
  readonly places: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

const rounds = 300;

self.onmessage = ({ data }: MessageEvent<ToLayOut>) => {
  const graph = new Graph({ multi: true });
  for (const { id, x, y } of data.nodes) graph.addNode(id, { x, y });
  for (const [source, target] of data.links) graph.addEdge(source, target);
  const settings = { ...forceAtlas2.inferSettings(graph), linLogMode: true, adjustSizes: false };
  forceAtlas2.assign(graph, { iterations: rounds, settings });
  const places = graph.mapNodes((id, { x, y }) => ({ id, x: Number(x), y: Number(y) }));
  const answer: LaidOut = { places };
  self.postMessage(answer);
};
