// In: what is drawn, what was measured, and the colours. Out: how each node of the picture looks.
// Invariant: whatever a colour says, a sign or a number in the node says too.

import type { DrawnNetwork } from './folded-network.ts';
import type { NetworkDocument } from './network-document.ts';
import type { Palette } from './palette.ts';
import { colourOf, colourOfCommunity, drawingOf } from './type-signs.ts';
import type { Numbers } from './use-measured.ts';

export interface NodeLook {
  readonly label: string;
  readonly colour: string;
  /** Half of its breadth, in pixels at the first zoom. */
  readonly size: number;
  /** A drawing of 24 by 24, or a number. */
  readonly sign: { readonly drawing: string } | { readonly number: string };
  readonly isPinned: boolean;
  /** What somebody wrote beside it; empty for a group that holds something noted, null where nothing is. */
  readonly note: string | null;
}

export interface LooksAsked {
  readonly drawn: DrawnNetwork;
  readonly document: Pick<NetworkDocument, 'colouring' | 'pinned' | 'notes'>;
  readonly numbers: Numbers;
  readonly palette: Palette;
  /** What a group of things of a type is called. */
  readonly groupName: (type: string, count: number) => string;
}

export type NodeLooks = ReadonlyMap<string, NodeLook>;

export function nodeLooks({ drawn, document, numbers, palette, groupName }: LooksAsked): NodeLooks {
  const { colouring, pinned, notes } = document;
  const degrees = degreesIn(drawn);
  const smallest = smallestOf(drawn.nodes.length);
  const looks = new Map<string, NodeLook>();
  for (const { id, type, caption, things } of drawn.nodes) {
    const number = caption === null ? undefined : numbers.get(id);
    const isMeasured = colouring !== 'type';
    const kind = isMeasured ? measuredColour(colouring, number) : colourOf(type);
    looks.set(id, {
      label: caption ?? groupName(type, things.length),
      colour: kind === null ? palette.quiet : (palette.kinds[kind] ?? palette.quiet),
      size: sizeOf({
        smallest,
        degree: degrees.get(id) ?? 0,
        things: things.length,
        rank: rankOf(colouring, number),
      }),
      sign: isMeasured && number !== undefined ? { number: String(number) } : { drawing: drawingOf(type) },
      isPinned: things.some((thing) => pinned.has(thing.id)),
      note: noteOf(things, notes),
    });
  }
  return looks;
}

/** The fewer there are, the larger each can be. */
function smallestOf(nodes: number): number {
  if (nodes > 2000) return 2.5;
  if (nodes > 400) return 5;
  return nodes > 60 ? 8 : 10;
}

function noteOf(
  things: LooksAsked['drawn']['nodes'][number]['things'],
  notes: ReadonlyMap<string, string>,
): string | null {
  const noted = things.flatMap(({ id }) => notes.get(id) ?? []);
  if (things.length === 1) return noted[0] ?? null;
  return noted.length > 0 ? '' : null;
}

function measuredColour(
  colouring: 'community' | 'broker' | 'type',
  number: number | undefined,
): number | null {
  if (number === undefined) return null;
  return colouring === 'community' ? colourOfCommunity(number) : 1;
}

function rankOf(colouring: NetworkDocument['colouring'], number: number | undefined): number | undefined {
  return colouring === 'broker' ? number : undefined;
}

interface Size {
  readonly smallest: number;
  readonly degree: number;
  readonly things: number;
  readonly rank: number | undefined;
}

/** What has more links is larger; a group by how much it holds; a broker the more, the higher its rank. */
function sizeOf({ smallest, degree, things, rank }: Size): number {
  if (things > 1) return Math.min(30, 14 + Math.sqrt(things));
  const byLinks = Math.min(smallest * 2, smallest + Math.sqrt(degree) / 2);
  return rank === undefined ? byLinks : Math.max(byLinks, 17 - rank / 4);
}

function degreesIn({ links }: DrawnNetwork): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { source, target } of links) {
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    degrees.set(target, (degrees.get(target) ?? 0) + 1);
  }
  return degrees;
}
