import type { ValueKind } from '@clew/model/ontology/entity-type.ts';
import { ontology } from '@clew/model/ontology/ontology.ts';

/**
 * What a column can be: a property of a type (`person.birthDate`), or something of the row itself (`row.seen`), a part
 * of an address, an end of a payment, an organisation in a part it plays.
 */
export interface Slot {
  readonly id: string;
  readonly group: string;
  readonly property: string;
  readonly kind: ValueKind;
}

const rowSlots: Readonly<Record<string, readonly [ValueKind, string]>> = {
  'row.id': [
    'text',
    'id|record id|record number|rec id|record|uid|unique id|identifier|entry id|person id|subject id|advert id|ad id|transaction reference|transaction id|reference|reference number|payment id|lfd nr|laufende nummer|datensatz|datensatznummer|identifiant|id inregistrare|registratienummer|identificador',
  ],
  'row.type': [
    'text',
    'record type|entity type|schema|type of record|subject kind|entity kind|legal form type',
  ],
  'row.seen': [
    'date',
    'date|datum|data|fecha|date of entry|entry date|date entered|recorded|record date|recorded on|date recorded|check date|checked on|date of check|date of call|call date|report date|reported on|date reported|inspection date|inspected on|examination date|examined on|posted at|value date|account opened|seen|seen on|event date|timestamp|created|created at|last seen|erfassungsdatum|erfasst am|meldedatum|eingangsdatum|date de saisie|date d enregistrement|date du controle|data inregistrarii|data introducerii|data inregistrare|inspectiedatum|registratiedatum|datum registratie|data vnesennya|data reyestratsiyi|data na registratsiya|data na vavezhdane|data registratsii|fecha de salida|fecha de registro|fecha|data de registo|data di registrazione|data rejestracji|data wpisu|kontrolldatum',
  ],
  'row.skip': [
    'text',
    'data source|source system|phone type|addr type|address type|national id type|national id country|tax id type|tax id country|passport country|drivers license state|driver license state|status|rel anchor key|rel pointer key|rel pointer role|record status|row|row number|index|cluster|topics|email type',
  ],
  'address.number': [
    'code',
    'house number|house no|street number|building number|hausnummer|hausnr|numero de rue|numar strada|huisnummer|nomer budinku|numero civico|nr domu',
  ],
  'address.unit': [
    'code',
    'unit|flat|apartment|apt|floor|wohnung|appartement|apartament|toevoeging|kvartira|piso|interno',
  ],
  'employer.name': [
    'name',
    'employer|employer name|arbeitgeber|employeur|angajator|werkgever|mistse roboti|pratsodavets|rabotodatel|mestorabota|empleador|empregador|datore di lavoro|pracodawca|works for|place of work',
  ],
  'carrier.name': [
    'name',
    'carrier|carrier name|transport company|bus company|airline|befordrer|transporteur|transportista|empresa de transporte|vervoersmaatschappij|pereviznik|prevozvach|vettore|przewoznik',
  ],
  'payer.name': [
    'name',
    'payer|payer name|sender|sender name|remitter|debtor|ordering party|originator|from name|auftraggeber|zahler|donneur d ordre|ordonnateur|platitor|betaler|ordenante|ordinante|zleceniodawca|naredtel',
  ],
  'payer.account': [
    'iban',
    'payer account|payer iban|sender account|debtor account|from account|account from|konto auftraggeber|compte donneur d ordre|cont platitor|cuenta ordenante',
  ],
  'payee.name': [
    'name',
    'payee|payee name|beneficiary|beneficiary name|receiver|receiver name|recipient|creditor|to name|empfanger|begunstigter|beneficiaire|beneficiar|begunstigde|ontvanger|beneficiario|odbiorca|poluchatel',
  ],
  'payee.account': [
    'iban',
    'payee account|payee iban|beneficiary account|creditor account|receiver account|to account|account to|konto empfanger|compte beneficiaire|cont beneficiar|cuenta beneficiario',
  ],
};

/** Types that rows are never about by their header alone: a phone is a property of somebody. */
const indirect: ReadonlySet<string> = new Set(['phone', 'handset', 'email', 'handle', 'source']);

export const slots: ReadonlyMap<string, Slot> = new Map(allSlots().map((slot) => [slot.id, slot]));

function allSlots(): Slot[] {
  const found: Slot[] = [];
  for (const type of ontology) {
    if (indirect.has(type.id)) continue;
    for (const [property, { kind }] of Object.entries(type.properties)) {
      if (kind !== 'ref') found.push({ id: `${type.id}.${property}`, group: type.id, property, kind });
    }
  }
  for (const [id, [kind]] of Object.entries(rowSlots)) {
    const [group, property] = id.split('.') as [string, string];
    found.push({ id, group, property, kind });
  }
  return found;
}

/** Slots by the header phrase that names them. */
export const slotsByPhrase: ReadonlyMap<string, readonly Slot[]> = phraseIndex();

function phraseIndex(): Map<string, Slot[]> {
  const index = new Map<string, Slot[]>();
  const add = (phrase: string, id: string) => {
    const slot = slots.get(id);
    if (slot === undefined) return;
    const list = index.get(phrase) ?? [];
    list.push(slot);
    index.set(phrase, list);
  };
  for (const type of ontology) {
    for (const [property, { headers }] of Object.entries(type.properties)) {
      for (const phrase of headers) add(phrase, `${type.id}.${property}`);
    }
  }
  for (const [id, [, line]] of Object.entries(rowSlots))
    for (const phrase of line.split('|')) add(phrase, id);
  return index;
}
