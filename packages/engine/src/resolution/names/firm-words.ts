// Words of names of organisations that say little of which one it is. Folded.

const map = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [kind = '', ...words] = line.trim().split(/\s+/);
        return words.map((word) => [word, kind] as const);
      }),
  );
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Legal forms by kind; forms of one kind stand for each other from country to country. `any` goes with every kind. */
export const legalForms = map(`
  limited ltd limited llc lc gmbh mbh ug sarl srl bv doo ood eood ooo tov tzov too sro spzoo kft sdnbhd bhd ltda lda limitada sl slu oy aps sia uab ou wll fzc fze fzco fzllc dmcc eirl pte pvt pteltd pvtltd private proprietary pty plt mchj osoo srlu unipessoal sprl bvba
  stock ag plc sa spa nv oao pao zao ao ojsc pjsc cjsc jsc asa oyj nyrt zrt rt tbk saoc saog bsc akg kgaa sabdecv sadecv ad ab as ase aktiengesellschaft aktiebolag aktieselskab
  partnership lp llp lllp kg ohg snc gbr cv kommanditgesellschaft
  any co company corp corporation inc incorporated corporate se sas eg ev ek pt cia cie compagnie compania companhia kompaniya kompania kompaniia kg dd ip fop gup fgup mup zt kk gk yk
`);

/** Legal forms that are words like others where a name begins with them. */
export const plainWords = set(
  'limited company corporation incorporated corporate private proprietary compagnie co',
);

/** Legal forms of several words, with the one word that they are written as here. */
export const legalPhrases: readonly (readonly [RegExp, string])[] = [
  [/\blimited liability (?:company|partnership|co)\b/g, 'llc'],
  [/\b(?:public |open |closed |private )*(?:jo\w{1,3}t stock|stock) (?:compan\w*|co|corporation)\b/g, 'jsc'],
  [/\bpublic limited company\b/g, 'plc'],
  [/\bprivate limited\b/g, 'ltd'],
  [/\bproprietary limited\b/g, 'ltd'],
  [/\bgesellschaft mit beschrankter haftung\b/g, 'gmbh'],
  [/\bgmbh (?:and |und |u )?co ?kg\b/g, 'kg'],
  [/\bobs\w+ s ogranich\w+ otv\w+\b/g, 'ooo'],
  [/\btovar\w+ z obmezh\w+ v\w+\b/g, 'tov'],
  [
    /\b(?:publich\w+ |otkryt\w+ |zakryt\w+ |nepublich\w+ |pryvatn\w+ )?ak[a-z]*ion\w+ (?:obs\w+|tovar\w+|druzh\w+)\b/g,
    'jsc',
  ],
  [/\bsp(?:olka)? ?(?:zoo|z ograniczona odpowiedzialnoscia|z o o)\b/g, 'spzoo'],
  [/\bsociet(?:e|a) (?:anonyme|per azioni)\b/g, 'sa'],
  [/\bsociet(?:e|a) a responsab\w+ limit\w+\b/g, 'srl'],
  [/\bsocie(?:dad|dade) anonima\b/g, 'sa'],
  [/\bsociedad (?:de responsabilidad )?limitada\b/g, 'sl'],
  [/\bs(?:ociedad)? ?a(?:nonima)? (?:b )?de ?c ?v\b/g, 'sadecv'],
  [/\bs ?de ?r ?l(?: de ?c ?v)?\b/g, 'srl'],
  [/\bsdn bhd\b/g, 'sdnbhd'],
  [/\baksionerno druzh\w+\b/g, 'ad'],
  [/\bsocietat\w+ (?:cu raspundere limitata)\b/g, 'srl'],
  [/\baktien?ges\w+schaft\b/g, 'ag'],
  [/\bunited states(?: of america)?\b/g, 'us'],
  [/\bunited kingdom\b/g, 'uk'],
];

/** Other ways to write a word, short forms and common translations. */
export const sameWords = map(`
  us usa
  international intl internacional internationale internazionale mezhdunarodnyy mezhdunarodnaya mezhdunarodny mezhdunarodnoe uluslararasi
  brothers bros
  manufacturing mfg
  group grp gruppe gruppa grupo groupe gruppo groep gruppen grup grupa
  holding hldg hldgs holdings kholding
  bank banco banca banque banka banken bankas
  technology technologies tech tekhnologii technologie technologien tecnologia tekhnologiya
  services service svc svcs servis servicios servizi
  systems system sys sistemy sistema systeme
  industry industries ind industrial industrie industria promyshlennyy promyshlennaya promyshlennost sanayi
  trading trade trd torgovyy torgovaya torgovy comercial ticaret handel handels
  house dom
  university univ universitet universidad universite universitat universita
  institute inst institut instituto
  national natl natsionalnyy natsionalnaya nacional nationale
  association assn assoc asociacion assotsiatsiya asociatia
  development dev razvitie
  management mgmt mgt
  engineering engg inzhiniring
  transport transportation transportes transports
  shipping
  production productions proizvodstvo
  insurance assurance strakhovanie versicherung seguros
  investment investments invest inv investitsii
  financial finance finans finanzas
  center centre tsentr centro zentrum
  ministry ministerstvo ministerio ministere ministerium
  department dept departament
  federal federalnyy federalnoe
  republic respublika republica republique
  scientific nauchno nauchnyy
  research issledovatelskiy
  plant zavod factory fabrika
  construction stroitelnyy stroy stroitelstvo
  airlines airline avialinii
  steel
  metals metal
  company
  club
  foundation fund fond fonds fundacion fondation stiftung
  party partiya partido
  charity charitable blagotvoritelnyy
  1 one first 1st erste pervyy odin
  2 two second 2nd ii zweite vtoroy
  3 three third 3rd iii dritte tretiy
  4 four fourth 4th iv
  5 five fifth 5th
  6 six sixth 6th vi
  7 seven seventh 7th vii
  8 eight eighth 8th viii
  9 nine ninth 9th ix
  10 ten tenth 10th
  11 eleven 11th xi
  12 twelve 12th xii
  20 twenty 20th
  21 21st xxi
  30 thirty
  40 forty fourty
  50 fifty
  60 sixty
  70 seventy
  80 eighty
  90 ninety
  100 hundred
  1000 thousand
`);

/** Words of trades and kinds of firm: two firms that share only these share nothing. */
export const tradeWords = set(`
  international group holding trading services systems technology industry general global world worldwide house enterprise
  enterprises solutions consulting consultancy consultants partners partner associates management development
  engineering transport logistics investment capital financial finance ventures construction import export
  agency center institute national federal research scientific production products plant works shipping maritime marine
  energy oil gas power steel metals mining travel tours tourism media communications telecom telecommunications
  software digital electronics food foods pharma pharmaceuticals medical health healthcare security properties
  property realty estate estates real business commerce commercial distribution supply supplies equipment auto motors
  textile textiles bank insurance company firm limited corporation foundation association organization organisation
  committee council ministry department office university school college club party republic state public
  advisors advisory asset assets wealth fund trust airlines airways aviation air vessel
`);

/** Words between words. */
export const fillers = set(
  'the and und et e y i of de del des di da du la le les der die das fur for v na s z im am und u o',
);

/** Ways to say that something is a ship, before its name. */
export const shipWords = set('mv mt ms ss mts mvs fv sv rv my motor vessel tanker ship');

/** Directions, continents and countries as they stand in names of branches. */
export const placeWords = set(`
  north south east west northern southern eastern western central middle far europe european asia asian africa african
  america american americas pacific atlantic usa us uk eu uae emea apac china chinese russia russian germany german
  deutschland france french italy italian italia spain spanish espana portugal romania romanian bulgaria ukraine ukrainian
  poland polish polska turkey turkish turkiye greece greek hungary austria austrian switzerland swiss schweiz suisse
  netherlands dutch nederland belgium belgian sweden swedish norway norwegian denmark danish finland finnish estonia latvia
  lithuania moldova serbia croatia slovenia slovakia czech albania kosovo macedonia cyprus malta ireland irish
  britain british england english scotland scottish wales canada canadian mexico mexican brazil brasil argentina
  chile colombia peru venezuela ecuador bolivia panama india indian pakistan bangladesh nepal sri lanka vietnam thailand
  malaysia singapore indonesia philippines japan japanese korea korean taiwan hong kong mongolia kazakhstan uzbekistan
  kyrgyzstan tajikistan turkmenistan azerbaijan armenia georgia belarus iran iranian iraq syria syrian lebanon jordan israel
  palestine egypt libya tunisia algeria morocco sudan ethiopia kenya nigeria ghana senegal qatar bahrain kuwait oman
  yemen saudi arabia emirates dubai afghanistan australia australian zealand london paris berlin moscow york
  beijing shanghai tokyo istanbul
`);
