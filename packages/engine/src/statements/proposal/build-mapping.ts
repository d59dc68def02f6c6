import type { Mapping, PropertySource } from '@clew/model/mapping.ts';
import type { Sample } from '../../contribution/sample.ts';
import type { Choice } from './choice.ts';
import type { Chosen } from './choose-slots.ts';
import { fitOf } from './column-values.ts';
import { Draft } from './draft.ts';
import type { RecordTypes } from './record-types.ts';

export interface Built {
  readonly mapping: Mapping;
  /** Where each choice went: the subject's name and its property. */
  readonly places: ReadonlyMap<Choice, { readonly subject: string; readonly property: string }>;
}

/** Puts what was chosen together: subjects, their properties, their keys and what refers to what. */
export function buildMapping(sample: Sample, chosen: Chosen, types: RecordTypes | undefined): Built {
  return new Builder(sample, chosen, types).build();
}

const addressOrder = ['street', 'full', 'number', 'unit', 'postcode', 'city', 'region', 'country'];

class Builder {
  readonly #chosen: Chosen;
  readonly #types: RecordTypes | undefined;
  readonly #draft: Draft;

  constructor(sample: Sample, chosen: Chosen, types: RecordTypes | undefined) {
    this.#chosen = chosen;
    this.#types = types;
    this.#draft = new Draft(sample);
  }

  build(): Built {
    this.#addPeople();
    this.#addOrganizations();
    this.#addAddress();
    this.#addThings();
    this.#addEvents();
    this.#addReferences();
    this.#addKeys();
    return { mapping: this.#draft.mapping(this.#seen()), places: this.#draft.places };
  }

  #of(group: string): readonly Choice[] {
    return this.#chosen.choices.filter(({ slot }) => slot.group === group);
  }

  #first(id: string): Choice | undefined {
    return this.#chosen.choices.find(({ slot }) => slot.id === id);
  }

  /** The choice that dates the row: an event's own date, else the column that says when it was entered. */
  #seen(): Choice | undefined {
    const dates = [
      'payment.date',
      'communication.date',
      'advert.date',
      'trip.date',
      'sighting.date',
      'document.examined',
    ];
    const own = dates.map((id) => this.#first(id)).find((choice) => choice !== undefined);
    return own ?? this.#first('row.seen') ?? this.#first('case.opened');
  }

  #addPeople(): void {
    const choices = this.#of('person');
    const { payment, advert } = this.#chosen.flavour;
    if (payment) {
      for (const end of ['payer', 'payee'])
        if (!isAccountAlone(this.#of(end))) this.#draft.putAll(end, 'person', this.#of(end));
    }
    if (choices.length === 0) return;
    const own = choices.filter(({ slot }) => slot.property !== 'address');
    if (payment && isAccountAlone(own)) this.#draft.put('account', 'account', 'number', own.slice(0, 1));
    else if (this.#isOrganizationFile()) this.#draft.putAll('organization', 'organization', own);
    else if (!advert) this.#draft.putAll('person', 'person', own);
    const person = this.#draft.subjects.get('person');
    if (person !== undefined && this.#types !== undefined) person.when = this.#types.person;
  }

  /** Rows about organisations: nothing in them is a person's alone. */
  #isOrganizationFile(): boolean {
    if (this.#types !== undefined || this.#chosen.flavour.person) return false;
    const isPersonal = ({ slot }: Choice) =>
      ['name', 'birthDate', 'sex', 'category', 'role', 'alias', 'birthPlace', 'plate', 'document'].includes(
        slot.property,
      );
    return this.#of('organization').length > 0 && !this.#of('person').some(isPersonal);
  }

  #addOrganizations(): void {
    const choices = this.#of('organization');
    const employer = this.#of('employer');
    const carrier = this.#of('carrier');
    this.#draft.putAll('organization', 'organization', choices);
    if (this.#types !== undefined) this.#shareWithOrganizations();
    const name = this.#types === undefined && choices.length === 0 ? 'organization' : 'employer';
    this.#draft.put(name, 'organization', 'name', employer);
    const carrying = this.#draft.subjects.has('organization') ? 'carrier' : 'organization';
    this.#draft.put(carrying, 'organization', 'name', carrier);
  }

  /** In a file of both, what both can have is read for both. */
  #shareWithOrganizations(): void {
    const shared: Readonly<Record<string, string>> = {
      name: 'name',
      alias: 'alias',
      phone: 'phone',
      email: 'email',
      account: 'account',
      note: 'note',
      document: 'registrationNumber',
      taxNumber: 'registrationNumber',
    };
    const organization = this.#draft.subject('organization', 'organization');
    organization.when = this.#types?.organization;
    const own = this.#of('organization');
    for (const target of new Set(Object.values(shared))) {
      const ownColumns = own.filter(({ slot }) => slot.property === target);
      const hasName = target === 'name' && ownColumns.length > 0;
      const others = this.#of('person').filter(
        ({ slot, column }) =>
          shared[slot.property] === target && !/passport|driv|ssn|social|licen|native/i.test(column),
      );
      this.#draft.put(
        'organization',
        'organization',
        target,
        hasName ? ownColumns : [...ownColumns, ...others],
      );
    }
  }

  #addAddress(): void {
    const { advert, sighting } = this.#chosen.flavour;
    const full = this.#of('person').filter(({ slot }) => slot.property === 'address');
    const parts = [...this.#of('address'), ...full].sort((a, b) => addressRank(a) - addressRank(b));
    if (parts.length === 0 || advert) return;
    const told = (properties: readonly string[]) =>
      parts.some(({ slot }) => properties.includes(slot.property));
    const exact = told(['street', 'full', 'address', 'postcode']);
    const lived =
      told(['city']) && !sighting && this.#seen() === undefined && this.#draft.subjects.has('person');
    if (!exact && !lived) {
      this.#addWhereabouts(parts, sighting);
      return;
    }
    const holders: [string, string][] = [];
    if (this.#types !== undefined) holders.push(['person', 'person'], ['organization', 'organization']);
    else if (this.#draft.subjects.has('person')) holders.push(['person', 'person']);
    else if (this.#draft.subjects.has('organization')) holders.push(['organization', 'organization']);
    else holders.push(['address', 'address']);
    for (const [name, type] of holders) {
      const property = type === 'address' ? 'full' : 'address';
      const source: PropertySource = { columns: parts.map(({ column }) => column) };
      this.#draft.subject(name, type).properties[property] ??= source;
      for (const part of parts) this.#draft.place(part, name, property);
    }
  }

  /** A city or country without a street, and the day, is where somebody was seen. Without a day a city is where they live. */
  #addWhereabouts(parts: readonly Choice[], taken: boolean): void {
    if (taken || !this.#draft.subjects.has('person') || this.#seen() === undefined) return;
    this.#draft.put(
      'sighting',
      'sighting',
      'place',
      parts.filter(({ slot }) => slot.property === 'city').slice(0, 1),
    );
    this.#draft.put(
      'sighting',
      'sighting',
      'country',
      parts.filter(({ slot }) => slot.property === 'country').slice(0, 1),
    );
    const seen = this.#seen() as Choice;
    if (this.#draft.subjects.has('sighting')) this.#draft.put('sighting', 'sighting', 'date', [seen]);
  }

  #addThings(): void {
    this.#draft.putAll('case', 'case', this.#of('case'));
    const { document, trip, sighting, person } = this.#chosen.flavour;
    if (document) {
      const number = [
        ...this.#of('person')
          .filter(({ slot }) => slot.property === 'document')
          .slice(0, 1),
      ];
      const own = this.#of('document').filter(({ slot }) => slot.property === 'number');
      this.#draft.putAll('document', 'document', this.#of('document'));
      if (own.length === 0) this.#draft.put('document', 'document', 'number', number);
      this.#linkHolder(own);
    }
    const vehicle = this.#of('vehicle');
    const plates = this.#of('person').filter(({ slot }) => slot.property === 'plate');
    if (vehicle.length > 0) this.#draft.putAll('vehicle', 'vehicle', vehicle);
    const needed = vehicle.length > 0 || trip || sighting || !person;
    if (needed && !this.#draft.has('vehicle', 'plate'))
      this.#draft.put('vehicle', 'vehicle', 'plate', plates.slice(0, 1));
    const bank = this.#of('account');
    const account = this.#of('person').filter(({ slot }) => slot.property === 'account');
    if (bank.some(({ slot }) => slot.property === 'bank') && account.length > 0) {
      this.#draft.putAll(
        'account',
        'account',
        bank.filter(({ slot }) => slot.property === 'bank'),
      );
      this.#draft.put('account', 'account', 'number', account.slice(0, 1));
    }
  }

  /** The person who holds a document has its number, and the document has the person's name. */
  #linkHolder(number: readonly Choice[]): void {
    const holder = this.#of('document').filter(({ slot }) => slot.property === 'holderName');
    const names = this.#of('person').filter(({ slot }) => slot.property === 'name');
    if (holder.length > 0 && names.length === 0 && !this.#chosen.choices.some(isNamePart)) {
      this.#draft.put('person', 'person', 'name', holder);
    }
    if (this.#chosen.flavour.sighting || !this.#draft.subjects.has('person')) {
      if (this.#draft.subjects.has('person') && number.length > 0)
        this.#draft.put('person', 'person', 'document', number);
      return;
    }
    if (number.length > 0) this.#draft.put('person', 'person', 'document', number);
    if (names.length > 0 && holder.length === 0)
      this.#draft.put('document', 'document', 'holderName', names.slice(0, 1));
  }

  #addEvents(): void {
    const { payment, communication, advert, trip, sighting } = this.#chosen.flavour;
    const seen = this.#seen();
    const date = (name: string) => {
      if (seen !== undefined && !this.#draft.has(name, 'date')) this.#draft.put(name, name, 'date', [seen]);
    };
    if (payment) {
      this.#draft.putAll('payment', 'payment', this.#of('payment'));
      const ends = (group: string) =>
        this.#of(group)
          .filter(({ slot }) => slot.property === 'account')
          .slice(0, 1);
      this.#draft.put('payment', 'payment', 'payer', ends('payer'));
      this.#draft.put('payment', 'payment', 'payee', ends('payee'));
      date('payment');
    }
    if (communication) {
      this.#draft.putAll('communication', 'communication', this.#of('communication'));
      date('communication');
      const isTimed = seen !== undefined && fitOf('time', seen.given) >= 0.5 && seen.given.values.length > 0;
      if (isTimed && !this.#draft.has('communication', 'time'))
        this.#draft.put('communication', 'communication', 'time', [seen]);
      this.#addEnd('sender', this.#of('payer'), 'from');
      this.#addEnd('recipient', this.#of('payee'), 'to');
    }
    if (advert) {
      this.#draft.putAll('advert', 'advert', this.#of('advert'));
      for (const property of ['phone', 'handle']) {
        const loose = this.#of('person').filter(({ slot }) => slot.property === property);
        if (!this.#draft.has('advert', property)) this.#draft.put('advert', 'advert', property, loose);
      }
      date('advert');
    }
    if (trip) {
      this.#draft.putAll('trip', 'trip', this.#of('trip'));
      date('trip');
    }
    if (sighting) {
      this.#draft.putAll('sighting', 'sighting', this.#of('sighting'));
      date('sighting');
    }
    const document = this.#draft.subjects.get('document');
    if (document !== undefined && seen !== undefined && this.#isExamination()) {
      if (!this.#draft.has('document', 'examined'))
        this.#draft.put('document', 'document', 'examined', [seen]);
    }
  }

  /** Whoever is at one end of a message, where the row tells more of them than the account. Each account is one person's. */
  #addEnd(name: 'sender' | 'recipient', choices: readonly Choice[], end: 'from' | 'to'): void {
    if (choices.length === 0) return;
    this.#draft.putAll(name, 'person', choices);
    for (const [property, id] of [
      ['phone', `communication.${end}Phone`],
      ['handle', `communication.${end}Handle`],
    ] as const) {
      const account = this.#chosen.choices.filter(({ slot }) => slot.id === id);
      this.#draft.put(name, 'person', property, account);
      this.#draft.keyBy(name, property);
    }
    this.#draft.refer('communication', name, name);
  }

  #isExamination(): boolean {
    return ['document.fraud', 'document.source', 'document.examined'].some(
      (id) => this.#first(id) !== undefined,
    );
  }

  #addReferences(): void {
    this.#draft.refer('person', 'case', 'case');
    this.#draft.refer('document', 'case', 'case');
    if (this.#types === undefined && this.#of('organization').length > 0)
      this.#draft.refer('organization', 'case', 'case');
    this.#draft.refer('document', 'holder', 'person');
    this.#draft.refer('account', 'holder', 'person');
    this.#draft.refer('trip', 'traveller', 'person');
    this.#draft.refer('trip', 'vehicle', 'vehicle');
    this.#draft.refer('sighting', 'person', 'person');
    this.#draft.refer('sighting', 'vehicle', 'vehicle');
    const isCarrier = this.#of('carrier').length > 0;
    const carrier = this.#draft.subjects.has('carrier') ? 'carrier' : 'organization';
    if (isCarrier) this.#draft.refer('trip', 'carrier', carrier);
    if (this.#draft.subjects.has('employer')) this.#draft.refer('person', 'employer', 'employer');
    else if (this.#types === undefined && !(isCarrier && carrier === 'organization')) {
      this.#draft.refer('person', 'employer', 'organization');
    }
    if (!this.#draft.has('person', 'plate')) this.#draft.refer('person', 'vehicle', 'vehicle');
  }

  #addKeys(): void {
    this.#draft.keyBy('case', 'number');
    this.#draft.keyBy('vehicle', 'plate');
    if (this.#types === undefined) this.#draft.keyBy('organization', 'registrationNumber');
    const id = this.#first('row.id');
    if (id === undefined || !identifies(id)) return;
    const main = [
      'payment',
      'communication',
      'advert',
      'person',
      'organization',
      'document',
      'trip',
      'sighting',
    ].filter((name) => this.#draft.subjects.has(name));
    const names = this.#types === undefined ? main.slice(0, 1) : ['person', 'organization'];
    for (const name of names) {
      const subject = this.#draft.subjects.get(name);
      if (subject !== undefined) subject.key = [id.column];
      if (subject !== undefined) this.#draft.place(id, name, 'key');
    }
  }
}

/** Nothing is told but an account, which is a thing by itself: a row of payments makes no nameless person of it. */
function isAccountAlone(choices: readonly Choice[]): boolean {
  return choices.every(({ slot }) => slot.property === 'account');
}

function isNamePart({ slot }: Choice): boolean {
  return slot.id === 'person.firstName' || slot.id === 'person.lastName';
}

function addressRank({ slot }: Choice): number {
  return addressOrder.indexOf(slot.property === 'address' ? 'full' : slot.property);
}

/** Whether the values of an id column tell rows apart. */
function identifies({ given }: Choice): boolean {
  return given.filled >= 0.99 && given.distinct.length === given.values.length && given.values.length > 0;
}
