// In: what is shown, and the terms. Out: tables of things and of links, the terms in every row: a row that is copied
// into another table keeps them.

import type { PrintedTerms } from '../../../ui/taken/printed-terms.ts';
import type { NetworkContent, NetworkLink } from '../network-content.ts';
import type { NetworkDocument } from '../network-document.ts';

type Cell = string | number | null;
export type Rows = readonly (readonly Cell[])[];

const termHeads = ['grade', 'handling', 'restrictions', 'purpose', 'project', 'taken by', 'taken at'];

export function nodeRows(
  { nodes, document }: NetworkContent & { readonly document: Pick<NetworkDocument, 'notes'> },
  terms: PrintedTerms,
): Rows {
  const head = [
    ...[
      'id',
      'type',
      'name',
      'statements',
      'links',
      'first seen',
      'last seen',
      'crime areas',
      'owners',
      'note',
    ],
    ...termHeads,
  ];
  const rows = nodes.map((node) => [
    node.id,
    node.type,
    node.caption,
    node.statements,
    node.degree,
    node.firstSeen,
    node.lastSeen,
    node.areas.join(' '),
    node.owners.join(' '),
    document.notes.get(node.id) ?? null,
    ...termCells({ ...node, grade: node }, terms),
  ]);
  return [head, ...rows];
}

export function linkRows({ nodes, links }: NetworkContent, terms: PrintedTerms): Rows {
  const names = new Map(nodes.map(({ id, caption }) => [id, caption]));
  const head = [
    ...['source', 'source name', 'kind', 'target', 'target name', 'statements', 'first seen', 'last seen'],
    ...termHeads,
  ];
  const rows = links.map((link) => [
    link.source,
    names.get(link.source) ?? null,
    link.kind,
    link.target,
    names.get(link.target) ?? null,
    link.statements,
    link.firstSeen,
    link.lastSeen,
    ...termCells(link, terms),
  ]);
  return [head, ...rows];
}

function termCells(
  { grade, handling, restrictions }: Pick<NetworkLink, 'grade' | 'handling' | 'restrictions'>,
  { purpose, project, person, at }: PrintedTerms,
): readonly Cell[] {
  const weakest = grade.source + grade.information;
  return [weakest, handling.join(' '), restrictions.join('; '), purpose, project, person, at];
}
