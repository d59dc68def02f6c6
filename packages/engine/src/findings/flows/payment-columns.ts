import { payment } from '@clew/model/ontology/events.ts';
import { headers } from '@clew/model/ontology/headers.ts';
import type { WantedColumn } from '../table-columns.ts';

export type PaymentColumn = 'payer' | 'payee' | 'time' | 'amount';

/** Folded headers by what they say, in the languages of the hub's partners and of the public data sets. */
export const paymentColumns: Readonly<Record<PaymentColumn, WantedColumn>> = {
  payer: {
    what: 'the account that pays',
    isNeeded: true,
    headers: headers(
      'payer account|payer|payer id|payer iban|from account|sender account|sender account id|source account|debtor account|debit account|originator account|orig acct|name orig|nameorig|from|sender|sender id|sender iban|from id|from address|source|source id|source node id|sourcenodeid|originator|orig|debtor|remitter|ordering customer|account from|auftraggeber|auftraggeberkonto|zahler|zahlerkonto|absender|von konto|von|debitor|payeur|compte payeur|donneur d ordre|compte debiteur|compte emetteur|emetteur|debiteur|expediteur|ordenante|cuenta ordenante|pagador|cuenta origen|cuenta de origen|remitente|emisor|origen|ordinante|conto ordinante|pagatore|mittente|platitor|cont platitor|ordonator|cont ordonator|expeditor|opdrachtgever|betaler|rekening betaler|van rekening|van|platnik|nadawca|zleceniodawca|rachunek nadawcy|platelshchik|platnyk|otpravitel|vidpravnyk|platets|naredytel|narezhdasht|conta de origem|remetente|ordenante da transferencia|gonderen|odeyen|account',
    ),
  },
  payee: {
    what: 'the account that is paid',
    isNeeded: true,
    headers: headers(
      'payee account|payee|payee id|payee iban|to account|receiver account|receiver account id|target account|creditor account|credit account|beneficiary account|bene acct|name dest|namedest|to|receiver|receiver id|receiver iban|recipient|recipient account|to id|to address|target|target id|target node id|targetnodeid|destination|destination account|beneficiary|bene|dest|creditor|account to|empfanger|empfangerkonto|zahlungsempfanger|begunstigter|nach konto|an konto|an|kreditor|beneficiaire|compte beneficiaire|compte crediteur|crediteur|destinataire|beneficiario|cuenta beneficiario|cuenta beneficiaria|cuenta destino|cuenta de destino|destinatario|destino|conto beneficiario|beneficiar|cont beneficiar|destinatar|ontvanger|begunstigde|rekening ontvanger|naar rekening|naar|odbiorca|beneficjent|rachunek odbiorcy|poluchatel|oderzhuvach|otrymuvach|polutchatel|conta de destino|alici|alan|account 2',
    ),
  },
  time: {
    what: 'the time of the payment',
    isNeeded: false,
    headers: [
      ...(payment.properties.date?.headers ?? []),
      ...headers(
        'timestamp|tran timestamp|transaction timestamp|datetime|date time|date and time|time|transaction time|date|step|posted at|booked at|executed on|execution date|zeitpunkt|zeit|datum|buchungstag|ausfuhrungsdatum|horodatage|date operation|date d operation|date execution|heure|fecha|fecha y hora|hora|data|data e ora|data operazione|ora|data si ora|data operatiunii|tijdstip|boekdatum|data operacji|data transakcji|czas|vremya|data operatsii|data platezha|data platezhu|chas|tarih|unix time|epoch',
      ),
    ],
  },
  amount: {
    what: 'the amount',
    isNeeded: false,
    headers: [
      ...(payment.properties.amount?.headers ?? []),
      ...headers(
        'value|base amt|amount paid|amt|betrag in eur|amount eur|amount usd|summe|kwota operacji|summa|suma platezhu|tutar|monto|montante|quantia',
      ),
    ],
  },
};
