import { headerPhrase } from './header-phrase.ts';

/** Words that tell the language of a header row, and the countries that write so, the likeliest first. */
const languages: readonly (readonly [language: string, words: string, countries: string])[] = [
  [
    'de',
    'nachname vorname geburtsdatum geschlecht telefon strasse postleitzahl plz ort kennzeichen aktenzeichen staatsangehorigkeit datum betrag',
    'DE AT CH LU',
  ],
  [
    'fr',
    'nom prenom naissance sexe adresse ville code date dossier nationalite telephone immatriculation saisie',
    'FR BE CH LU',
  ],
  ['ro', 'nume prenume nasterii cetatenie telefon adresa numar dosar data angajator judet oras', 'RO MD'],
  [
    'nl',
    'achternaam voornaam geboortedatum geslacht telefoonnummer woonadres datum kenteken nationaliteit bedrijfsnaam',
    'NL BE',
  ],
  ['uk', 'prizvishche imya narodzhennya stat gromadyanstvo adresa nomer spravi', 'UA'],
  ['bg', 'familiya ime razhdane egn adres grad darzhava pol', 'BG'],
  ['ru', 'otchestvo rozhdeniya familiya imya grazhdanstvo', 'RU BY'],
  [
    'es',
    'apellidos apellido nombre nacimiento sexo fecha nacionalidad matricula telefono direccion',
    'ES MX',
  ],
  ['pt', 'apelido nascimento morada sobrenome telefone nome', 'PT BR'],
  ['it', 'cognome nascita indirizzo sesso cellulare nome', 'IT CH'],
  ['pl', 'nazwisko imie urodzenia plec adres obywatelstwo', 'PL'],
  ['us', 'ssn zip state drivers license offense', 'US CA'],
  ['en', 'surname name date birth gender phone address postcode number first last given city', 'GB US IE AU'],
];

export interface Language {
  readonly id: string;
  readonly countries: readonly string[];
}

/** The language that most header words belong to; `us` is English as written in the United States. */
export function languageOf(columns: readonly string[]): Language {
  const words = new Set(columns.flatMap((column) => headerPhrase(column).split(' ')));
  let best: Language = { id: 'en', countries: ['GB', 'US', 'IE', 'AU'] };
  let bestCount = 0;
  for (const [id, line, countries] of languages) {
    const count = line.split(' ').filter((word) => words.has(word)).length * (id === 'us' ? 3 : 1);
    if (count > bestCount) {
      best = { id, countries: countries.split(' ') };
      bestCount = count;
    }
  }
  return best;
}
