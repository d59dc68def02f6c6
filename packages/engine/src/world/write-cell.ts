import type { AdvertRow, Appearance, CallRow, MessageRow, PaymentRow, ScreeningRow } from './appearance.ts';
import type { Cell } from './cell.ts';
import { type Dice, diceFor } from './dice.ts';
import type { RowPlace, Cell as Value } from './files/rows.ts';
import { brokenIban } from './identifiers.ts';
import { dayDate, factsOf, organisationName } from './partners/facts.ts';
import type { PartnerFiles } from './partners/partner-files.ts';
import type { Breakable, RowShape } from './partners/row-shape.ts';
import { rowShapes } from './partners/row-shapes.ts';
import { iso, slashes } from './partners/written-date.ts';
import type { Organisation, Person } from './people.ts';
import { addressLine } from './places.ts';
import { type TruthFiles, truthLists } from './truth-files.ts';

/** Rows of people of which something is spoiled on purpose. */
const spoiledRows = 0.006;

/** Writes everything in a cell to the partners' files, and what is true of it beside them. */
export function writeCell(cell: Cell, files: PartnerFiles, truth: TruthFiles): void {
  const dice = diceFor(cell.place.seed, 'writing', cell.place.cell);
  for (const appearance of cell.appearances) writePerson(cell, appearance, { files, truth, dice });
  for (const payment of cell.payments) writePayment(payment, { files, truth, dice });
  for (const advert of cell.adverts) writeAdvert(advert, { files, truth, dice });
  for (const message of cell.messages) writeMessage(message, { files, truth, dice });
  writeCompanies(cell, { files, truth, dice });
  for (const call of cell.calls) writeCall(call, { files, truth, dice });
  for (const screening of cell.screenings) writeScreening(screening, { files, truth });
  for (const name of truthLists) truth.lines(name, cell.truth[name]);
  for (const { id, culture, minor, category, networks, rows } of cell.people)
    truth.person(`p${id},${culture.id},${minor},${category},${networks.join(' ')},${rows}`);
}

interface Target {
  readonly files: PartnerFiles;
  readonly truth: TruthFiles;
  readonly dice: Dice;
}

function writePerson(cell: Cell, appearance: Appearance, { files, truth, dice }: Target): void {
  const { person, file, marks } = appearance;
  const shape = rowShapes[file];
  if (file === 'nl') person.employer ??= dice.pick(cell.organisations);
  const facts = factsOf(appearance, shape.habits, dice);
  const cells: Value[] = [];
  for (const [, write] of shape.columns) cells.push(write(facts, dice));
  const spoiled = marks.length === 0 && dice.chance(spoiledRows) ? spoil(shape, cells, dice) : null;
  const place = files.people[file].row(cells);
  person.rows++;
  truth.identity(place, 'person', 'person', `p${person.id}`);
  if (facts.organisation !== null && writesEmployer(shape))
    truth.identity(place, 'organization', 'organization', facts.organisation.id);
  for (const mark of marks) {
    if (mark.property === 'employer' || mark.thing === null) continue;
    if (mark.property !== 'document') truth.use(mark.thing, place, 'person', mark.property);
    else if (mark.shared === 'number') truth.use(mark.thing, place, 'person', 'document');
    else if (file === 'documents') truth.use(mark.thing, place, 'document', mark.shared ?? 'source');
  }
  if (spoiled !== null) truth.problem(place, spoiled.field, spoiled.kind);
}

function writesEmployer(shape: RowShape): boolean {
  const { employer } = shape.habits.gaps;
  return employer !== undefined;
}

interface Spoiled {
  readonly field: string;
  readonly kind: string;
}

/** Spoils one cell, or the shape of a CSV row, and says what it did. Null when nothing in the row lends itself. */
function spoil(shape: RowShape, cells: Value[], dice: Dice): Spoiled | null {
  if (shape.format.kind === 'csv' && dice.chance(0.15)) {
    if (dice.chance(0.5)) cells.push('?');
    else cells.pop();
    return { field: '', kind: 'row-shape' };
  }
  const candidates = shape.columns.flatMap(([field, , breakable], at) =>
    breakable !== undefined && cells[at] !== '' ? [{ field, breakable, at }] : [],
  );
  if (candidates.length === 0) return null;
  const { field, breakable, at } = dice.pick(candidates);
  const { value, kind } = spoiledValue(breakable, cells[at] ?? '', { shape, dice });
  cells[at] = value;
  return { field: field.replace(/^p\./, ''), kind };
}

function spoiledValue(
  breakable: Breakable,
  value: Value,
  { shape, dice }: { readonly shape: RowShape; readonly dice: Dice },
): { readonly value: Value; readonly kind: string } {
  switch (breakable) {
    case 'iban':
      return { value: brokenIban(String(value)), kind: 'iban-checksum' };
    case 'phone':
      return { value: String(10 + dice.below(80)), kind: 'phone-unreadable' };
    case 'country':
      return { value: dice.pick(['Atlantis', 'Utopia', 'Lummerland']), kind: 'country-unknown' };
    case 'category':
      return { value: dice.pick(['zzz', 'xq7', 'Stufe 9']), kind: 'category-unknown' };
    default: {
      if (dice.chance(0.3))
        return { value: dice.pick(['unbekannt', 'n/a ?', 'about spring']), kind: 'date-unreadable' };
      const impossible = { year: 1960 + dice.below(40), month: 2, day: 30 + dice.below(2) };
      return { value: shape.habits.date(impossible), kind: 'date-impossible' };
    }
  }
}

function writePayment(payment: PaymentRow, { files, truth, dice }: Target): void {
  const { payer, payee, amount, day, purpose, thing, place: counter } = payment;
  const broken = thing === null && payee !== null && dice.chance(0.003);
  const account = payee?.account ?? '';
  const place = files.payments.row([
    `T${String(dice.below(1_000_000_000)).padStart(9, '0')}`,
    slashes(dayDate(day)),
    commaAmount(amount),
    'EUR',
    payer === null ? '' : partyName(payer.name, dice),
    payer?.account ?? '',
    payee === null ? '' : partyName(payee.name, dice),
    broken ? brokenIban(account) : account,
    purpose,
    counter ?? '',
  ]);
  if (payer !== null) truth.identity(place, 'payer', typeOf(payer.name), payer.identity);
  if (payee !== null) truth.identity(place, 'payee', typeOf(payee.name), payee.identity);
  if (broken) truth.problem(place, 'Payee account', 'iban-checksum');
  if (thing === null) return;
  if (thing.startsWith('w') || thing.startsWith('m')) truth.payment(place, thing);
  else truth.use(thing, place, 'payment', 'payee');
}

function typeOf(party: Person | Organisation): string {
  return typeof party.id === 'number' ? 'person' : 'organization';
}

function partyName(party: Person | Organisation, dice: Dice): string {
  if (!('culture' in party)) return organisationName(party, { script: 'latin' }, dice);
  const usual = (spellings: readonly string[]) => spellings[0] ?? '';
  const [given, family] = [usual(party.given.spellings), usual(party.family.spellings)];
  return dice.chance(0.7) ? `${given} ${family}` : `${family.toUpperCase()} ${given}`;
}

/** `1250.5` as `1.250,50`. */
function commaAmount(amount: number): string {
  const [whole = '0', cents = '00'] = amount.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
}

function writeAdvert(advert: AdvertRow, { files, truth, dice }: Target): void {
  const { title, text, city, country, site, number, handle } = advert;
  const phone = advert.shown ? number : '';
  const hour = String(dice.below(24)).padStart(2, '0');
  const minute = String(dice.below(60)).padStart(2, '0');
  const posted = `${iso(dayDate(advert.day))}T${hour}:${minute}:00Z`;
  const id = `ad-${dice.below(1_000_000_000).toString(36)}`;
  const place = files.adverts.row([id, title, text, posted, city, country, site, phone, handle]);
  truth.advert(place, advert);
  if (advert.thing !== undefined) truth.use(advert.thing, place, 'advert', 'handle');
}

function writeCall(call: CallRow, { files, truth, dice }: Target): void {
  const { from, to, day, minute, place: town, cell, handset, thing } = call;
  const two = (count: number) => String(count).padStart(2, '0');
  const begun = `${iso(dayDate(day))} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(dice.below(60))}`;
  const id = `C${String(dice.below(1_000_000_000)).padStart(9, '0')}`;
  const place = files.calls.row([id, 'voice', from, to, begun, 5 + dice.below(600), cell, town, handset]);
  if (thing !== null) truth.use(thing, place, 'communication', 'fromPhone');
}

function writeMessage(message: MessageRow, { files, truth, dice }: Target): void {
  const { minute, platform, sender, recipient, text, thing } = message;
  const [hour, rest] = [Math.floor((minute % 1_440) / 60), minute % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  const place = files.messages.row([
    `m-${dice.below(1_000_000_000).toString(36)}`,
    `${iso(dayDate(Math.floor(minute / 1_440)))}T${hour}:${rest}:00Z`,
    platform,
    ...[sender, recipient].flatMap(({ handle, age, category }) => [`@${handle}`, String(age), category]),
    text,
  ]);
  truth.message(place, thing);
  if (thing?.startsWith('t')) truth.use(thing, place, 'person', 'handle');
}

function writeScreening(screening: ScreeningRow, { files, truth }: Pick<Target, 'files' | 'truth'>): void {
  const { case: number, area, client, age, facts } = screening;
  const years = age === null ? '' : String(age);
  const { crime } = rowShapes.hotline.habits.words;
  const place = files.screenings.row([number, crime[area], 'victim', client, years, facts.join('; ')]);
  truth.screening(place, screening);
}

/** Companies that the records desk holds: every eighth of the cell. */
function writeCompanies(cell: Cell, { files, truth, dice }: Target): void {
  const columns = rowShapes.records.columns.map(([header]) => header);
  cell.organisations.forEach((organisation, at) => {
    if (at % 8 !== 0) return;
    const values: Readonly<Record<string, string>> = {
      id: `rd-${organisation.id}-${dice.below(10_000)}`,
      schema: 'Company',
      'p.name': organisation.name,
      'p.registrationNumber': organisation.registration,
      'p.jurisdiction': organisation.address.country.toLowerCase(),
      'p.address': addressLine(organisation.address),
      'p.phone': organisation.phone,
    };
    const place: RowPlace = files.people.records.row(columns.map((column) => values[column] ?? ''));
    truth.identity(place, 'organization', 'organization', organisation.id);
  });
}
