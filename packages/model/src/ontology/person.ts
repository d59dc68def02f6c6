import type { EntityType } from './entity-type.ts';
import { headers } from './headers.ts';

export const person: EntityType = {
  id: 'person',
  title: 'Person',
  plural: 'People',
  identification: 'by-evidence',
  caption: ['name'],
  properties: {
    name: {
      title: 'Name',
      kind: 'name',
      headers: headers(
        'name|full name|name full|nom complet|nom et prenom|voller name|nume complet|nume si prenume|volledige naam|naam|nombre completo|nombre y apellidos|nome completo|imie i nazwisko|pib|prizvishche imya po batkovi|ime i familiya|tri imena|fio|holder|person name|subject name|al asm',
      ),
    },
    firstName: {
      title: 'Given name',
      kind: 'name',
      headers: headers(
        'first name|given name|given names|forename|forenames|name first|christian name|fname|vorname|vornamen|prenom|prenoms|prenume|voornaam|voornamen|roepnaam|imya|ime|imena|nombre|nombres|nome|nome proprio|imie|imiona',
      ),
    },
    lastName: {
      title: 'Family name',
      kind: 'name',
      headers: headers(
        'last name|surname|family name|name last|lname|nachname|familienname|zuname|nom|nom de famille|nume|nume de familie|achternaam|familienaam|geslachtsnaam|prizvishche|familiya|familno ime|apellido|apellidos|primer apellido|sobrenome|apelido|cognome|nazwisko',
      ),
    },
    middleName: {
      title: 'Middle name',
      kind: 'name',
      headers: headers(
        'middle name|name middle|second name|patronymic|zweiter vorname|deuxieme prenom|po batkovi|otchestvo|prezime|bashtino ime|drugie imie|segundo nombre|tussenvoegsel',
      ),
    },
    alias: {
      title: 'Alias',
      kind: 'name',
      headers: headers(
        'alias|aliases|aka|also known as|other names|nickname|native name|native name full|original name|name in native script|aliasname|spitzname|deckname|surnom|porecla|bijnaam|prizvisko|psevdonim|prozvishche|pryakor|prozvishte|alcunha|apodo|soprannome|pseudonim',
      ),
    },
    birthDate: {
      title: 'Date of birth',
      kind: 'date',
      yearless: true,
      headers: headers(
        'date of birth|dob|birth date|birthdate|birthday|born|born on|geburtsdatum|geburtstag|geb|geb datum|geboren|geboren am|date de naissance|ne le|data nasterii|data nastere|geboortedatum|data narodzhennya|data na razhdane|data rozhdeniya|fecha de nacimiento|fecha nacimiento|data de nascimento|data di nascita|data urodzenia|tarikh al milad',
      ),
    },
    age: {
      title: 'Age',
      kind: 'age',
      headers: headers('age|alter|varsta|leeftijd|edad|idade|eta|wiek|vik|vazrast'),
    },
    assessedAge: {
      title: 'Age as assessed',
      kind: 'age',
      headers: headers(
        'assessed age|age assessment|age as assessed|result of age assessment|festgestelltes alter|altersfeststellung|alterseinschatzung|age evalue|evaluation de l age|edad determinada|determinacion de la edad|edad estimada por el forense|leeftijdsonderzoek|varsta evaluata',
      ),
    },
    profileAge: {
      title: 'Age given in a profile',
      kind: 'age',
      headers: headers(
        'profile age|age in profile|age given in profile|displayed age|declared age|age on account|alter im profil|profilalter|age du profil|age affiche|edad del perfil|edad en el perfil|leeftijd in profiel',
      ),
    },
    birthPlace: {
      title: 'Place of birth',
      kind: 'place',
      headers: headers(
        'place of birth|birth place|birthplace|geburtsort|lieu de naissance|locul nasterii|geboorteplaats|mistse narodzhennya|myasto na razhdane|mesto rozhdeniya|lugar de nacimiento|local de nascimento|luogo di nascita|miejsce urodzenia',
      ),
    },
    nationality: {
      title: 'Nationality',
      kind: 'country',
      headers: headers(
        'nationality|nationalities|citizenship|country of citizenship|staatsangehorigkeit|nationalitat|nationalite|cetatenie|cetatenia|nationalitate|nationaliteit|gromadyanstvo|grazhdanstvo|nacionalidad|nacionalidade|nazionalita|cittadinanza|obywatelstwo',
      ),
    },
    sex: {
      title: 'Sex',
      kind: 'sex',
      headers: headers('sex|gender|geschlecht|sexe|sexul|geslacht|stat|pol|sexo|sesso|genero|plec'),
    },
    category: {
      title: 'Data-subject category',
      kind: 'category',
      headers: headers(
        'category|data subject|data subject category|subject category|subject type|person type|person category|type of person|person status|status of person|betroffenenkategorie|kategorie|personenkategorie|eigenschaft|qualite|qualite de la personne|statut|calitate|calitatea|hoedanigheid|status osobi|kategoriya|kachestvo|kachestvo na litseto|condicion|calidad|qualidade|qualifica|status osoby|protsesualen status',
      ),
    },
    role: {
      title: 'Role',
      kind: 'role',
      headers: headers(
        'role|function|rolle|funktion|fonction|rol|rolul|functie|rolya|funktsiya|funcion|funcao|ruolo|funkcja|rola|role in network|role in group',
      ),
    },
    occupation: {
      title: 'Occupation',
      kind: 'text',
      headers: headers(
        'occupation|job|job title|profession|beruf|metier|ocupatie|profesie|beroep|profesiya|profesion|ocupacion|profissao|professione|zawod',
      ),
    },
    indicator: {
      title: 'Indicator of trafficking',
      kind: 'indicator',
      headers: headers(
        'indicators|indicator|trafficking indicators|indicators of trafficking|ilo indicators|signs of trafficking|signs of exploitation|means of control|methods of control|vic methodsofcontrol|methodsofcontrol|control methods|indikatoren|anzeichen|kontrollmittel|indicateurs|indices|moyens de controle|moyens de contrainte|indicadores|indicios|medios de control|indicatoren|signalen|controlemiddelen|indicatori|semne|mijloace de control|wskazniki|srodki kontroli|indicatori di tratta|mezzi di controllo|indikatory|priznaci',
      ),
    },
    phone: {
      title: 'Phone',
      kind: 'phone',
      range: 'phone',
      link: 'uses',
      headers: headers(
        'phone|telephone|phone number|telephone number|tel|tel no|mobile|mobile phone|mobile number|cell|cell phone|msisdn|contact number|telefon|telefonnummer|rufnummer|handy|handynummer|mobil|mobilnummer|numero de telephone|portable|numar de telefon|telefoon|telefoonnummer|mobiel|nomer telefonu|telefonen nomer|mobilen|telefono|movil|telefone|telemovel|cellulare|numer telefonu',
      ),
    },
    email: {
      title: 'E-mail',
      kind: 'email',
      range: 'email',
      link: 'uses',
      headers: headers(
        'email|e mail|email address|e mail address|mail|courriel|adresse e mail|adresa de email|emailadres|elektronna poshta|imeyl|correo electronico|correo|posta elettronica',
      ),
    },
    handle: {
      title: 'Handle',
      kind: 'handle',
      range: 'handle',
      link: 'uses',
      headers: headers(
        'handle|username|user name|screen name|social media|telegram|instagram|facebook|tiktok|account name|profile|profil|nutzername|benutzername|pseudo|contact handle',
      ),
    },
    account: {
      title: 'Account',
      kind: 'iban',
      range: 'account',
      link: 'holds',
      headers: headers(
        'iban|account|account number|account no|bank account|konto|kontonummer|bankverbindung|compte|numero de compte|cont|cont bancar|numar cont|rekening|rekeningnummer|bankrekening|rakhunok|bankova smetka|smetka|cuenta|cuenta bancaria|conta|conto|konto bankowe|rachunek',
      ),
    },
    document: {
      title: 'Document number',
      kind: 'document-number',
      range: 'document',
      link: 'carries',
      headers: headers(
        'document number|document no|mrz|machine readable zone|passport number|passport no|passport|id number|id document|identity document|id card number|national id|national id number|drivers license number|driver license number|driving licence number|travel document|ausweisnummer|ausweis|passnummer|reisepass|dokumentennummer|personalausweis|n de passeport|numero de passeport|passeport|piece d identite|numero de document|act de identitate|serie si numar|numar pasaport|pasaport|documentnummer|paspoort|paspoortnummer|nomer pasporta|pasport|pasport nomer|nomer dokumenta|nomer na pasport|nomer na dokument|lichna karta|documento|numero de documento|pasaporte|dni|nie|passaporte|documento di identita|passaporto|numer dokumentu|numer paszportu|paszport',
      ),
    },
    taxNumber: {
      title: 'Social security or tax number',
      kind: 'code',
      headers: headers(
        'ssn|ssn number|social security number|soc sec id|tax number|tax id|tax id number|tin|steuernummer|steuer id|sozialversicherungsnummer|numero fiscal|numero de securite sociale|cnp|cod numeric personal|bsn|burgerservicenummer|rnokpp|ipn|egn|nif|codice fiscale|pesel|insurance number',
      ),
    },
    plate: {
      title: 'Vehicle plate',
      kind: 'plate',
      range: 'vehicle',
      link: 'drives',
      headers: headers(
        'plate|licence plate|license plate|plate number|number plate|vehicle plate|registration plate|vehicle registration|kennzeichen|amtliches kennzeichen|immatriculation|plaque d immatriculation|plaque|numar de inmatriculare|nr inmatriculare|kenteken|nomer avto|derzhavniy nomer|registratsionen nomer|reg nomer|matricula|targa|numer rejestracyjny|avtomobil nomer',
      ),
    },
    address: {
      title: 'Address',
      kind: 'address',
      range: 'address',
      link: 'lives at',
      headers: headers(
        'address|full address|addr full|addr line1|addr|home address|residence|residential address|place of residence|anschrift|adresse|wohnanschrift|wohnort|wohnadresse|domicile|adresse postale|adresa|domiciliu|resedinta|adres|woonadres|woonplaats|mistse prozhivannya|adres na zhiveene|adres prozhivaniya|direccion|domicilio|morada|endereco|indirizzo|residenza|adres zamieszkania',
      ),
    },
    employer: { title: 'Employer', kind: 'ref', range: 'organization', link: 'works for', headers: [] },
    controller: { title: 'Controlled by', kind: 'ref', range: 'person', link: 'controlled by', headers: [] },
    associate: { title: 'Associate', kind: 'ref', range: 'person', link: 'associate of', headers: [] },
    case: { title: 'Case', kind: 'ref', range: 'case', link: 'in case', headers: [] },
    vehicle: { title: 'Vehicle', kind: 'ref', range: 'vehicle', link: 'drives', headers: [] },
    travelDocument: {
      title: 'Document',
      kind: 'ref',
      range: 'document',
      link: 'carries',
      standing: true,
      headers: [],
    },
    arrested: {
      title: 'Arrested',
      kind: 'date',
      headers: headers(
        'arrested|arrested on|arrest date|date of arrest|date arrested|detained on|date of detention|festgenommen am|festnahmedatum|datum der festnahme|verhaftet am|date darrestation|date d arrestation|arrete le|interpelle le|date dinterpellation|data arestarii|data retinerii|arestat la|aangehouden op|datum aanhouding|arrestatiedatum|data zatrimannya|data aresta|data zaderzhaniya|data na arest|data na zadarzhane|fecha de detencion|fecha de arresto|detenido el|data da detencao|data dellarresto|data arresto|data zatrzymania|data aresztowania',
      ),
    },
    note: {
      title: 'Note',
      kind: 'text',
      headers: headers(
        'note|notes|remark|remarks|comment|comments|description|details|narrative|what was reported|summary|bemerkung|bemerkungen|anmerkung|notiz|sachverhalt|remarque|remarques|observation|observations|observatii|mentiuni|opmerking|opmerkingen|toelichting|primitka|primitki|zabelezhka|zabelezhki|primechanie|observacion|observaciones|notas|observacoes|note aggiuntive|uwagi',
      ),
    },
  },
};
