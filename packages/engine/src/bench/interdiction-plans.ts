// In: an instance of interdiction as text. Out: its operations, and what the best plan leaves for each budget.
// An instance is arcs `from,to,capacity,cost,...` after a line `source,sink`: source to traffickers, these to bottoms and victims,
// and all of whom money is made to the sink. A cost of 10,000 or more cannot be paid.

/** What one trafficker runs. */
export interface Operation {
  readonly capacity: number;
  readonly cost: number;
  readonly victims: readonly Victim[];
  /** The most that flows through it. */
  readonly flow: number;
  /** What it costs to take the bottom away, and whom that cuts off. Empty where there is none. */
  readonly bottoms: readonly { readonly cost: number; readonly cutOff: ReadonlySet<number> }[];
}

interface Victim {
  readonly id: number;
  readonly capacity: number;
  readonly cost: number;
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly cost: number;
}

const payable = 10_000;

export function readInstance(text: string): Operation[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const [source, sink] = head.split(',').map(Number);
  const arcs = lines.map((line): Arc => {
    const [from = 0, to = 0, capacity = 0, cost = 0] = line.split(',').map(Number);
    return { from, to, capacity, cost };
  });
  const toSink = new Map(arcs.filter(({ to }) => to === sink).map((arc) => [arc.from, arc]));
  const inner = arcs.filter(({ from, to }) => from !== source && to !== sink);
  return arcs
    .filter(({ from }) => from === source)
    .map(({ to: trafficker, capacity, cost }): Operation => {
      const reached = reachedFrom(trafficker, inner);
      const victims = [...reached].flatMap((id): Victim[] => {
        const arc = toSink.get(id);
        return arc === undefined ? [] : [{ id, capacity: arc.capacity, cost: arc.cost }];
      });
      const bottoms = inner
        .filter((arc) => arc.from === trafficker && arc.cost < payable)
        .map((arc) => {
          const still = reachedFrom(
            trafficker,
            inner.filter((other) => other !== arc),
          );
          return { cost: arc.cost, cutOff: new Set([...reached].filter((id) => !still.has(id))) };
        });
      return { capacity, cost, victims, bottoms, flow: flowOf(capacity, victims) };
    });
}

function reachedFrom(start: number, arcs: readonly Arc[]): Set<number> {
  const reached = new Set<number>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const { from, to } of arcs)
      if (from === at && !reached.has(to)) {
        reached.add(to);
        open.push(to);
      }
  return reached;
}

function flowOf(capacity: number, victims: readonly Victim[]): number {
  return Math.min(
    capacity,
    victims.reduce((sum, each) => sum + each.capacity, 0),
  );
}

/**
 * By budget from 0 on, the least that is left: victims whom somebody still reaches, or the greatest flow. Exact: the operations
 * have nothing in common, so the best of all is the best way to share the budget among them.
 */
export function bestPlans(operations: readonly Operation[], of: 'victims' | 'flow', most: number): number[] {
  let best = new Array<number>(most + 1).fill(0);
  for (const operation of operations) {
    const left = leftOf(operation, of, most);
    best = best.map((_, budget) => {
      let least = Number.POSITIVE_INFINITY;
      for (let spent = 0; spent <= budget; spent++)
        least = Math.min(least, (best[budget - spent] as number) + (left[spent] as number));
      return least;
    });
  }
  return best;
}

/** By what is spent on one operation, the least that is left of it. */
function leftOf(
  { capacity, cost, victims, bottoms }: Operation,
  of: 'victims' | 'flow',
  most: number,
): number[] {
  const measure = of === 'flow' ? capacity : Number.POSITIVE_INFINITY;
  const left = new Array<number>(most + 1).fill(Number.POSITIVE_INFINITY);
  for (const bottom of [{ cost: 0, cutOff: new Set<number>() }, ...bottoms]) {
    const still = victims.filter(({ id }) => !bottom.cutOff.has(id));
    const remaining = remainingAfter(still, of, most - bottom.cost);
    remaining.forEach((value, spent) => {
      const at = spent + bottom.cost;
      left[at] = Math.min(left[at] as number, measure, value);
    });
  }
  for (let spent = cost; spent <= most; spent++) left[spent] = 0;
  for (let spent = 1; spent <= most; spent++)
    left[spent] = Math.min(left[spent] as number, left[spent - 1] as number);
  return left;
}

/** By what is spent on victims, the least worth of those who remain (a knapsack). */
function remainingAfter(victims: readonly Victim[], of: 'victims' | 'flow', most: number): number[] {
  const worth = ({ capacity }: Victim) => (of === 'flow' ? capacity : 1);
  const all = victims.reduce((sum, victim) => sum + worth(victim), 0);
  const taken = new Array<number>(Math.max(0, most) + 1).fill(0);
  for (const victim of victims)
    for (let spent = taken.length - 1; spent >= victim.cost; spent--)
      taken[spent] = Math.max(taken[spent] as number, (taken[spent - victim.cost] as number) + worth(victim));
  return taken.map((value) => all - value);
}
