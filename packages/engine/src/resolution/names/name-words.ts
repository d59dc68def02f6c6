// Words of names of people that are not names: what stands before, between and after them. Folded.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Articles, "of" and "son of": they come and go between one spelling of a name and the next. */
export const particles = set(
  `al el ul ur ar as ash an ad at az bin ibn ben bint bt binti ould wald de del della dello delle di da do das dos la las lo
  los le les van von der den dem het ter ten te zu zum zur af av y e i oglu ogly ogli kyzy kizi qizi`,
);

/** Particles that are names of their own where they stand first or last. */
export const namesAtTheEnds = set('ben de la le lo van ten an ad');

/** Forms of address, ranks and offices, before a name. */
export const titles = set(
  `mr mister mrs ms miss mx dr doctor prof professor sir dame lord lady herr frau fru hr dhr mevr mme mlle madame monsieur
  senor senora sr sra srta don dona dn domnul doamna gospodin pan pani haji hajj hajji hadji haci al-hajj sheikh shaikh
  sheik shaykh cheikh qari hafiz sayyid seyed imam mullah mulla maulana mawlawi mufti ayatollah hojatoleslam ustad rev reverend fr
  father bishop pastor rabbi saint col colonel gen general lt lieutenant capt captain cpt maj major sgt sergeant cmdr
  commander brig brigadier adm admiral marshal president minister hon honourable honorable judge king queen prince princess
  emir amb ambassador eng engr ing mag dipl`,
);

/** Degrees and courtesies, after a name. */
export const endings = set('phd md msc bsc mba esq esquire cbe obe mbe mp dds jd llm dphil dr');

/** What a family calls itself to be told apart: 1 senior, 2 junior. */
export const generations: ReadonlyMap<string, number> = new Map([
  ['sr', 1],
  ['senior', 1],
  ['i', 1],
  ['jr', 2],
  ['jnr', 2],
  ['junior', 2],
  ['ii', 2],
  ['2nd', 2],
  ['iii', 3],
  ['3rd', 3],
  ['iv', 4],
]);

const servants = set('abd abdul abdal abdel abdoul abdur abdus abdu');
export const joined = set('o mc mac fitz abu abou umm st san santa');
const suffixes = set('zadeh zade zada pour ullah allah uddin eddin aldin');

const wordsWithMeaning = new Set(
  [particles, titles, endings, new Set(generations.keys()), servants, joined, suffixes].flatMap((words) => [
    ...words,
  ]),
);

/** Whether a word is a name and nothing else, whatever stands beside it. */
export function isNothingButName(word: string): boolean {
  return /^[a-z]{3,}$/.test(word) && !wordsWithMeaning.has(word);
}

/** `abdul rahman` and `abd al rahman` become one token, `o hare`, `abu bakr` and `nur uddin` too. */
export function joinedTokens(tokens: readonly string[]): string[] {
  const result: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? '';
    const next = tokens[index + 1];
    const last = result.at(-1);
    if (next !== undefined && next.length > 1 && (servants.has(token) || joined.has(token))) {
      result.push((servants.has(token) ? 'abd' : token) + next);
      index++;
    } else if (last !== undefined && suffixes.has(token)) {
      result[result.length - 1] = last + token;
    } else result.push(token);
  }
  return result.map((token) =>
    token.replace(/^abd[aeou]+(?:l|r(?=r)|s(?=s)|n(?=n)|d(?=d))(?=[a-z]{2})/, 'abd'),
  );
}

/** Whether a word says whose son or daughter somebody is, as in East Slavic names. */
export function isPatronymic(word: string): boolean {
  return (
    word.length > 6 &&
    /(?:ovich|evich|ovych|evych|ovic|evna|ovna|ivna|ichna|inichna|ovitch|evitch)$/.test(word)
  );
}
