import type { EntityType } from './entity-type.ts';
import { headers } from './headers.ts';

export const payment: EntityType = {
  id: 'payment',
  title: 'Payment',
  plural: 'Payments',
  identification: 'by-record',
  caption: ['amount', 'date'],
  properties: {
    date: {
      title: 'Date',
      kind: 'date',
      headers: headers(
        'payment date|value date|transaction date|booking date|transfer date|valuta|wertstellung|buchungsdatum|date de valeur|date operation|data tranzactiei|valutadatum|fecha valor|fecha de operacion|data operazione|data ksiegowania',
      ),
    },
    amount: {
      title: 'Amount',
      kind: 'money',
      headers: headers(
        'amount|sum|betrag|montant|suma|bedrag|suma perekazu|importe|cantidad|importo|valor|kwota|transaction amount',
      ),
    },
    currency: {
      title: 'Currency',
      kind: 'code',
      headers: headers(
        'currency|currency code|wahrung|devise|moneda|valuta code|munteenheid|valyuta|divisa|waluta',
      ),
    },
    purpose: {
      title: 'Purpose',
      kind: 'text',
      headers: headers(
        'purpose|memo|payment purpose|payment reference|reference text|verwendungszweck|motif|libelle|detalii plata|omschrijving|priznachennya|osnovanie|concepto|causale|tytul',
      ),
    },
    place: {
      title: 'Paid at',
      kind: 'place',
      headers: headers(
        'branch|branch city|branch place|branch location|place of payment|paid at|paid in at|counter|filiale|geschaftsstelle|zahlungsort|agence|lieu de paiement|agentie|loc platii|filiaal|plaats betaling|sucursal|oficina|agenzia|oddzial|viddilennya|klon',
      ),
    },
    payer: {
      title: 'Payer account',
      kind: 'iban',
      range: 'account',
      link: 'paid from',
      headers: headers('payer account'),
    },
    payee: {
      title: 'Payee account',
      kind: 'iban',
      range: 'account',
      link: 'paid to',
      headers: headers('payee account'),
    },
  },
};

/**
 * A call or message, as a provider's record or a seized device tells it. Where and with which handset is that of the end
 * that calls or sends.
 */
export const communication: EntityType = {
  id: 'communication',
  title: 'Communication',
  plural: 'Communications',
  identification: 'by-record',
  caption: ['date', 'channel'],
  properties: {
    date: {
      title: 'Date',
      kind: 'date',
      headers: headers(
        'call date|date of call|call start|call start time|call date time|communication date|date of communication|message date|sent at|sent on|anrufdatum|gesprachsdatum|gesprachsbeginn|verbindungsdatum|date dappel|date de lappel|date de communication|data apelului|data convorbirii|gespreksdatum|datum gesprek|data dzvinka|data zvonka|data na razgovora|fecha de llamada|fecha de la llamada|data da chamada|data chiamata|data della chiamata|data polaczenia',
      ),
    },
    time: {
      title: 'Time of day',
      kind: 'time',
      headers: headers(
        'time|time of day|call time|time of call|start time|uhrzeit|zeit|anrufzeit|heure|heure dappel|heure de lappel|ora|ora apelului|tijd|tijdstip|chas|vremya|hora|hora de llamada|hora da chamada|orario|godzina',
      ),
    },
    channel: {
      title: 'Channel',
      kind: 'code',
      headers: headers(
        'channel|platform|app|messenger|call type|communication type|type of communication|type of call|service type|record kind|verbindungsart|kommunikationsart|dienst|type dappel|type de communication|tip apel|tip comunicare|soort gesprek|soort communicatie|tip dzvinka|tip zvonka|vid razgovor|tipo de llamada|tipo de comunicacion|tipo de chamada|tipo di chiamata|rodzaj polaczenia',
      ),
    },
    fromPhone: {
      title: 'From number',
      kind: 'phone',
      range: 'phone',
      link: 'communicated from',
      headers: headers(
        'from number|from phone|from msisdn|from|sender|sender number|sender phone|caller|caller number|calling|calling number|calling party|calling party number|a number|a party|a party number|a msisdn|source number|originating number|rufende nummer|anrufer|anrufende nummer|a rufnummer|a teilnehmer|appelant|numero appelant|abonne a|apelant|numar apelant|abonat a|beller|bellend nummer|a nummer|abonent a|khto dzvoniv|nomer a|zvonyashchiy|numero llamante|llamante|numero de origen|chamador|numero chamador|chiamante|numero chiamante|dzwoniacy|numer dzwoniacy',
      ),
    },
    toPhone: {
      title: 'To number',
      kind: 'phone',
      range: 'phone',
      link: 'communicated to',
      headers: headers(
        'to number|to phone|to msisdn|to|receiver|recipient|receiver number|recipient number|recipient phone|callee|called|called number|called party|called party number|b number|b party|b party number|b msisdn|dialled number|dialed number|destination number|terminating number|angerufene nummer|angerufener|gewahlte nummer|b rufnummer|b teilnehmer|appele|numero appele|numero compose|abonne b|apelat|numar apelat|abonat b|gebelde|gebeld nummer|b nummer|abonent b|nomer b|numero llamado|llamado|numero de destino|chamado|numero chamado|chiamato|numero chiamato|odbierajacy|numer odbierajacy|numer wybierany',
      ),
    },
    fromHandle: {
      title: 'From account',
      kind: 'handle',
      range: 'handle',
      link: 'communicated from',
      headers: headers(
        'sender|from handle|from user|from username|sender handle|sender user|sender username|sender id|absender|absenderkonto|expediteur|expeditor|afzender|vidpravnik|otpravitel|remitente|remetente|mittente|nadawca',
      ),
    },
    toHandle: {
      title: 'To account',
      kind: 'handle',
      range: 'handle',
      link: 'communicated to',
      headers: headers(
        'recipient|receiver|to handle|to user|to username|receiver handle|recipient handle|recipient user|recipient username|receiver username|recipient id|receiver id|empfangerkonto|destinataire|destinatar|geadresseerde|oderzhuvach|otrimuvach|destinatario|destinatario conta|odbiorca wiadomosci',
      ),
    },
    sender: {
      title: 'Sender',
      kind: 'ref',
      range: 'person',
      link: 'sent by',
      standing: true,
      headers: [],
    },
    recipient: {
      title: 'Recipient',
      kind: 'ref',
      range: 'person',
      link: 'sent to',
      standing: true,
      headers: [],
    },
    duration: {
      title: 'Duration in seconds',
      kind: 'number',
      headers: headers(
        'duration|duration seconds|duration in seconds|call duration|duration s|seconds|dauer|dauer in sekunden|gesprachsdauer|duree|duree en secondes|duree dappel|durata|durata apelului|durata in secunde|duur|gespreksduur|trivalist|dlitelnost|prodolzhitelnost|produlzhitelnost|prodalzhitelnost|duracion|duracion en segundos|duracao|durata chiamata|czas trwania|czas polaczenia',
      ),
    },
    cell: {
      title: 'Cell',
      kind: 'code',
      headers: headers(
        'cell|cell id|cell identity|cell code|cgi|ecgi|cell global identity|base station|cell tower|tower|mast|funkzelle|zelle|funkzellen id|cellule|identifiant de cellule|antenne relais|antenne|celula|id celula|zendmast|cel|bazova stantsiya|stilnik|sota|kletka|celda|id de celda|antena|cella|id cella|stacja bazowa|komorka',
      ),
    },
    place: {
      title: 'Place of the cell',
      kind: 'place',
      headers: headers(
        'cell place|cell location|cell town|cell city|place of cell|location of cell|tower location|tower city|ort der funkzelle|zellenort|standort der funkzelle|lieu de la cellule|localisation de la cellule|locul celulei|localitate celula|plaats van de cel|plaats zendmast|misto stantsiyi|lugar de la celda|ubicacion de la celda|local da antena|luogo della cella|miejsce stacji|place|location|city|town|ort|stadt|lieu|ville|loc|oras|plaats|misto|grad|lugar|ciudad|luogo|citta|miejsce|miasto',
      ),
    },
    handset: {
      title: 'Handset',
      kind: 'imei',
      range: 'handset',
      link: 'made with',
      headers: headers(
        'imei|imei number|handset|handset id|device id|caller imei|from imei|a imei|gerat|geratenummer|geratekennung|terminal|numero imei|imei nummer|numar imei|numer imei|toestel|telefonapparat|aparat',
      ),
    },
    text: {
      title: 'Message',
      kind: 'text',
      headers: headers(
        'message|message text|text|body|content|message body|sms text|nachricht|nachrichtentext|message texte|texte|mesaj|text mesaj|bericht|berichttekst|povidomlennya|soobshchenie|saobshtenie|mensaje|texto|mensagem|messaggio|testo|wiadomosc|tresc',
      ),
    },
  },
};

export const advert: EntityType = {
  id: 'advert',
  title: 'Advert',
  plural: 'Adverts',
  identification: 'by-record',
  caption: ['title', 'text'],
  properties: {
    title: {
      title: 'Title',
      kind: 'text',
      headers: headers(
        'advert title|title|headline|ad title|titel|titre|titlu|titulo|titolo|zagolovok|zaglavie',
      ),
    },
    text: {
      title: 'Text',
      kind: 'text',
      headers: headers(
        'text|body|advert text|ad text|advertisement|content|message|anzeigentext|texte|text anunt|tekst|texto|testo',
      ),
    },
    date: {
      title: 'Posted',
      kind: 'date',
      headers: headers(
        'posted|posted at|posted on|post date|published|published at|date posted|veroffentlicht|publie le|data publicarii|geplaatst op',
      ),
    },
    place: {
      title: 'Place',
      kind: 'place',
      headers: headers('city|location|place|town|ort|ville|oras|plaats|ciudad'),
    },
    country: { title: 'Country', kind: 'country', headers: headers('country|land|pays|tara|pais') },
    site: {
      title: 'Site',
      kind: 'text',
      headers: headers('site|platform|source site|website|portal|domain|plattform|site name'),
    },
    phone: {
      title: 'Phone',
      kind: 'phone',
      range: 'phone',
      link: 'names',
      headers: headers('phone|telephone|phone number|contact phone|telefon'),
    },
    handle: {
      title: 'Handle',
      kind: 'handle',
      range: 'handle',
      link: 'names',
      headers: headers('contact handle|handle|username|contact'),
    },
  },
};

export const sighting: EntityType = {
  id: 'sighting',
  title: 'Sighting',
  plural: 'Sightings',
  identification: 'by-record',
  caption: ['place', 'date'],
  properties: {
    date: { title: 'Date', kind: 'date', headers: headers('seen on|sighting date|date seen|gesehen am') },
    place: {
      title: 'Place',
      kind: 'place',
      headers: headers(
        'place|border post|border crossing|crossing point|checkpoint|control point|place of check|place of control|location|seen at|grenzubergang|kontrollort|ort der kontrolle|point de passage|lieu de controle|lieu|punct de trecere|ptf|doorlaatpost|grenspost|punkt propusku|gkpp|granichen punkt|paso fronterizo|lugar del control|lugar de control|posto di frontiera|przejscie graniczne',
      ),
    },
    country: { title: 'Country', kind: 'country', headers: headers('country|land|pays|tara|pais') },
    direction: {
      title: 'Direction',
      kind: 'code',
      headers: headers('direction|richtung|sens|sens de deplasare|richting|posoka|sentido'),
    },
    person: { title: 'Person', kind: 'ref', range: 'person', link: 'seen', standing: true, headers: [] },
    vehicle: { title: 'Vehicle', kind: 'ref', range: 'vehicle', link: 'seen', headers: [] },
    note: { title: 'Note', kind: 'text', headers: [] },
  },
};

export const trip: EntityType = {
  id: 'trip',
  title: 'Trip',
  plural: 'Trips',
  identification: 'by-record',
  caption: ['origin', 'destination', 'date'],
  properties: {
    date: {
      title: 'Date',
      kind: 'date',
      headers: headers(
        'departure date|date of departure|travel date|trip date|abfahrtsdatum|reisedatum|date de depart|data plecarii|vertrekdatum|data na zaminavane|fecha de salida|data de partida|data partenza|data wyjazdu',
      ),
    },
    origin: {
      title: 'From',
      kind: 'place',
      headers: headers(
        'origin|from|departure|departure place|place of departure|boarded at|von|abfahrtsort|depart|lieu de depart|plecare|locul plecarii|vertrek|van|zvidki|ot|otpravlenie|origen|origem|partenza|wyjazd z|skad',
      ),
    },
    destination: {
      title: 'To',
      kind: 'place',
      headers: headers(
        'destination|to|arrival|arrival place|place of arrival|nach|ziel|zielort|arrivee|lieu d arrivee|destinatie|bestemming|naar|kudi|do|destinatsiya|destino|destinazione|dokad',
      ),
    },
    traveller: {
      title: 'Traveller',
      kind: 'ref',
      range: 'person',
      link: 'travelled',
      standing: true,
      headers: [],
    },
    vehicle: { title: 'Vehicle', kind: 'ref', range: 'vehicle', link: 'travelled', headers: [] },
    carrier: { title: 'Carrier', kind: 'ref', range: 'organization', link: 'carried', headers: [] },
  },
};

export const caseFile: EntityType = {
  id: 'case',
  title: 'Case',
  plural: 'Cases',
  identification: 'by-record',
  key: 'number',
  caption: ['number'],
  properties: {
    number: {
      title: 'Case number',
      kind: 'code',
      headers: headers(
        'case number|case no|case id|case|case reference|file reference|file number|file no|dossier|dossier number|call reference|investigation number|operation number|aktenzeichen|az|vorgangsnummer|fallnummer|n de dossier|numero de dossier|numero de procedure|procedure|numar dosar|nr dosar|dosar|dossiernummer|zaaknummer|zaaknr|nomer spravi|sprava|delo|nomer na delo|dosadebno proizvodstvo|numero de expediente|expediente|diligencias|numero do processo|processo|numero di fascicolo|fascicolo|procedimento|numer sprawy|sygnatura',
      ),
    },
    crimeArea: {
      title: 'Crime area',
      kind: 'crime-area',
      headers: headers(
        'crime area|crime|crime type|type of crime|offence|offense|offences|type of offence|delikt|straftat|deliktsbereich|tatvorwurf|infraction|nature de l infraction|infractiune|infractiunea|overtreding|strafbaar feit|delict|zlochin|kvalifikatsiya|prestaplenie|delito|tipo de delito|crime tipo|reato|przestepstwo|czyn|form of exploitation|exploitation form|type of exploitation|exploitation type|form der ausbeutung|forme d exploitation|forma de exploatare|vorm van uitbuiting',
      ),
    },
    exploitation: { title: 'Form of exploitation', kind: 'code', headers: headers('exploitation') },
    opened: {
      title: 'Opened',
      kind: 'date',
      headers: headers(
        'case opened|opened on|opened|eroffnet am|date d ouverture|data deschiderii|geopend op',
      ),
    },
    closed: {
      title: 'Closed',
      kind: 'date',
      headers: headers('case closed|closed|closed on|geschlossen am|date de cloture'),
    },
    status: {
      title: 'Status',
      kind: 'code',
      headers: headers('case status|status of case|verfahrensstand|stade de la procedure|stadiul dosarului'),
    },
    country: {
      title: 'Country',
      kind: 'country',
      headers: headers('case country|country of case|investigating country'),
    },
  },
};
