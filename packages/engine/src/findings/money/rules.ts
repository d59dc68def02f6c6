// The typologies of trafficking and smuggling that recorded payments can show, each as a named rule. Those that they cannot
// show stand in docs/money.md, with the reason.

import type { Rule } from '../rule.ts';

const advisory2014 =
  'FinCEN: Guidance on recognizing activity that may be associated with human smuggling and human trafficking, FIN-2014-A008';
const advisory2020 =
  'FinCEN: Supplemental advisory on identifying and reporting human trafficking and related activity, FIN-2020-A008';

/** Pay that one account hands out to several. */
export const payRules = [
  {
    id: 'deduction',
    title: 'Pay that goes back to the payer',
    source: advisory2014,
    section: 'appendix B: substantial deductions to wages; pay that returns to the employer',
    needs:
      'Payments with a day from an account to three or more, and back. With amounts a lawful rent is told apart.',
    against:
      'Payees drawn as everybody else pays, and how often others are paid back by those whom they pay.',
    otherwise: [
      'An employer who lawfully lets rooms, sells meals or lends money, at prices that the pay can bear.',
      'Pay that was paid twice, or an advance, and is given back.',
      'Partners or relatives who put their pay into a common business.',
    ],
    standing: 'untested',
  },
  {
    id: 'recruitment-fee',
    title: 'Fee before the first pay',
    source: advisory2014,
    section:
      'appendix B: payments to recruitment agencies; FIN-2020-A008, typology 2: exploitative employment practices',
    needs:
      'Payments with a day of three or more accounts before another account first pays them. Whether an agency is licensed is not recorded.',
    against:
      'The payees of that time drawn as everybody pays who has nothing to do with the one that pays later.',
    otherwise: [
      'A lawful service that people buy before a new job: a language course, a driving licence, a permit, a move.',
      'A deposit for a home that several who begin at one firm rent of one landlord.',
      'A firm whose earlier payments are not on file: the first pay on file is not the first.',
    ],
    standing: 'untested',
  },
  {
    id: 'shared-pay-account',
    title: 'Pay of several into one account',
    source: advisory2020,
    section: 'typology 2: exploitative employment practices',
    needs: 'Payments that name the payee beside the account.',
    against: 'How often payments to an account name a further payee, account by account.',
    otherwise: [
      'A family, or people who trust each other, with one account among them.',
      'One person whose name is written in several ways.',
      'A home, a school or a guardian that lawfully keeps the money of those in its care.',
    ],
    standing: 'untested',
  },
] as const satisfies readonly Rule[];

/** What comes in at one account. */
export const funnelRules = [
  {
    id: 'funnel-account',
    title: 'Paid in here, drawn elsewhere',
    source: advisory2014,
    section: 'appendices A and B: funnel account; FIN-2020-A008, typology 3: funnel accounts',
    needs: 'Payments in and out at a counter, with day and place: one side has no account.',
    against: 'How often payments into an account are followed like that, account by account.',
    otherwise: [
      'Somebody who travels for trade and pays in takings on the way.',
      'A family that supports a student or a patient from several cities.',
      'A club or a community that collects in several cities for one purpose.',
    ],
    standing: 'untested',
  },
  {
    id: 'branch-series',
    title: 'Paid in at several places within two days',
    source: advisory2014,
    section: 'appendix A: at different branches, on the same or consecutive days',
    needs: 'Payments at a counter, with day and place.',
    against: 'The days of the account’s payments drawn from those of all payments in, its places kept.',
    otherwise: [
      'A collection, a funeral or a wedding to which relatives in several cities pay.',
      'Branches of one firm that pay in their takings on the same day of the week.',
      'A ticket sale or a payment date that is the same for everybody.',
    ],
    standing: 'untested',
  },
  {
    id: 'linked-senders',
    title: 'Senders with one phone or address',
    source: advisory2014,
    section: 'appendices A and B: apparently unrelated senders, with common addresses or phones',
    needs: 'Payers whose holders are on file with a phone or an address.',
    against: 'The payers drawn from all who pay anybody, the phone or address kept by as many.',
    otherwise: [
      'Relatives of different family names who help the same person.',
      'People in one hostel, barracks or ward who buy of the same trader.',
      'A phone or an address that was filled in for want of a better one.',
    ],
    standing: 'untested',
  },
  {
    id: 'under-threshold',
    title: 'Amounts just below a threshold',
    source: advisory2014,
    section: 'appendix A: kept below the reporting threshold, to a common beneficiary',
    needs: 'Payments with amounts, of several payers.',
    against: 'How many different amounts near the threshold lie below it, account by account.',
    otherwise: [
      'Prices that end just below a round figure and differ a little: journeys, rents, courses.',
      'A limit of a bank or a card that is the same for everybody.',
      'Money of another currency, whose round figures lie there.',
    ],
    standing: 'untested',
  },
] as const satisfies readonly Rule[];

export const nettingRules = [
  {
    id: 'netting',
    title: 'Taken in here, paid out there',
    source:
      'FATF: The role of hawala and other similar service providers in money laundering and terrorist financing (2013)',
    section: 'chapter 1: settlement by netting, without moving the money',
    needs: 'Payments with day and amount of both accounts.',
    against:
      'Days and amounts drawn, how many payments both have and when kept; amounts as all accounts have them.',
    otherwise: [
      'A lawful transfer service whose settlement runs over accounts that are not on file.',
      'A group of firms, or relatives abroad, where one collects and another pays.',
      'Prices that are usual in one trade, so that amounts are the same without a common reason.',
    ],
    standing: 'untested',
  },
] as const satisfies readonly Rule[];

/** Pay that goes on to somebody else has a detector of its own. */
export const wageRule = {
  id: 'wages-to-controller',
  title: 'Pay that goes on to one account',
  source: advisory2020,
  section: 'typology 2: exploitative employment practices',
  needs: 'Payments with a day from an account to three or more, and on. With amounts a rent is told apart.',
  against: 'Payees drawn as everybody pays who has nothing to do with the one that pays.',
  otherwise: [
    'Workers who share a house and pay what they owe for it through one of them.',
    'Repayment of a loan for the journey that was agreed freely and is coming to an end.',
    'Money for families at home that one person collects and sends.',
    'A firm that pays through accounts of its own.',
  ],
  standing: 'untested',
} as const satisfies Rule;

export const moneyRules: readonly Rule[] = [...payRules, ...funnelRules, ...nettingRules];
