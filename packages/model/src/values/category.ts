import { type SubjectCategory, subjectCategories } from '../terms/codes.ts';
import { foldPhrase } from './fold.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';
import { wordList } from './word-list.ts';

// English, German, French, Dutch, Romanian, Bulgarian, Ukrainian, Russian, Spanish, Portuguese, Italian, Polish; folded.
const words = wordList<SubjectCategory>({
  victim: `victim|potential victim|possible victim|presumed victim|identified victim|survivor|injured party|complainant|opfer|geschadigter|geschadigte|mutmassliches opfer|victime|victime presumee|slachtoffer|mogelijk slachtoffer|victima|victime|poterpiliy|poterpila|zhertva|postradal|postradala|postradalo litse|ofiara|pokrzywdzony|pokrzywdzona|vitima|vittima|poterpevshiy|presunta victima`,
  suspect: `suspect|suspected|suspected trafficker|suspected smuggler|accused|defendant|perpetrator|offender|subject of investigation|beschuldigter|beschuldigte|verdachtiger|verdachtige|tatverdachtiger|tatverdachtige|mis en cause|suspecte|prevenu|auteur|verdachte|suspecta|inculpat|inculpata|banuit|pidozryuvaniy|pidozryuvana|pidozriuvanyi|zapodozryan|zapodozren|obvinyaem|podozrevaemyy|podejrzany|podejrzana|oskarzony|sospechoso|sospechosa|investigado|investigada|imputado|suspeito|suspeita|sospettato|indagato|imputato`,
  convicted: `convicted|convict|convicted person|convicted trafficker|convicted offender|sentenced|verurteilter|verurteilte|verurteilt|condamne|condamnee|condamnat|condamnata|veroordeelde|veroordeeld|zasudzheniy|zasudzhena|osaden|osadena|osazhden|osuzhdennyy|skazany|skazana|condenado|condenada|condannato|condannata`,
  'potential-offender': `potential offender|potential future offender|person of interest|person of concern|gefahrder|gefahrderin|auteur potentiel|auteur presume|potential infractor|potentialinfractor|potentiel infractor|infractor potential|potentiele dader|mogelijke dader|potentsiyniy pravoporushnik|potentsialen izvarshitel|potentsialen narushitel|posible autor|autor potencial|posible infractor|infrator potencial|potenziale autore|potencjalny sprawca`,
  contact: `contact|contact person|associate|known associate|relative|family member|kontaktperson|kontakt|begleitperson|personne de contact|relation|contactpersoon|persoana de contact|kontaktna osoba|kontaktno litse|kontaktnoe litso|osoba kontaktowa|contacto|persona de contacto|contato|contatto|allegado`,
  witness: `witness|bystander|zeuge|zeugin|temoin|getuige|martor|martora|svidok|svidetel|swiadek|testigo|testemunha|testimone`,
  informant: `informant|source|confidential source|human source|hinweisgeber|vertrauensperson|informateur|indicateur|informator|informant|tipgever|informatorka|informator|osvedomitel|informante|informatore|confidente`,
});

const minorWord =
  /\b(?:minors?|child(?:ren)?|juvenile|underage|under age|under 18|unaccompanied minor|minderjahrig\w*|kind(?:er)?|jugendlicher?|mineur\w*|enfants?|minderjarig\w*|kinderen|minora?|minori|copil|copii|nepovnolitn\w*|maloletn\w*|malolitn\w*|neperlnolet\w*|nepalnolet\w*|dete|ditina|dziecko|maloletni|menor(?:es)?|nino|nina|crianca|minorenne|bambin[oa])\b/g;

/** A data-subject category, from its code or a known word, with or without the word for a minor. */
export function parseCategory(text: string): Parsed {
  if (text.trim() === '') return nothing;
  if (text.length > 100) return failed('category-unknown');
  if (Object.hasOwn(subjectCategories, text)) return parsed(text);
  const folded = foldPhrase(text);
  const found = words.find(folded) ?? words.find(folded.replace(minorWord, ' ').replace(/\s+/g, ' ').trim());
  return found === undefined ? failed('category-unknown') : parsed(found);
}

/** Whether a category, role or remark on a person's age says that the person is a minor. */
export function saysMinor(text: string): boolean {
  if (text.length > 100) return false;
  minorWord.lastIndex = 0;
  return minorWord.test(foldPhrase(text));
}
