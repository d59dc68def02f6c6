import { type IndicatorCode, indicators } from '../exploitation/indicators.ts';
import { foldPhrase } from './fold.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';
import { wordList } from './word-list.ts';

// Folded phrases, those of the Human Trafficking Case Data Standard and of the Counter-Trafficking Data Collaborative
// among them. What these call a method of control is what is done to somebody who is there: coercion at destination.
const phrases = {
  'deceived-job':
    'false promises|falsepromises|false promise of work|deceived about work|deception|means false promises|meansfalsepromises|falsche versprechen|falsche versprechungen|tauschung|fausses promesses|tromperie|falsas promesas|engano|valse beloften|promisiuni false|falszywe obietnice|false promesse|inganno',
  'deceived-conditions': 'deceived about conditions|worse conditions than promised',
  'deceived-wages': 'deceived about wages|less pay than promised|promised higher wages',
  'deceived-prostitution':
    'deceived about prostitution|deceived about conditions of prostitution|deceived about the conditions of prostitution|uber die bedingungen der prostitution getauscht|trompee sur les conditions de la prostitution|enganada sobre las condiciones de la prostitucion',
  'recruited-debt':
    'recruitment fee|recruitment fees|recruitment debt|vermittlungsgebuhr|frais de recrutement',
  'recruited-dependency': 'lover boy|loverboy|romeo pimp|emotional dependency',
  'excessive-hours':
    'excessive working hours|excessiveworkinghours|excessive overtime|long hours|overwork|means excess work hours|meansexcessworkhours|meansexcessiveworkhours|uberlange arbeitszeiten|horaires excessifs|horarios excesivos|jornadas excesivas|overmatig lange werktijden|program excesiv|nadmierne godziny pracy|orari eccessivi',
  'low-pay':
    'low pay|no pay|unpaid|underpaid|low or no wages|little or no pay|paid almost nothing|hungerlohn|kein lohn|salaire faible ou nul|sous payement|salario bajo o nulo|salario infimo|onderbetaling|fara salariu|brak wynagrodzenia|salario basso o assente',
  'wage-manipulation':
    'wage deductions|deductions|fines|excessive deductions|lohnabzuge|retenues sur salaire|deducciones|looninhoudingen|retineri din salariu|potracenia z wynagrodzenia|trattenute',
  'living-conditions':
    'bad living conditions|poor housing|overcrowded housing|withholds necessities|withholdsnecessities|withholds basic needs|means deny basic needs|meansdenybasicneeds|denies basic needs|schlechte unterkunft|uberbelegung|mauvaises conditions de logement|malas condiciones de vida|slechte huisvesting|conditii de trai proaste|zle warunki mieszkaniowe|cattive condizioni abitative',
  'working-conditions':
    'bad working conditions|very bad working conditions|restricts medical care|restrictsmedicalcare|schlechte arbeitsbedingungen|mauvaises conditions de travail|malas condiciones de trabajo|slechte arbeidsomstandigheden',
  'hazardous-work':
    'hazardous work|dangerous work|no safety equipment|gefahrliche arbeit|travail dangereux|trabajo peligroso|gevaarlijk werk|munca periculoasa',
  'unlawful-contract': 'no contract|breach of contract|kein vertrag|sans contrat|sin contrato|geen contract',
  'no-social-protection': 'no insurance|uninsured|nicht versichert|non declare|sin seguro|onverzekerd',
  'no-education': 'no schooling|kept from school|keine schule|prive d ecole',
  prostitution:
    'prostitution|commercial sex|type of sex prostitution|typeofsexprostitution|prostitucion|prostitutie|prostituzione|prostytucja',
  pornography:
    'pornography|child pornography|child sexual abuse material|csam|type of sex pornography|typeofsexpornography|pornografie|pornographie|pornografia',
  'live-sexual-acts':
    'live streaming of sexual acts|live streamed sexual abuse|webcam sex|remote interactive services|type of sex remote interactive services|typeofsexremoteinteractiveservices|livestream sexueller handlungen|webcam sexuelle',
  'private-sexual-services':
    'private sexual services|type of sex private sexual services|typeofsexprivatesexualservices|private sexuelle dienste|services sexuels prives|servicios sexuales privados',
  'documents-taken':
    'documents confiscated|document confiscation|confiscation of documents|passport taken|passport taken away|passport confiscated|retention of identity documents|withholds documents|withholdsdocuments|means withhold docs|meanswithholddocs|papiere abgenommen|pass abgenommen|confiscation des papiers|passeport confisque|documentos retenidos|pasaporte retenido|documenten ingenomen|paspoort afgenomen|acte confiscate|pasaport confiscat|odebrane dokumenty|documenti sequestrati|passaporto ritirato',
  'debt-bondage':
    'debt|bonded debt|debtbondage|bonded labour|bonded labor|means debt bondage|means debt bondage earnings|meansdebtbondageearnings|schuldknechtschaft|schulden|servitude pour dettes|dette|servidumbre por deudas|deuda|schuldslavernij|schuldbinding|servitute pentru datorii|datorie|niewola za dlugi|dlug|servitu per debiti|debito',
  isolation:
    'restricts movement|restrictsmovement|restriction of movement|confinement|locked in|watched|surveillance|kept in a flat|not free to leave|eingesperrt|bewegungsfreiheit eingeschrankt|uberwachung|sequestration|enferme|encerrado|aislamiento|opgesloten|bewegingsvrijheid beperkt|izolare|incuiat|zamkniety|izolacja|isolamento|rinchiuso',
  violence:
    'physical abuse|physicalabuse|sexual abuse|sexualabuse|physical violence|sexual violence|physical and sexual violence|beaten|means abuse psy phy sex|meansabusepsyphysex|gewalt|geschlagen|sexuelle gewalt|violences|violences physiques|violencia|violencia fisica|violencia sexual|geweld|mishandeling|violenta|violenta fizica|przemoc|violenza',
  threats:
    'threat|physical threats|physicalthreats|threats of violence|intimidation|intimidation and threats|means threats|meansthreats|drohungen|bedrohung|menaces|amenazas|bedreigingen|amenintari|grozby|minacce',
  'forced-crime':
    'forced criminality|forced to commit crimes|zu straftaten gezwungen|criminalite forcee|forzado a delinquir|gedwongen criminaliteit',
  'forced-tasks':
    'forced to serve clients|forced clients|zu kunden gezwungen|clients forces|forzada a clientes|gedwongen klanten',
  influence:
    'psychoactive substance|psychoactive substances|psychoactivesubstance|drugs|drugs or alcohol|means drugs alcohol|meansdrugsalcohol|psychological abuse|psychologicalabuse|psychological control|drogen|emprise|drogues|drogas|abuso psicologico|drugs toegediend|droguri|narkotyki|droghe',
  denunciation:
    'threats law enforcement|threatslawenforcement|threat of law enforcement|threat of denunciation|threatened with police|threatened with deportation|drohung mit polizei|drohung mit abschiebung|menace de denonciation|menace d expulsion|amenaza de denuncia|amenaza de deportacion|dreiging met aangifte|amenintare cu denuntul',
  'worse-conditions': 'threat of worse conditions',
  'family-violence':
    'threatens children family|threatenschildrenfamily|uses children|useschildren|threats against family|family threatened|familie bedroht|menaces contre la famille|amenazas a la familia|familie bedreigd|familia amenintata',
  'wages-withheld':
    'takes earnings|takesearnings|restricts financial access|restrictsfinancialaccess|withholding of wages|wages withheld|withheld wages|earnings taken|lohn einbehalten|lohn vorenthalten|salaires retenus|retention du salaire|salario retenido|retencion de salarios|loon ingehouden|salariu retinut|zatrzymane wynagrodzenie|salario trattenuto',
  shaming: 'threat to inform family|threat to tell family|blackmail|erpressung|chantage|chantaje|chantaj',
  dependency: 'dependent on employer|depends on exploiter|housing from employer|abhangig vom arbeitgeber',
  'unknown-area': 'does not know where they are|unknown area|unknown location',
  poverty: 'economic need|economic reasons|poor|armut|precarite|pobreza|armoede|saracie|bieda|poverta',
} satisfies Partial<Record<IndicatorCode, string>>;

const words = wordList<keyof typeof phrases>(phrases);

/** An operational indicator of trafficking, from its code or a known phrase. "Other" says nothing. */
export function parseIndicator(text: string): Parsed {
  if (text.trim() === '') return nothing;
  if (text.length > 200) return failed('value-unreadable');
  if (Object.hasOwn(indicators, text)) return parsed(text);
  const folded = foldPhrase(text);
  if (none.has(folded)) return nothing;
  const code = titles.get(folded) ?? words.find(folded);
  return code === undefined ? failed('value-unreadable') : parsed(code);
}

const none = new Set([
  'none',
  'no',
  'other',
  'unknown',
  'keine',
  'aucun',
  'ninguno',
  'geen',
  'niciunul',
  'brak',
]);

const titles = new Map(
  Object.entries(indicators).map(([code, { title }]) => [foldPhrase(title), code as IndicatorCode] as const),
);
