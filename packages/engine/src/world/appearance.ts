import { roles as personRoles, type Role } from '@clew/model/ontology/roles.ts';
import type { Category, Organisation, Person } from './people.ts';
import type { Address } from './places.ts';

/** The files that a row can go to, by key. */
export type FileKey =
  | 'de'
  | 'ro'
  | 'fr'
  | 'ua'
  | 'border'
  | 'nl'
  | 'hotline'
  | 'holders'
  | 'documents'
  | 'us'
  | 'records'
  | 'road';

export const crimes = [
  'migrant-smuggling',
  'thb-sexual',
  'thb-labour',
  'thb-begging',
  'thb-criminality',
  'document-fraud',
  'benefit-fraud',
  'employment-law',
  'money-laundering',
] as const;
export type Crime = (typeof crimes)[number];

export const roles = Object.keys(personRoles) as Role[];
export type { Role };

export interface CaseFile {
  readonly file: FileKey;
  readonly number: string;
  readonly area: Crime;
}

/** What a row can carry of a thing that several people share. */
export type Shared =
  | { readonly property: 'phone' | 'plate' | 'account'; readonly value: string }
  | Paper
  | { readonly property: 'address'; readonly value: Address }
  | { readonly property: 'employer'; readonly value: Organisation };

/** A document, with what an examiner finds of it, who issued it, and which part of it is shared with others. */
export interface Paper {
  readonly property: 'document';
  readonly value: string;
  readonly source?: string;
  readonly country?: string;
  readonly basis?: string;
  readonly photograph?: string;
  readonly address?: Address;
  readonly sponsor?: string;
  /** The source unless told. */
  readonly shared?: 'number' | 'basis' | 'photograph' | 'address' | 'sponsor';
}

/** A value that a row must carry because of something planted; without a thing the value is the person's own. */
export type Mark = Shared & { readonly thing: string | null };

/** One person in one row of one partner's file. */
export interface Appearance {
  readonly person: Person;
  readonly file: FileKey;
  readonly case: CaseFile | null;
  readonly role: Role | null;
  readonly category: Category;
  readonly marks: Mark[];
  /** Days after 2024-01-01; undefined for any day. */
  readonly day?: number;
  readonly trip?: { readonly from: string; readonly to: string };
  readonly post?: string;
  /** Days after 2024-01-01 of an arrest that the row tells. */
  readonly arrested?: number;
}

/** Which shared things each file has a column for. */
export const holds: Readonly<Record<FileKey, readonly Shared['property'][]>> = {
  de: ['phone', 'plate', 'address', 'account', 'document', 'employer'],
  ro: ['phone', 'plate', 'address', 'account', 'document', 'employer'],
  fr: ['phone', 'plate', 'address', 'document', 'employer'],
  ua: ['phone', 'plate', 'address', 'document', 'employer'],
  border: ['phone', 'plate', 'document'],
  nl: ['phone', 'address', 'account', 'document', 'employer'],
  hotline: ['phone'],
  holders: ['phone', 'address', 'account', 'document'],
  documents: ['document'],
  us: ['phone', 'plate', 'address', 'document', 'employer'],
  records: ['phone', 'address', 'document'],
  road: ['phone', 'plate', 'document', 'employer'],
};

export interface PaymentRow {
  /** Null at a counter: money that is paid in or drawn has one account. */
  readonly payer: Party | null;
  readonly payee: Party | null;
  readonly amount: number;
  readonly day: number;
  readonly purpose: string;
  /** The planted flow, remittance office or other thing that it belongs to. */
  readonly thing: string | null;
  /** The city of the counter. */
  readonly place?: string;
}

export interface Party {
  readonly name: Person | Organisation;
  readonly account: string;
  readonly identity: string;
}

/** A call in a provider's records, with the cell, its place and the handset of the number that calls. */
export interface CallRow {
  readonly from: string;
  readonly to: string;
  readonly day: number;
  /** Of the day. */
  readonly minute: number;
  readonly place: string;
  readonly cell: string;
  readonly handset: string;
  /** The planted thing whose number calls. */
  readonly thing: string | null;
}

export interface AdvertRow {
  readonly template: string;
  /** Whose advert it is: the advertiser, whatever the wording and the number. */
  readonly campaign: string;
  readonly title: string;
  readonly text: string;
  /** The number as E.164; `shown` says whether it stands in a field of its own or in the text alone. */
  readonly number: string;
  readonly shown: boolean;
  readonly city: string;
  readonly country: string;
  readonly site: string;
  readonly handle: string;
  readonly day: number;
  readonly circuit: string | null;
  /** The planted thing that its handle is, where it is one. */
  readonly thing?: string;
}

/** An account on a platform, as the platform's report tells of it. */
export interface ChatAccount {
  readonly handle: string;
  /** As given in the profile. */
  readonly age: number;
  readonly category: Category;
}

/** A form in which a shelter notes what somebody told; people have codes in it and no names. */
export interface ScreeningRow {
  readonly screening: string;
  readonly case: string;
  readonly area: Crime;
  readonly client: string;
  /** Years; null where nobody asked. */
  readonly age: number | null;
  /** As ticked, in the words of the form. */
  readonly facts: readonly string[];
}

export interface MessageRow {
  /** Minutes after 2024-01-01. */
  readonly minute: number;
  readonly platform: string;
  readonly sender: ChatAccount;
  readonly recipient: ChatAccount;
  readonly text: string;
  /** The planted account that writes it, or null. */
  readonly thing: string | null;
}
