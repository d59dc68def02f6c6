import { dayFrom } from './calendar.ts';
import { dateFrom, dateFromDay, spanFrom } from './date-value.ts';
import { failed, type Parsed, parsed } from './parsed.ts';

/** "About" a year is this many years either way. */
const slackOfYear = 2;
/** "About" an age is a tenth of it either way, at least this many years: ages are told in round numbers. */
const leastSlackOfAge = 2;
const oldest = 120;

const about =
  /^(?:about|abt\.?|around|approx(?:imately|\.)?|c\.|ca\.?|circa|est(?:imated|\.)?|ungefähr|etwa|um|zirka|environ|env\.|vers|circa|rond|ongeveer|aprox(?:imativ|imadamente|\.)?|cerca de|hacia|cca\.?|około|ok\.|около|ок\.|близько|бл\.|приблизно|примерно|حوالي|حوالی|حدود|تقريبا|~|≈)\s*/i;
const between =
  /^(?:between|zwischen|entre|între|intre|tussen|między|между|між|from|von|de|van|от|з)\s+(.+?)\s+(?:and|und|et|y|e|si|și|en|i|и|та|to|bis|à|a|tot|do|до)\s+(.+)$/i;
const ageWords =
  /^(?:aged?|alter|âge|age\s+of|edad|idade|età|vârsta|varsta|leeftijd|wiek|вік|возраст|възраст|عمر)\s*:?\s*/i;
const agedOn =
  /^(\d{1,3})(?:\s?(?:-|–|to|bis|à|or|oder|ou)\s?(\d{1,3}))?\s*(?:years?(?:\s+old|\s+of\s+age)?|y\.?o\.?|yrs?|jahre?(?:\s+alt)?|ans|jaar(?:\s+oud)?|ani|años|anos|anni|lat|років|роки|лет|години|سنة|ساله|سال)?\s*(?:,|\(|@|(?:at|on|as\s+of|as\s+at|in|am|le|au|op|la|el|na|станом\s+на|на|към|в)\s)\s*(.+?)\)?$/i;

/**
 * A date that is known as a span, `<from>/<to>`: a decade ("1980s", "198x"), two years or dates ("1985-1990",
 * "between 1985 and 1990"), a year about which it was ("ca. 1985": two years either way), and the birth that an age
 * on a day means ("30 on 2024-05-01": the 365 days before the 30th birthday at the latest; "about 30": a tenth of the
 * age more either way, at least two years). `read` reads a single date. Undefined where the text is none of these.
 */
export function parseEstimated(text: string, read: (text: string) => Parsed): Parsed | undefined {
  const iso = /^(\d{4}(?:-\d\d){0,2})\/(\d{4}(?:-\d\d){0,2})$/.exec(text);
  if (iso !== null) return spanFrom(read(iso[1] as string), read(iso[2] as string));
  return decade(text) ?? yearToYear(text, read) ?? aged(text, read) ?? aroundYear(text);
}

function decade(text: string): Parsed | undefined {
  const bare = text.replace(/^(?:the|in den|den|die|années|anii|años|anos|anni|jaren|lata|les)\s+/i, '');
  const found =
    /^(\d{3})(?:[x?_]|0\s?(?:['’]?s|er(?:\s?jahren?)?|-?е(?:\s?(?:годы|гг\.?))?|-?ті|-?те))$/i.exec(bare) ??
    /^(?:années|anii|años|anos|anni|jaren|lata)\s+(\d{3})0$/i.exec(text);
  if (found === null) return undefined;
  const first = Number(found[1]) * 10;
  return spanFrom(dateFrom(first, 0, 0), dateFrom(first + 9, 0, 0));
}

function yearToYear(text: string, read: (text: string) => Parsed): Parsed | undefined {
  const years = /^(\d{4})\s?[-–—]\s?(\d{4})$/.exec(text) ?? between.exec(text);
  if (years === null) return undefined;
  const ends = [years[1] as string, years[2] as string];
  if (!ends.every((end) => /\d{4}/.test(end))) return undefined;
  return spanFrom(read(ends[0] as string), read(ends[1] as string));
}

function aroundYear(text: string): Parsed | undefined {
  const found = /^(\d{4})\s?(?:[?~]|ca\.?|circa|est\.?|\((?:est|estimated|ca)\.?\))?$/i.exec(
    text.replace(about, ''),
  );
  if (found === null || found[1] === text) return undefined;
  const year = Number(found[1]);
  return spanFrom(dateFrom(year - slackOfYear, 0, 0), dateFrom(year + slackOfYear, 0, 0));
}

function aged(text: string, read: (text: string) => Parsed): Parsed | undefined {
  const told = text.replace(about, '').replace(ageWords, '');
  const found = agedOn.exec(told.replace(about, ''));
  if (found === null) return undefined;
  const youngest = Number(found[1]);
  const eldest = Number(found[2] ?? found[1]);
  const day = read(found[3] as string).value;
  if (day === null || eldest > oldest || youngest > eldest) return undefined;
  if (day.length !== 10 && day.length !== 4) return undefined;
  const isAbout = about.test(text) || about.test(told);
  const slack = isAbout ? Math.max(leastSlackOfAge, Math.ceil(eldest / 10)) : 0;
  return bornSpan(day, { youngest: Math.max(0, youngest - slack), eldest: eldest + slack });
}

/**
 * The dates of birth of somebody whose age lay between two on a day (`YYYY-MM-DD` or `YYYY`): from the day after the
 * birthday on which the eldest became a year older to the birthday of the youngest.
 */
export function bornSpan(on: string, age: { readonly youngest: number; readonly eldest: number }): Parsed {
  const [year, month, day] = on.split('-').map(Number) as [number, number | undefined, number | undefined];
  if (month === undefined || day === undefined) {
    return spanFrom(dateFrom(year - age.eldest - 1, 0, 0), dateFrom(year - age.youngest, 0, 0));
  }
  const dayNumber = (years: number) => Math.round(Date.UTC(year - years, month - 1, day) / 86_400_000);
  const [from, to] = [dayFrom(dayNumber(age.eldest + 1) + 1), dayFrom(dayNumber(age.youngest))];
  const span = spanFrom(dateFromDay(from), dateFromDay(to));
  return span.value === null ? failed('date-impossible') : parsed(span.value);
}
