/** A published typology that recorded payments cannot show, or that something else shows. */
export interface NotSeen {
  readonly typology: string;
  readonly section: string;
  readonly why: string;
}

/** What FinCEN's advisories of 2014 and 2020 name and no rule of `rules.ts` follows, in our own words. */
export const notSeen: readonly NotSeen[] = [
  {
    typology: 'Money from countries of migrants to a border city, or to somebody who is no national of them',
    section: 'FIN-2014-A008, appendix A',
    why: 'Would select people by nationality and region. The design forbids it.',
  },
  {
    typology:
      'Cash of unknown source that is wired to countries of migrants; transfers to countries of higher risk',
    section: 'FIN-2014-A008, appendices A and B',
    why: 'Would select by country, and what a customer is expected to do is known to the bank alone.',
  },
  {
    typology:
      'Checks signed in advance; small notes changed for large ones; a successor after an account was closed',
    section: 'FIN-2014-A008, appendix A',
    why: 'Seen at the counter or in the bank’s own files. No payment records it.',
  },
  {
    typology: 'A way of life, or cash, that does not fit the income or the trade',
    section: 'FIN-2014-A008, appendices A and B',
    why: 'Income and line of business are not recorded.',
  },
  {
    typology: 'Little or no payroll for the size of the business',
    section: 'FIN-2014-A008, appendix B',
    why: 'A hub holds parts of what was paid: a payment that is not on file is no payment that was not made.',
  },
  {
    typology: 'Deductions that are withheld before the pay is paid; payroll checks cashed for the employer',
    section: 'FIN-2014-A008, appendix B',
    why: 'Only the rest is paid, or cash changes hands. What comes back by transfer is the rule `deduction`.',
  },
  {
    typology:
      'A third party who escorts, speaks, fills in or holds the papers; all ten behavioural indicators',
    section: 'FIN-2014-A008, appendix B; FIN-2020-A008, behavioural indicators',
    why: 'Observed face to face. Recorded indicators of a case are assessed by `clew assess`.',
  },
  {
    typology: 'Payments for adverts of escorts, to classified sites or web hosts, also abroad',
    section: 'FIN-2014-A008, appendix B; FIN-2020-A008, financial indicators',
    why: 'What a payee sells is not recorded, and words of purpose are easily left out (decision 39). Adverts of one origin are bound by `advert-campaigns`.',
  },
  {
    typology: 'A business that pays for housing, vehicles and food of people',
    section: 'FIN-2014-A008, appendix B; FIN-2020-A008, financial indicators',
    why: 'What a payee sells, and what the business does, is not recorded.',
  },
  {
    typology: 'Recruitment agencies without a licence or with violations',
    section: 'FIN-2014-A008, appendix B',
    why: 'Licences are not recorded. That several pay before one account first pays them is the rule `recruitment-fee`.',
  },
  {
    typology: 'One signer, phone, address or employer on accounts of several names',
    section: 'FIN-2014-A008, appendix B',
    why: 'Shown by `shared-facilitators` where networks are concerned; among payers it is the rule `linked-senders`. Signers are not recorded.',
  },
  {
    typology: 'Employer or agency as custodian of workers’ accounts; accounts opened for minors',
    section: 'FIN-2014-A008, appendix B; FIN-2020-A008, behavioural indicators',
    why: 'Custody is not recorded. Pay of several into one account is the rule `shared-pay-account`.',
  },
  {
    typology: 'Front companies that mix proceeds with those of a lawful trade',
    section: 'FIN-2020-A008, typology 1',
    why: 'Needs the books. A company that serves several networks is a legal front of `shared-facilitators`.',
  },
  {
    typology: 'Visa fraud',
    section: 'FIN-2020-A008, typology 2',
    why: 'Not in payments. Forged papers of one source are shown by `document-series`.',
  },
  {
    typology: 'Prepaid cards, mobile and virtual money, processors that hide the originator',
    section: 'FIN-2020-A008, typology 4 and financial indicators',
    why: 'The way of payment is not recorded. Wallets that are stated as accounts are looked at like any other.',
  },
  {
    typology: 'Cash outside business hours',
    section: 'FIN-2020-A008, financial indicators',
    why: 'Payments are kept by day.',
  },
  {
    typology: 'Frequent movement through cities; a phone or handle that commercial sex adverts name',
    section: 'FIN-2020-A008, financial indicators',
    why: 'Shown by `circuits` and `advert-campaigns`, and by the links of the holder.',
  },
];
