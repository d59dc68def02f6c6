import type { Network } from '@clew/engine/products/network/network.ts';
import { idText } from '@clew/model/ids.ts';
import type { Label } from '@clew/model/terms/label.ts';

/** A network by columns, with ids as people see them. A row without a label of its own has the weakest one. */
export function networkShown({ nodes, links, labels }: Network) {
  const known = [...labels.keys()];
  const places = new Map(known.map((label, place) => [label, place]));
  const ends = new Map<string, number>();
  const endOf = (type: string, entity: bigint) => {
    const id = idText(type, entity);
    const place = ends.get(id) ?? ends.size;
    ends.set(id, place);
    return place;
  };
  const labelOf = (label: bigint) => places.get(label) ?? known.length;
  return {
    nodes: {
      id: nodes.map(({ type, entity }) => idText(type, entity)),
      type: nodes.map(({ type }) => type),
      caption: nodes.map(({ caption }) => caption),
      statements: nodes.map(({ statements }) => statements),
      degree: nodes.map(({ degree }) => degree),
      firstSeen: nodes.map(({ firstSeen }) => firstSeen),
      lastSeen: nodes.map(({ lastSeen }) => lastSeen),
      label: nodes.map(({ label }) => labelOf(label)),
      areas: nodes.map(({ areas }) => areas),
    },
    links: {
      kind: links.map(({ kind }) => kind),
      source: links.map(({ sourceType, source }) => endOf(sourceType, source)),
      target: links.map(({ targetType, target }) => endOf(targetType, target)),
      statements: links.map(({ statements }) => statements),
      firstSeen: links.map(({ firstSeen }) => firstSeen),
      lastSeen: links.map(({ lastSeen }) => lastSeen),
      label: links.map(({ label }) => labelOf(label)),
    },
    ends: [...ends.keys()],
    labels: [...labels.values(), unlabelled],
  };
}

/** Of what no label is known the strictest is said. */
const unlabelled: Label = {
  owners: [],
  purposes: [],
  projects: [],
  handling: ['H1', 'H2'],
  restrictions: [],
  source: 'X',
  information: '4',
  origins: [],
  categories: [],
  uncategorised: false,
  minor: false,
  expires: null,
};
