import type { Mapping, PropertySource, SubjectMapping } from '@clew/model/mapping.ts';
import { findProperty } from '@clew/model/ontology/ontology.ts';
import { valueSeparator } from '../../contribution/reader.ts';
import type { Sample } from '../../contribution/sample.ts';
import type { Choice, Chosen } from './choose-slots.ts';
import { type Source, sourceFrom } from './property-source.ts';
import type { RecordTypes } from './record-types.ts';

/** One property of one proposed subject. */
type Draft = Record<string, PropertySource>;

interface Subject {
  readonly type: string;
  properties: Draft;
  key?: readonly string[] | undefined;
  when?: SubjectMapping['when'];
}

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
  readonly #sample: Sample;
  readonly #chosen: Chosen;
  readonly #types: RecordTypes | undefined;
  readonly #subjects = new Map<string, Subject>();
  readonly #places = new Map<Choice, { subject: string; property: string }>();

  constructor(sample: Sample, chosen: Chosen, types: RecordTypes | undefined) {
    this.#sample = sample;
    this.#chosen = chosen;
    this.#types = types;
  }

  build(): Built {
    this.#addPeople();
    this.#addOrganizations();
    this.#addAddress();
    this.#addThings();
    this.#addEvents();
    this.#addReferences();
    this.#addKeys();
    return { mapping: this.#mapping(), places: this.#places };
  }

  #mapping(): Mapping {
    const seen = this.#seen();
    const { reader, sheet, encoding, separator } = this.#sample;
    const subjects: Record<string, SubjectMapping> = {};
    for (const [name, { type, key, when, properties }] of this.#subjects) {
      if (Object.keys(properties).length === 0) continue;
      subjects[name] = {
        type,
        ...(key === undefined ? {} : { key: [...key] }),
        ...(when === undefined ? {} : { when }),
        properties,
      };
    }
    const known = ['csv', 'xlsx', 'json', 'ftm'].find((id) => id === reader) as Mapping['reader'];
    return {
      clew: 1,
      ...(known === undefined ? {} : { reader: known }),
      ...(sheet === null ? {} : { sheet }),
      ...(encoding === null || known !== 'csv' ? {} : { encoding }),
      ...(separator === null || separator.length !== 1 ? {} : { separator }),
      ...(seen === undefined ? {} : { seen: { column: seen.column, ...orderOf(seen) } }),
      subjects,
    };
  }

  #of(group: string): readonly Choice[] {
    return this.#chosen.choices.filter(({ slot }) => slot.group === group);
  }

  #first(id: string): Choice | undefined {
    return this.#chosen.choices.find(({ slot }) => slot.id === id);
  }

  /** The choice that dates the row: an event's own date, else the column that says when it was entered. */
  #seen(): Choice | undefined {
    const dates = ['payment.date', 'advert.date', 'trip.date', 'sighting.date', 'document.examined'];
    const own = dates.map((id) => this.#first(id)).find((choice) => choice !== undefined);
    return own ?? this.#first('row.seen') ?? this.#first('case.opened');
  }

  #subject(name: string, type: string): Subject {
    const known = this.#subjects.get(name);
    if (known !== undefined) return known;
    const subject: Subject = { type, properties: {} };
    this.#subjects.set(name, subject);
    return subject;
  }

  /** Adds the choices of one property to a subject: one column, or several that each hold a value of their own. */
  #put(name: string, type: string, property: string, choices: readonly Choice[]): void {
    if (choices.length === 0) return;
    const kind = findProperty(type, property)?.kind;
    if (kind === undefined) return;
    const sources: Source[] = choices.map(({ column, given, options }) => ({ column, given, options }));
    const split =
      this.#sample.reader === 'csv' || this.#sample.reader === 'xlsx' ? undefined : valueSeparator;
    const subject = this.#subject(name, type);
    subject.properties[property] = sourceFrom(kind, sources, { split });
    for (const choice of choices) {
      if (!this.#places.has(choice)) this.#places.set(choice, { subject: name, property });
    }
  }

  #putAll(name: string, type: string, choices: readonly Choice[]): void {
    const properties = new Set(choices.map(({ slot }) => slot.property));
    for (const property of properties) {
      this.#put(
        name,
        type,
        property,
        choices.filter(({ slot }) => slot.property === property),
      );
    }
  }

  #addPeople(): void {
    const choices = this.#of('person');
    const { payment, advert } = this.#chosen.flavour;
    if (payment) {
      this.#putAll('payer', 'person', this.#of('payer'));
      this.#putAll('payee', 'person', this.#of('payee'));
    }
    if (choices.length === 0) return;
    const own = choices.filter(({ slot }) => slot.property !== 'address');
    if (this.#isOrganizationFile()) this.#putAll('organization', 'organization', own);
    else if (!advert) this.#putAll('person', 'person', own);
    const person = this.#subjects.get('person');
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
    this.#putAll('organization', 'organization', choices);
    if (this.#types !== undefined) this.#shareWithOrganizations();
    const name = this.#types === undefined && choices.length === 0 ? 'organization' : 'employer';
    this.#put(name, 'organization', 'name', employer);
    const carrying = this.#subjects.has('organization') ? 'carrier' : 'organization';
    this.#put(carrying, 'organization', 'name', carrier);
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
    const organization = this.#subject('organization', 'organization');
    organization.when = this.#types?.organization;
    const own = this.#of('organization');
    for (const target of new Set(Object.values(shared))) {
      const ownColumns = own.filter(({ slot }) => slot.property === target);
      const hasName = target === 'name' && ownColumns.length > 0;
      const others = this.#of('person').filter(
        ({ slot, column }) =>
          shared[slot.property] === target && !/passport|driv|ssn|social|licen|native/i.test(column),
      );
      this.#put('organization', 'organization', target, hasName ? ownColumns : [...ownColumns, ...others]);
    }
  }

  #addAddress(): void {
    const { advert, sighting } = this.#chosen.flavour;
    const full = this.#of('person').filter(({ slot }) => slot.property === 'address');
    const parts = [...this.#of('address'), ...full].sort((a, b) => addressRank(a) - addressRank(b));
    if (parts.length === 0 || advert) return;
    const exact = parts.some(({ slot }) => ['street', 'full', 'address', 'postcode'].includes(slot.property));
    if (!exact) {
      this.#addWhereabouts(parts, sighting);
      return;
    }
    const holders: [string, string][] = [];
    if (this.#types !== undefined) holders.push(['person', 'person'], ['organization', 'organization']);
    else if (this.#subjects.has('person')) holders.push(['person', 'person']);
    else if (this.#subjects.has('organization')) holders.push(['organization', 'organization']);
    else holders.push(['address', 'address']);
    for (const [name, type] of holders) {
      const property = type === 'address' ? 'full' : 'address';
      const source: PropertySource = { columns: parts.map(({ column }) => column) };
      this.#subject(name, type).properties[property] ??= source;
      for (const part of parts)
        if (!this.#places.has(part)) this.#places.set(part, { subject: name, property });
    }
  }

  /** A city or country without a street is not an address: it is where somebody was seen. */
  #addWhereabouts(parts: readonly Choice[], taken: boolean): void {
    if (taken || !this.#subjects.has('person') || this.#seen() === undefined) return;
    this.#put(
      'sighting',
      'sighting',
      'place',
      parts.filter(({ slot }) => slot.property === 'city').slice(0, 1),
    );
    this.#put(
      'sighting',
      'sighting',
      'country',
      parts.filter(({ slot }) => slot.property === 'country').slice(0, 1),
    );
    const seen = this.#seen() as Choice;
    if (this.#subjects.has('sighting')) this.#put('sighting', 'sighting', 'date', [seen]);
  }

  #addThings(): void {
    this.#putAll('case', 'case', this.#of('case'));
    const { document, trip, sighting, person } = this.#chosen.flavour;
    if (document) {
      const number = [
        ...this.#of('person')
          .filter(({ slot }) => slot.property === 'document')
          .slice(0, 1),
      ];
      const own = this.#of('document').filter(({ slot }) => slot.property === 'number');
      this.#putAll('document', 'document', this.#of('document'));
      if (own.length === 0) this.#put('document', 'document', 'number', number);
      this.#linkHolder(own);
    }
    const vehicle = this.#of('vehicle');
    const plates = this.#of('person').filter(({ slot }) => slot.property === 'plate');
    if (vehicle.length > 0) this.#putAll('vehicle', 'vehicle', vehicle);
    const needed = vehicle.length > 0 || trip || sighting || !person;
    if (needed && !this.#hasProperty('vehicle', 'plate'))
      this.#put('vehicle', 'vehicle', 'plate', plates.slice(0, 1));
    const bank = this.#of('account');
    const account = this.#of('person').filter(({ slot }) => slot.property === 'account');
    if (bank.some(({ slot }) => slot.property === 'bank') && account.length > 0) {
      this.#putAll(
        'account',
        'account',
        bank.filter(({ slot }) => slot.property === 'bank'),
      );
      this.#put('account', 'account', 'number', account.slice(0, 1));
    }
  }

  /** The person who holds a document has its number, and the document has the person's name. */
  #linkHolder(number: readonly Choice[]): void {
    const holder = this.#of('document').filter(({ slot }) => slot.property === 'holderName');
    const names = this.#of('person').filter(({ slot }) => slot.property === 'name');
    if (holder.length > 0 && names.length === 0 && !this.#chosen.choices.some(isNamePart)) {
      this.#put('person', 'person', 'name', holder);
    }
    if (this.#chosen.flavour.sighting || !this.#subjects.has('person')) {
      if (this.#subjects.has('person') && number.length > 0)
        this.#put('person', 'person', 'document', number);
      return;
    }
    if (number.length > 0) this.#put('person', 'person', 'document', number);
    if (names.length > 0 && holder.length === 0)
      this.#put('document', 'document', 'holderName', names.slice(0, 1));
  }

  #hasProperty(name: string, property: string): boolean {
    return this.#subjects.get(name)?.properties[property] !== undefined;
  }

  #addEvents(): void {
    const { payment, advert, trip, sighting } = this.#chosen.flavour;
    const seen = this.#seen();
    const date = (name: string) => {
      if (seen !== undefined && !this.#hasProperty(name, 'date')) this.#put(name, name, 'date', [seen]);
    };
    if (payment) {
      this.#putAll('payment', 'payment', this.#of('payment'));
      const ends = (group: string) =>
        this.#of(group)
          .filter(({ slot }) => slot.property === 'account')
          .slice(0, 1);
      this.#put('payment', 'payment', 'payer', ends('payer'));
      this.#put('payment', 'payment', 'payee', ends('payee'));
      date('payment');
    }
    if (advert) {
      this.#putAll('advert', 'advert', this.#of('advert'));
      for (const property of ['phone', 'handle']) {
        const loose = this.#of('person').filter(({ slot }) => slot.property === property);
        if (!this.#hasProperty('advert', property)) this.#put('advert', 'advert', property, loose);
      }
      date('advert');
    }
    if (trip) {
      this.#putAll('trip', 'trip', this.#of('trip'));
      date('trip');
    }
    if (sighting) {
      this.#putAll('sighting', 'sighting', this.#of('sighting'));
      date('sighting');
    }
    const document = this.#subjects.get('document');
    if (document !== undefined && seen !== undefined && this.#isExamination()) {
      if (!this.#hasProperty('document', 'examined')) this.#put('document', 'document', 'examined', [seen]);
    }
  }

  #isExamination(): boolean {
    return ['document.fraud', 'document.source', 'document.examined'].some(
      (id) => this.#first(id) !== undefined,
    );
  }

  #addReferences(): void {
    const refer = (from: string, property: string, to: string) => {
      const subject = this.#subjects.get(from);
      if (subject === undefined || !this.#subjects.has(to)) return;
      subject.properties[property] ??= { ref: to };
    };
    refer('person', 'case', 'case');
    refer('document', 'case', 'case');
    if (this.#types === undefined && this.#of('organization').length > 0)
      refer('organization', 'case', 'case');
    refer('document', 'holder', 'person');
    refer('account', 'holder', 'person');
    refer('trip', 'traveller', 'person');
    refer('trip', 'vehicle', 'vehicle');
    refer('sighting', 'person', 'person');
    refer('sighting', 'vehicle', 'vehicle');
    const isCarrier = this.#of('carrier').length > 0;
    const carrier = this.#subjects.has('carrier') ? 'carrier' : 'organization';
    if (isCarrier) refer('trip', 'carrier', carrier);
    if (this.#subjects.has('employer')) refer('person', 'employer', 'employer');
    else if (this.#types === undefined && !(isCarrier && carrier === 'organization')) {
      refer('person', 'employer', 'organization');
    }
    if (!this.#hasProperty('person', 'plate')) refer('person', 'vehicle', 'vehicle');
  }

  #addKeys(): void {
    const keyed = (name: string, property: string) => {
      const subject = this.#subjects.get(name);
      const column = subject?.properties[property]?.columns?.[0];
      if (subject !== undefined && column !== undefined) subject.key = [column];
    };
    keyed('case', 'number');
    keyed('vehicle', 'plate');
    if (this.#types === undefined) keyed('organization', 'registrationNumber');
    const id = this.#first('row.id');
    if (id === undefined || !identifies(id)) return;
    const main = ['payment', 'advert', 'person', 'organization', 'document', 'trip', 'sighting'].filter(
      (name) => this.#subjects.has(name),
    );
    const names = this.#types === undefined ? main.slice(0, 1) : ['person', 'organization'];
    for (const name of names) {
      const subject = this.#subjects.get(name);
      if (subject !== undefined) subject.key = [id.column];
      if (subject !== undefined && !this.#places.has(id))
        this.#places.set(id, { subject: name, property: 'key' });
    }
  }
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

function orderOf({ options }: Choice): Pick<NonNullable<Mapping['seen']>, 'order'> {
  return options.order === undefined ? {} : { order: options.order };
}
