// In: a network as the hub tells it, by columns. Out: things and links as the page keeps them.

import type { AnswerOf } from '../../api/contract.ts';
import { calledPlainly } from '../../ui/called.ts';
import type { NetworkContent, NetworkLink, NetworkNode } from './network-content.ts';

export type ToldNetwork = Pick<AnswerOf<'expandNetwork'>, 'nodes' | 'links' | 'ends' | 'labels'>;

export function contentFrom({ nodes, links, ends, labels }: ToldNetwork): NetworkContent {
  return {
    nodes: nodes.id.map((id, place): NetworkNode => {
      const label = labels[nodes.label[place] ?? -1];
      const type = nodes.type[place] ?? '';
      return {
        id,
        type,
        caption: calledPlainly({ id, type, caption: nodes.caption[place] ?? '' }),
        statements: nodes.statements[place] ?? 0,
        degree: nodes.degree[place] ?? 0,
        firstSeen: nodes.firstSeen[place] ?? null,
        lastSeen: nodes.lastSeen[place] ?? null,
        areas: nodes.areas[place] ?? [],
        owners: label?.owners ?? [],
        source: label?.source ?? 'X',
        information: label?.information ?? '4',
        handling: label?.handling ?? [],
        restrictions: label?.restrictions ?? [],
      };
    }),
    links: links.kind.map((kind, place): NetworkLink => {
      const source = ends[links.source[place] ?? -1] ?? '';
      const target = ends[links.target[place] ?? -1] ?? '';
      const label = labels[links.label[place] ?? -1];
      return {
        id: `${source} ${kind} ${target}`,
        kind,
        source,
        target,
        statements: links.statements[place] ?? 0,
        firstSeen: links.firstSeen[place] ?? null,
        lastSeen: links.lastSeen[place] ?? null,
        grade: { source: label?.source ?? 'X', information: label?.information ?? '4' },
        handling: label?.handling ?? [],
        restrictions: label?.restrictions ?? [],
      };
    }),
  };
}
