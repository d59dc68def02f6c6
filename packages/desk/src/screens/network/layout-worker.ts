// In: nodes with places, and links. Out: better places (ForceAtlas2; Jacomy and others 2014), again and again until it
// is done. Runs beside the page; whoever wants no more of it ends the worker.

import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** Nodes and links by their place in lists of one order. */
export interface ToLayOut {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** 1: stays where it is. */
  readonly isFixed: Uint8Array;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
}

export interface LaidOut {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** From 0 to 1; 1 is the end. */
  readonly share: number;
}

/** More rounds than this change nothing that one sees; large networks get fewer, so that they end. */
function roundsFor(nodes: number): number {
  return Math.max(60, Math.min(400, Math.round(400_000 / Math.max(1, nodes))));
}

self.onmessage = ({ data }: MessageEvent<ToLayOut>) => {
  const { x, y, isFixed, sources, targets } = data;
  const graph = new Graph({ multi: true });
  for (let node = 0; node < x.length; node++) {
    graph.addNode(node, { x: x[node], y: y[node], fixed: isFixed[node] === 1 });
  }
  for (let link = 0; link < sources.length; link++) graph.addEdge(sources[link], targets[link]);
  const settings = { ...forceAtlas2.inferSettings(graph), linLogMode: true, adjustSizes: false };
  const rounds = roundsFor(x.length);
  const atOnce = Math.ceil(rounds / 20);
  for (let done = 0; done < rounds; done += atOnce) {
    forceAtlas2.assign(graph, { iterations: Math.min(atOnce, rounds - done), settings });
    const answer: LaidOut = {
      x: Float32Array.from({ length: x.length }, (_none, node) => Number(graph.getNodeAttribute(node, 'x'))),
      y: Float32Array.from({ length: x.length }, (_none, node) => Number(graph.getNodeAttribute(node, 'y'))),
      share: Math.min(1, (done + atOnce) / rounds),
    };
    self.postMessage(answer);
  }
};
