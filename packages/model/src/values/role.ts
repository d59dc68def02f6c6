import { type Role, roles } from '../ontology/roles.ts';
import { foldPhrase } from './fold.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';
import { wordList } from './word-list.ts';

const words = wordList<Role>({
  leader:
    'leader|boss|head|organiser|organizer|coordinator|ringleader|anfuhrer|kopf|hauptmann|organisator|chef|dirigeant|tete de reseau|lider|sef|leider|kopstuk|vodach|glavatar|lidera|kerivnik|jefe|cabecilla|chefe|capo|szef|przywodca|organizator|organisateur|organizador|organizzatore',
  recruiter:
    'recruiter|anwerber|anwerberin|recruteur|recruteuse|recrutor|recrutoare|ronselaar|verbuvalnik|verbovchik|verbuvach|reclutador|reclutadora|captador|recrutador|reclutatore|werbownik|rekruter',
  transporter:
    'transporter|driver|smuggler|courier|pilot|skipper|fahrer|schleuser|schleuserfahrer|transporteur|passeur|chauffeur|conducteur|transportator|sofer|calauza|vervoerder|bestuurder|smokkelaar|pereviznik|vodiy|shofor|prevozvach|kanaldzhiya|transportista|conductor|motorista|trasportatore|autista|przewoznik|kierowca',
  harbourer:
    'harbourer|harborer|safe house keeper|landlord|housing provider|quartiergeber|vermieter|unterkunftgeber|hebergeur|logeur|gazduitor|gazda|huisvester|verhuurder|utrimuvach zhitla|hazyain|arendodavets|alojador|casero|alojador|ospitante|wynajmujacy',
  guard:
    'guard|controller|enforcer|supervisor|overseer|aufpasser|bewacher|surveillant|gardien|paznic|supraveghetor|bewaker|okhoronets|ohronets|pazach|nadziratel|nahlyadach|guardian|vigilante|guarda|guardiano|straznik',
  'money-handler':
    'money handler|money courier|money mule|cashier|treasurer|hawaladar|banker|geldkurier|geldbote|kassierer|collecteur de fonds|collecteur|curier de bani|casier|geldkoerier|geldezel|kasir|kasier|correo de dinero|cajero|tesorero|mula|cassiere|kurier pieniedzy|kasjer',
  'document-supplier':
    'document supplier|forger|document forger|counterfeiter|dokumentenlieferant|falscher|dokumentenfalscher|fournisseur de documents|faussaire|furnizor de documente|falsificator|documentenleverancier|vervalser|postachalnik dokumentiv|dostavchik na dokumenti|falshifikator|proveedor de documentos|falsificador|fornitore di documenti|falsario|falszerz|dostawca dokumentow',
  advertiser:
    'advertiser|ad placer|publisher|inserent|annonceur|publicitar|adverteerder|rozmishchuvach ogoloshen|reklamodatel|anunciante|inserzionista|reklamodawca',
  facilitator:
    'facilitator|helper|enabler|middleman|intermediary|broker|helfer|vermittler|mittelsmann|facilitateur|intermediaire|intermediar|tussenpersoon|poserednik|posrednik|facilitador|intermediario|facilitatore|posrednik|pomocnik|fixer',
  exploiter:
    'exploiter|pimp|gangmaster|trafficker|ausbeuter|zuhalter|menschenhandler|exploitant|exploiteur|proxenete|exploatator|proxenet|traficant|uitbuiter|pooier|mensenhandelaar|ekspluatator|sutenor|trafikant|explotador|proxeneta|tratante|explorador|sfruttatore|wyzyskiwacz|sutener',
  victim:
    'victim|opfer|victime|slachtoffer|victima|poterpiliy|poterpila|zhertva|vitima|vittima|ofiara|smuggled migrant|migrant',
  worker:
    'worker|employee|labourer|laborer|arbeiter|arbeiterin|arbeitnehmer|mitarbeiter|ouvrier|ouvriere|travailleur|salarie|muncitor|muncitoare|angajat|werknemer|arbeider|pratsivnik|pratsivnitsya|robitnik|rabotnik|trabajador|trabajadora|empleado|trabalhador|lavoratore|pracownik',
  witness: 'witness|zeuge|zeugin|temoin|martor|getuige|svidok|svidetel|testigo|testemunha|testimone|swiadek',
  contact: 'contact|associate|kontakt|kontaktperson|relation|contactpersoon|contacto|contato|contatto',
  other:
    'other|unknown role|sonstige|sonstiger|sonstiges|andere|autre|altele|altul|overig|anders|inshe|inshiy|drugo|drug|otro|otra|outro|altro|inne|inny',
});

/** A role, from its code or a known word. */
export function parseRole(text: string): Parsed {
  if (text.trim() === '') return nothing;
  if (text.length > 100) return failed('value-unreadable');
  if (Object.hasOwn(roles, text)) return parsed(text);
  const found = words.find(foldPhrase(text));
  return found === undefined ? failed('value-unreadable') : parsed(found);
}
