/** What stands before the @ of mailboxes that many read: roles and desks, as they are written in Europe and beyond. */
const roles = `
  abuse accounting accounts admin administracao administracion administratie administration administrator anfrage
  ap billing biuro booking bookings buchhaltung buero buro bureau cabinet careers ceo commercial commerciale comptabilite
  contabilidad contabilitate contact contacto contato contatti customercare customerservice direccion direction
  director dispatch einkauf empfang enquiries enquiry export facturacion facturen factuur finance frontdesk genel
  hallo hello help helpdesk hotel hr iletisim info informacion informacja informatie information informatii
  inquiries inquiry intake jobs kancelaria kontakt kontor kundenservice legal mail mailbox marketing muhasebe
  no-reply noreply office ofis oficina oficiu orders partners personal post postmaster praxis presse press
  privacy procurement reception recepcao recepcion receptie recruiting recruitment redaktion reservas reservation
  reservations reservierung rezeption sales secretaria secretariado secretariat secretary security segreteria
  sekretariat service services shop sklep staff support team technik tickets vanzari ventas ventes verkauf verkoop
  vendite vertrieb webmaster welcome zakaz zentrale
`
  .trim()
  .split(/\s+/);

/** SQL: whether a value is the mailbox of a role, such as `info@` or `office2@`: who writes from it is nobody in particular. */
export function roleMailboxSql(value: string): string {
  return `regexp_full_match(lower(split_part(${value}, '@', 1)), '(${roles.join('|')})[-._]?[0-9]{0,3}')`;
}
