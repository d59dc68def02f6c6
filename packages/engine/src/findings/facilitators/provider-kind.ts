/** What a facilitator provides. */
export const providerKinds = {
  transport: 'Transport',
  lodging: 'Lodging',
  documents: 'Documents',
  money: 'Money',
  communication: 'Communication',
  recruitment: 'Recruitment',
  advertising: 'Advertising',
  'legal-front': 'Legal front',
  broker: 'Person who brokers',
} as const;

export type ProviderKind = keyof typeof providerKinds;

/** What is on file of a provider that tells what it provides. */
export interface ProviderFacts {
  readonly type: string;
  /** Its names and sectors, folded. */
  readonly words: string;
  /** The roles stated of a person, the commonest first. */
  readonly roles: readonly string[];
  /** How many adverts name it, and how many of these offer work. */
  readonly adverts: number;
  readonly work: number;
  /** Whether it is known from journeys with it above all. */
  readonly carries: boolean;
}

const byType: Readonly<Record<string, ProviderKind>> = {
  phone: 'communication',
  email: 'communication',
  handle: 'communication',
  address: 'lodging',
  vehicle: 'transport',
  account: 'money',
  document: 'documents',
  source: 'documents',
};

/** What a person with a role provides; a role that is not here provides nothing that a network can lose. */
export const byRole: Readonly<Record<string, ProviderKind>> = {
  transporter: 'transport',
  harbourer: 'lodging',
  'document-supplier': 'documents',
  'money-handler': 'money',
  recruiter: 'recruitment',
  advertiser: 'advertising',
  facilitator: 'broker',
};

/** Words of companies' names and sectors, folded, in the languages of the partners; the first that fits. */
const byWord: readonly (readonly [RegExp, ProviderKind])[] = [
  [/exchange|remit|money|geldtransfer|wechsel|cash|hawala|finan/, 'money'],
  [
    /transport|tours?\b|travel|\bbus|coach|taxi|logist|spedit|transfer|reise|paket|courier|kurier/,
    'transport',
  ],
  [/hotel|hostel|pension|motel|immobil|real estate|wohn|lodging|rooms|cazare|apart/, 'lodging'],
  [/personal|staff|recruit|job|manpower|interim|zeitarbeit|uitzend|munca|\bhr\b|montage/, 'recruitment'],
  [/print|druck|document|visa|passport/, 'documents'],
  [/advert|anzeigen|werbung|classified|publici|reclam|\bmedia\b|marketing/, 'advertising'],
  [/phone|telecom|telekom|mobile|internet/, 'communication'],
];

/**
 * What a provider provides, as far as its type, words and stated roles tell. A number or an online account that adverts
 * name provides advertising, or recruitment where at least half of them offer work. A company whose words tell no trade
 * of these is a legal front: what several networks share of it is that it is a company.
 */
export function providerKind({ type, words, roles, adverts, work, carries }: ProviderFacts): ProviderKind {
  if (type === 'organization')
    return carries ? 'transport' : (byWord.find(([word]) => word.test(words))?.[1] ?? 'legal-front');
  if (type === 'person')
    return roles.map((role) => byRole[role]).find((kind) => kind !== undefined) ?? 'broker';
  if (adverts > 0 && byType[type] === 'communication')
    return work * 2 >= adverts ? 'recruitment' : 'advertising';
  return byType[type] ?? 'broker';
}
