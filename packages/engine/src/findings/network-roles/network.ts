// In: ties one by one, in any order, in one or several layers. Out: the network that they make together, undirected.
// Invariant: nodes are numbered in the order of their names, neighbours are ascending: the order of the ties changes nothing.

export interface Tie {
  readonly source: string;
  readonly target: string;
  /** Above 0. */
  readonly weight: number;
  /** Empty where there are no layers. */
  readonly layer: string;
  /** NaN where it is not known. */
  readonly time: number;
}

/** Neighbours of node `v` are `neighbours[start[v]]` up to `start[v + 1]`, with the weights beside. */
export interface Network {
  readonly nodes: readonly string[];
  readonly start: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
  /** Undirected edges. */
  readonly edges: number;
}

/** Ties as columns of numbers, as they came. */
export class TieCollector {
  readonly #numbers = new Map<string, number>();
  readonly #layers = new Map<string, number>();
  readonly #source: number[] = [];
  readonly #target: number[] = [];
  readonly #weight: number[] = [];
  readonly #layer: number[] = [];
  readonly #time: number[] = [];

  get size(): number {
    return this.#source.length;
  }

  get layers(): readonly string[] {
    return [...this.#layers.keys()].sort();
  }

  add({ source, target, weight, layer, time }: Tie): void {
    this.#source.push(numberIn(this.#numbers, source));
    this.#target.push(numberIn(this.#numbers, target));
    this.#weight.push(weight);
    this.#layer.push(numberIn(this.#layers, layer));
    this.#time.push(time);
  }

  /** Ascending, those that are known. */
  times(): Float64Array {
    return Float64Array.from(this.#time.filter((time) => !Number.isNaN(time))).sort();
  }

  /**
   * The network of all ties, or of those from one time up to another. Weights of one pair are added up; with several layers
   * each layer's are divided by the layer's mean first, so that a thousand calls don't drown ten meetings. A tie of a node to
   * itself makes the node and nothing more.
   */
  network(span?: { readonly from: number; readonly to: number }): Network {
    const taken: number[] = [];
    for (let at = 0; at < this.size; at++) {
      const time = this.#time[at] as number;
      if (span === undefined || (time >= span.from && time <= span.to)) taken.push(at);
    }
    const names = [...this.#numbers.keys()];
    const used = new Set<number>();
    for (const at of taken) used.add(this.#source[at] as number).add(this.#target[at] as number);
    const nodes = [...used].map((number) => names[number] as string).sort();
    const place = new Map(nodes.map((name, index) => [this.#numbers.get(name) as number, index]));
    const means = this.#meansOf(taken);
    const pairs = new Map<number, number[]>();
    for (const at of taken) {
      const a = place.get(this.#source[at] as number) as number;
      const b = place.get(this.#target[at] as number) as number;
      if (a === b) continue;
      const key = Math.min(a, b) * nodes.length + Math.max(a, b);
      const weight = (this.#weight[at] as number) / (means[this.#layer[at] as number] as number);
      const list = pairs.get(key);
      if (list === undefined) pairs.set(key, [weight]);
      else list.push(weight);
    }
    return assembled(nodes, pairs);
  }

  #meansOf(taken: readonly number[]): number[] {
    if (this.#layers.size < 2) return [1];
    const weights = [...this.#layers.values()].map((): number[] => []);
    for (const at of taken) weights[this.#layer[at] as number]?.push(this.#weight[at] as number);
    return weights.map((list) => (list.length === 0 ? 1 : sumOf(list) / list.length));
  }
}

function numberIn(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

/** From the smallest on: the sum does not hang on the order. */
function sumOf(values: number[]): number {
  return values.length === 1
    ? (values[0] as number)
    : values.sort((a, b) => a - b).reduce((sum, one) => sum + one, 0);
}

function assembled(nodes: readonly string[], pairs: ReadonlyMap<number, number[]>): Network {
  const keys = Float64Array.from(pairs.keys()).sort();
  const start = new Int32Array(nodes.length + 1);
  const ends = (key: number) => [Math.floor(key / nodes.length), key % nodes.length] as const;
  for (const key of keys) for (const node of ends(key)) start[node + 1] = (start[node + 1] as number) + 1;
  for (let node = 0; node < nodes.length; node++)
    start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  const next = start.slice();
  const neighbours = new Int32Array(keys.length * 2);
  const weights = new Float64Array(keys.length * 2);
  const put = (node: number, other: number, weight: number) => {
    const at = next[node] as number;
    neighbours[at] = other;
    weights[at] = weight;
    next[node] = at + 1;
  };
  // Keys ascend by the smaller end, then the larger: each list is filled in ascending order only over both passes.
  for (const key of keys) {
    const [low, high] = ends(key);
    put(high, low, sumOf(pairs.get(key) as number[]));
  }
  for (const key of keys) {
    const [low, high] = ends(key);
    put(low, high, sumOf(pairs.get(key) as number[]));
  }
  return { nodes, start, neighbours, weights, edges: keys.length };
}

export function degreeOf({ start }: Network, node: number): number {
  return (start[node + 1] as number) - (start[node] as number);
}

export function strengthOf({ start, weights }: Network, node: number): number {
  let sum = 0;
  for (let at = start[node] as number; at < (start[node + 1] as number); at++) sum += weights[at] as number;
  return sum;
}

/** Ties that are there among those that could be. */
export function densityOf({ nodes, edges }: Network): number {
  return nodes.length < 2 ? 0 : (2 * edges) / (nodes.length * (nodes.length - 1));
}

/** Degree centralisation: 0 where all have as many ties, 1 for a star (L. C. Freeman, Social Networks 1, 1978/79). */
export function centralisationOf(network: Network): number {
  const count = network.nodes.length;
  if (count < 3) return 0;
  const degrees = network.nodes.map((_, node) => degreeOf(network, node));
  const most = degrees.reduce((a, b) => Math.max(a, b), 0);
  return degrees.reduce((sum, degree) => sum + most - degree, 0) / ((count - 1) * (count - 2));
}
