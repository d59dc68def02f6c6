import type { HandlingCode } from '@clew/model/terms/codes.ts';

/** On what terms something is taken along. */
export interface PrintedTerms {
  /** All codes that any of it has: the strictest holds for the whole. Sorted. */
  readonly codes: readonly HandlingCode[];
  /** The words of H3. */
  readonly restrictions: readonly string[];
  readonly owners: readonly string[];
  readonly purpose: string;
  readonly project: string | null;
  readonly person: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What is asked of each part of what is taken along. */
interface Part {
  /** Handling codes, all of them: H0 to H3, and the words of H3. */
  readonly handling: readonly string[];
  readonly restrictions: readonly string[];
}

export interface Taken {
  readonly nodes: readonly (Part & { readonly owners: readonly string[] })[];
  readonly links: readonly Part[];
}

/** The terms of a whole: those of each of its things and links together. */
export function termsOf(
  { nodes, links }: Taken,
  taken: Pick<PrintedTerms, 'purpose' | 'project' | 'person' | 'at'>,
): PrintedTerms {
  const parts: readonly Part[] = [...nodes, ...links];
  const all = <T extends string>(of: (part: Part) => readonly string[]) =>
    [...new Set(parts.flatMap(of))].sort() as T[];
  return {
    ...taken,
    codes: all<HandlingCode>(({ handling }) => handling),
    restrictions: all(({ restrictions }) => restrictions),
    owners: [...new Set(nodes.flatMap(({ owners }) => owners))].sort(),
  };
}
