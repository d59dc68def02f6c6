import { foldWords } from '@clew/model/values/fold.ts';
import { type Stage, stages, wordings } from './wordings.ts';

/** A wording in folded words, with what it asks for. */
interface Wording {
  readonly stage: Stage;
  readonly words: readonly string[];
  readonly text: string;
}

/** So much of a text is read. */
const longestRead = 4000;

/** Wordings by their first word. */
const byFirstWord: ReadonlyMap<string, readonly Wording[]> = wordingsByFirstWord();

/** What a message asks for or proposes, each once with the wording that told it. */
export function readMessage(text: string): ReadonlyMap<Stage, string> {
  const found = new Map<Stage, string>();
  const words = foldWords(text.slice(0, longestRead));
  words.forEach((word, at) => {
    for (const wording of byFirstWord.get(word) ?? []) {
      if (found.has(wording.stage)) continue;
      if (wording.words.every((each, index) => words[at + index] === each))
        found.set(wording.stage, wording.text);
    }
  });
  return found;
}

function wordingsByFirstWord(): Map<string, Wording[]> {
  const index = new Map<string, Wording[]>();
  for (const stage of stages)
    for (const text of wordings[stage].flatMap((list) => list.split('|'))) {
      const words = foldWords(text);
      const first = words[0] as string;
      index.set(first, [...(index.get(first) ?? []), { stage, words, text }]);
    }
  return index;
}
