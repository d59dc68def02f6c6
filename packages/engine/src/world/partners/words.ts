import { type Crime, crimes, type Role, roles } from '../appearance.ts';
import type { Category } from '../people.ts';

/** A partner's words for what everybody writes down. */
export interface Words {
  readonly category: Readonly<Record<Category, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly crime: Readonly<Record<Crime, string>>;
}

const categories: readonly Category[] = [
  'suspect',
  'convicted',
  'potential-offender',
  'contact',
  'victim',
  'witness',
];

function words(category: string, role: string, crime: string): Words {
  return { category: keyed(categories, category), role: keyed(roles, role), crime: keyed(crimes, crime) };
}

function keyed<K extends string>(keys: readonly K[], list: string): Record<K, string> {
  const values = list.split(', ');
  if (values.length !== keys.length) throw new Error(`Words are missing in: ${list}`);
  return Object.fromEntries(keys.map((key, at) => [key, values[at]])) as Record<K, string>;
}

export const german = words(
  'Beschuldigter, Verurteilter, Gefährder, Kontaktperson, Opfer, Zeuge',
  'Anführer, Anwerber, Fahrer, Quartiergeber, Aufpasser, Geldkurier, Dokumentenlieferant, Inserent, Helfer, Ausbeuter, Opfer, Arbeiter, Zeuge, Kontakt, Sonstige',
  'Einschleusen von Ausländern, Zwangsprostitution, Arbeitsausbeutung, Zwangsbettelei, Zwangskriminalität, Urkundenfälschung, Sozialleistungsbetrug, Schwarzarbeit, Geldwäsche',
);

export const romanian = words(
  'suspect, condamnat, potențial infractor, persoană de contact, victimă, martor',
  'lider, recrutor, transportator, găzduitor, paznic, curier de bani, furnizor de documente, publicitar, facilitator, exploatator, victimă, muncitor, martor, contact, altele',
  'trafic de migranți, exploatare sexuală, exploatare prin muncă, cerșetorie forțată, criminalitate forțată, fals în documente, fraudă cu prestații sociale, muncă la negru, spălare de bani',
);

export const french = words(
  'suspect, condamné, auteur potentiel, contact, victime, témoin',
  'chef, recruteur, transporteur, hébergeur, surveillant, collecteur de fonds, fournisseur de documents, annonceur, facilitateur, exploitant, victime, ouvrier, témoin, contact, autre',
  'trafic de migrants, exploitation sexuelle, exploitation par le travail, mendicité forcée, criminalité forcée, fraude documentaire, fraude aux prestations, travail illégal, blanchiment',
);

export const ukrainian = words(
  'підозрюваний, засуджений, потенційний правопорушник, контактна особа, потерпілий, свідок',
  'лідер, вербувальник, перевізник, утримувач житла, охоронець, касир, постачальник документів, розміщувач оголошень, посередник, експлуататор, потерпілий, працівник, свідок, контакт, інше',
  'незаконне переправлення мігрантів, сексуальна експлуатація, трудова експлуатація, примусове жебрацтво, примусова злочинність, підробка документів, шахрайство з виплатами, порушення трудового законодавства, відмивання коштів',
);

export const dutch = words(
  'verdachte, veroordeelde, potentiële dader, contactpersoon, slachtoffer, getuige',
  'leider, ronselaar, vervoerder, huisvester, bewaker, geldkoerier, documentenleverancier, adverteerder, facilitator, uitbuiter, slachtoffer, werknemer, getuige, contact, overig',
  'mensensmokkel, seksuele uitbuiting, arbeidsuitbuiting, gedwongen bedelarij, gedwongen criminaliteit, documentfraude, uitkeringsfraude, illegale tewerkstelling, witwassen',
);

const englishRoles =
  'leader, recruiter, transporter, harbourer, guard, money handler, document supplier, advertiser, facilitator, exploiter, victim, worker, witness, contact, other';
const englishCrimes =
  'migrant smuggling, sexual exploitation, labour exploitation, forced begging, forced criminality, document fraud, benefit fraud, illegal employment, money laundering';

export const english = words(
  'suspect, convicted, potential offender, contact, victim, witness',
  englishRoles,
  englishCrimes,
);

export const spanish: Words = {
  ...english,
  category: keyed(categories, 'sospechoso, condenado, posible autor, contacto, víctima, testigo'),
};

export const upperCase = words(
  'SUSPECT, CONVICTED, POTENTIAL OFFENDER, ASSOCIATE, VICTIM, WITNESS',
  englishRoles.toUpperCase(),
  englishCrimes.toUpperCase(),
);

export const american = words(
  'Suspect, Convicted, Person of Interest, Associate, Victim, Witness',
  titleCase(englishRoles),
  titleCase(englishCrimes.replace('labour', 'labor')),
);

export const hotline: Words = {
  ...english,
  category: keyed(
    categories,
    'suspected trafficker, convicted trafficker, person of concern, contact, possible victim, witness',
  ),
};

function titleCase(text: string): string {
  return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
