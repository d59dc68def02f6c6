import { expect, test } from 'vitest';
import { table, told } from './proposal-fixture.ts';
import { proposeMapping } from './propose-mapping.ts';

test('records of calls, and the messages of a seized device', () => {
  const calls = table(`
    Record id|Calling number|Called number|Call start|Duration (s)|Cell ID|Location|IMEI|Call type
    C1|+40721000001|+40721000002|2026-03-04 21:05:00|62|226-01-0412-7|Cluj|490154203237518|voice
    C2|+40721000003|+40721000001|2026-03-04 22:10:00|15|226-01-0412-9|Cluj|490154203237526|voice`);
  expect(told(calls)).toMatchInlineSnapshot(`
    [
      "Record id: communication.key",
      "Calling number: communication.fromPhone",
      "Called number: communication.toPhone",
      "Call start: row.seen",
      "Duration (s): communication.duration",
      "Cell ID: communication.cell",
      "Location: communication.place",
      "IMEI: communication.handset",
      "Call type: communication.channel",
      "communication: communication by Record id",
    ]
  `);
  expect(proposeMapping(calls).mapping.subjects.communication?.properties.time).toEqual({
    columns: ['Call start'],
  });
  const french = table(`
    Numéro appelant|Numéro appelé|Date|Heure|Durée|Cellule
    0612345678|0698765432|04/03/2026|21:05|62|208-01-12-7`);
  expect(told(french)).toMatchInlineSnapshot(`
    [
      "Numéro appelant: communication.fromPhone",
      "Numéro appelé: communication.toPhone",
      "Date: row.seen",
      "Heure: communication.time",
      "Durée: communication.duration",
      "Cellule: communication.cell",
      "communication: communication",
    ]
  `);
  const messages = table(`
    sender|recipient|timestamp|platform|message
    @lili|@bo.ray|2026-03-04T21:05:00Z|chat|how old are you
    @bo.ray|@lili|2026-03-04T21:06:00Z|chat|why`);
  expect(told(messages)).toMatchInlineSnapshot(`
    [
      "sender: communication.fromHandle",
      "recipient: communication.toHandle",
      "timestamp: row.seen",
      "platform: communication.channel",
      "message: communication.text",
      "communication: communication",
    ]
  `);
});

test('a report of a platform tells of both ends, each account one person of its own', () => {
  const report = table(`
    report id|sent at|platform|sender|sender profile age|sender category|recipient|recipient profile age|recipient category|message
    r1|2026-03-04T21:05:00Z|chat|@bo.ray|34|suspect|@lili|13|contact|how old are you
    r2|2026-03-04T21:06:00Z|chat|@lili|13|contact|@bo.ray|34|suspect|why`);
  expect(told(report)).toMatchInlineSnapshot(`
    [
      "report id: -",
      "sent at: row.seen",
      "platform: communication.channel",
      "sender: communication.fromHandle",
      "sender profile age: sender.profileAge",
      "sender category: sender.category",
      "recipient: communication.toHandle",
      "recipient profile age: recipient.profileAge",
      "recipient category: recipient.category",
      "message: communication.text",
      "communication: communication, sender -> sender, recipient -> recipient",
      "sender: person by sender",
      "recipient: person by recipient",
    ]
  `);
  const { sender, recipient, communication } = proposeMapping(report).mapping.subjects;
  expect([sender?.key, recipient?.key]).toEqual([['sender'], ['recipient']]);
  expect(communication?.properties).toMatchObject({
    sender: { ref: 'sender' },
    recipient: { ref: 'recipient' },
  });
});

test('trips, payments and adverts keep their headers beside those of communications', () => {
  const trips = table(`
    From|To|Date|Time|Surname
    Cluj|Lyon|04.03.2026|21:05|Popa`);
  expect(told(trips)).toMatchInlineSnapshot(`
    [
      "From: trip.origin",
      "To: trip.destination",
      "Date: row.seen",
      "Time: -",
      "Surname: person.lastName",
      "person: person",
      "trip: trip, traveller -> person",
    ]
  `);
  const payments = table(`
    Sender|Receiver|Amount|Date|Message
    Ann Lee|Bo Ray|120,00|04.03.2026|rent`);
  expect(told(payments)).toMatchInlineSnapshot(`
    [
      "Sender: payer.name",
      "Receiver: payee.name",
      "Amount: payment.amount",
      "Date: row.seen",
      "Message: -",
      "payer: person",
      "payee: person",
      "payment: payment",
    ]
  `);
  const adverts = table(`
    message|channel|phone|city|published
    call me now|ads.example|+353851234567|Cork|2025-03-05`);
  expect(told(adverts)).toMatchInlineSnapshot(`
    [
      "message: advert.text",
      "channel: -",
      "phone: advert.phone",
      "city: advert.place",
      "published: row.seen",
      "advert: advert",
    ]
  `);
});
