import { type CrimeArea, crimeAreas } from '../ontology/crime-areas.ts';
import { foldPhrase } from './fold.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

// Stems in the folded words of twelve languages, the narrower before the wider: the first that fits is taken.
const stems: readonly (readonly [CrimeArea, RegExp])[] = [
  [
    'money-laundering',
    /launder|geldwasch|blanchiment|witwas|spalare|blanqueo|lavado de|branqueamento|riciclaggio|pranie (?:pieniedzy|brudnych)|vidmivann|otmivan|izpiran|prane na pari|hawala/,
  ],
  [
    'employment-law',
    /employment law|illegal employment|illegal work|undeclared|schwarzarbeit|illegale beschaftigung|arbeitsrecht|travail (?:illegal|dissimule|clandestin)|munca la negru|illegale tewerkstelling|zwartwerk|arbeidstijden|trudovogo zakonodavstva|trudovoto zakonodatelstvo|empleo ilegal|trabajo (?:ilegal|negro)|lavoro nero|praca na czarno|nelegalna zaetost/,
  ],
  [
    'benefit-fraud',
    /benefit|sozialleistung|sozialbetrug|social security fraud|fraude? (?:aux|sociale|social)|prestati|uitkering|viplat|viplati|prestacion|prestazion|zasilk|sotsialni pomoshti/,
  ],
  [
    'document-fraud',
    /document|urkund|dokument|forg(?:ery|ed)|counterfeit|passport fraud|ausweisfalsch|faux papiers|pidrobk|podpravyane|falszerstw|falsificacion|falsificacao/,
  ],
  [
    'thb-organs',
    /\borgans?\b|organ (?:removal|traff|handel)|organhandel|organentnahme|organes|organov|organelor|orgaan/,
  ],
  [
    'thb-surrogacy',
    /surroga|leihmutter|mere porteuse|draagmoeder|mama surogat|gestacion subrogada|maternita surrogata/,
  ],
  ['thb-adoption', /adopt|adopc|adozion|osinovya|usinovlen/],
  [
    'thb-marriage',
    /marriage|zwangsheirat|zwangsehe|mariage|huwelijk|casatori|matrimoni|casamento|malzenstw|shlyub|\bbrak/,
  ],
  [
    'thb-servitude',
    /servitude|slavery|sklaver|leibeigen|esclavag|slavernij|servitu|robstvo|rabstvo|niewolnictw|esclavitud|schiavitu/,
  ],
  ['thb-begging', /begg|bettel|mendic|cersetor|bedel|zhebra|prosiya|prosya|mendig|accatton|zebra/],
  [
    'thb-criminality',
    /criminality|criminal activit|forced crim|zwangskrimin|strafbare handlungen|criminalite forcee|criminalitate fortata|gedwongen crim|criminele uitbuiting|primusova zlochin|prinuditelna prestap|criminalidad forzada|actividades delictivas|przymusowa przestep|delinquance forcee|criminalita forzata/,
  ],
  ['thb-sexual', /sex|seks|prostitut|prostitu|zuhalterei|proxenet|\bpimp/],
  [
    'migrant-smuggling',
    /smuggl|schleus|schlepper|unerlaubte einreise|illegal (?:immigration|entry|border)|(?:trafic|trafico|traffico|trafficking) (?:of|de|di|illicite de|ilicito de)? ?(?:migr|inmigr)|aide a l entree|aide au sejour|passeur|filiere d immigration|mensensmokkel|contraband\w* (?:de|na) migrant|perepravlenn|kanaldzh|nezakonno prevezhdane|nelegalna migr|inmigracion|immigrazione clandestina|przemyt (?:ludzi|migrantow)|auxilio a imigracao|kontrabanda na/,
  ],
  [
    'thb-labour',
    /labou?r|arbeit|travail|munc[ai]|arbeid|laboral|lavor|trabalho|trudov|prac[ay] przymus|forced work|debt bondage|workers?\b/,
  ],
  [
    'economic-fraud',
    /fraud|betrug|escroquer|inselaciune|oplichting|shakhraystv|izmama|estafa|truffa|oszust|vat\b|tax evasion/,
  ],
  ['corruption', /corrupt|korrupt|korup|bestech|bribe|coruptie|soborno|mita/],
];

/** A crime area, from its code or known words in a phrase. */
export function parseCrimeArea(text: string): Parsed {
  if (text.trim() === '') return nothing;
  if (text.length > 200) return failed('value-unreadable');
  if (Object.hasOwn(crimeAreas, text)) return parsed(text);
  const folded = foldPhrase(text);
  for (const [area, stem] of stems) if (stem.test(folded)) return parsed(area);
  return failed('value-unreadable');
}
