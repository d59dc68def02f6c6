export interface WordList<Code extends string> {
  /** The code of a folded phrase, or undefined. */
  find(folded: string): Code | undefined;
}

/** Codes and the folded phrases that mean them, apart by `|`. The codes mean themselves. */
export function wordList<Code extends string>(lists: Readonly<Record<Code, string>>): WordList<Code> {
  const byPhrase = new Map<string, Code>();
  for (const [code, list] of Object.entries(lists) as [Code, string][]) {
    byPhrase.set(code.replaceAll('-', ' '), code);
    for (const phrase of list.split('|')) {
      const folded = phrase.trim();
      if (!byPhrase.has(folded)) byPhrase.set(folded, code);
    }
  }
  return { find: (folded) => byPhrase.get(folded) };
}
