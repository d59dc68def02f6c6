// In: reports of one and the same thing. Out: how many independent origins they come from, and the hub's own
// evaluation, which stands beside those of the providers and changes none of them (Regulation (EU) 2016/794,
// Article 29: neither side changes the other's evaluation without agreement).
// Invariant: an echo never raises it, an independent report never lowers it, the order does not matter.
import type { InformationGrade, SourceGrade } from './codes.ts';

/** One report as its provider evaluated it. */
export interface Report {
  readonly owner: string;
  /** The provider's reference of the source; null where it told none. */
  readonly origin: string | null;
  readonly source: SourceGrade;
  readonly information: InformationGrade;
  /** The same for reports that say the same in the same words; null where there is too little to tell. */
  readonly content: string | null;
}

export interface Corroboration {
  readonly reports: number;
  /** Origins that have neither source, owner nor content in common. */
  readonly independent: number;
  /** The hub's own evaluation. */
  readonly source: SourceGrade;
  readonly information: InformationGrade;
}

interface Origin {
  readonly source: SourceGrade;
  readonly information: InformationGrade;
}

/**
 * Reports with one source, one owner or one content are one origin, through however many partners they came, and no
 * better than the weakest evaluation among them. Information that nobody corroborated (4) and that two independent
 * origins tell is corroborated (3); of several origins the best evaluated counts. Throws when there is no report.
 */
export function corroborate(reports: readonly Report[]): Corroboration {
  const origins = originsOf(reports);
  const evaluated = origins.map(({ source, information }): Origin => {
    const corroborated = information === '4' && origins.length > 1;
    return { source, information: corroborated ? '3' : information };
  });
  const best = evaluated.reduce((a, b) => (rankOf(b) < rankOf(a) ? b : a));
  return { reports: reports.length, independent: origins.length, ...best };
}

/** The best information first, then the best source: codes sort from the best to the weakest. */
function rankOf({ source, information }: Origin): string {
  return information + source;
}

function originsOf(reports: readonly Report[]): readonly Origin[] {
  const parents = reports.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] as number;
    parents[index] = root;
    return root;
  };
  const firsts = new Map<string, number>();
  reports.forEach(({ owner, origin, content }, index) => {
    for (const mark of marksOf({ owner, origin, content })) {
      const first = firsts.get(mark);
      if (first === undefined) firsts.set(mark, index);
      else parents[rootOf(index)] = rootOf(first);
    }
  });
  const origins = new Map<number, Origin>();
  reports.forEach(({ source, information }, index) => {
    const root = rootOf(index);
    const known = origins.get(root);
    origins.set(root, {
      source: known === undefined || source > known.source ? source : known.source,
      information: known === undefined || information > known.information ? information : known.information,
    });
  });
  return [...origins.values()];
}

function marksOf({
  owner,
  origin,
  content,
}: Pick<Report, 'owner' | 'origin' | 'content'>): readonly string[] {
  return [
    `owner ${owner}`,
    ...(origin === null ? [] : [`origin ${origin}`]),
    ...(content === null ? [] : [`content ${content}`]),
  ];
}
