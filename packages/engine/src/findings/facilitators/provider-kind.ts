/** What a facilitator provides. */
export const providerKinds = {
  transport: 'Transport',
  lodging: 'Lodging',
  documents: 'Documents',
  money: 'Money',
  communication: 'Communication',
  recruitment: 'Recruitment',
  'legal-front': 'Legal front',
  broker: 'Person who brokers',
} as const;

export type ProviderKind = keyof typeof providerKinds;

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

const byRole: Readonly<Record<string, ProviderKind>> = {
  transporter: 'transport',
  harbourer: 'lodging',
  'document-supplier': 'documents',
  'money-handler': 'money',
  recruiter: 'recruitment',
  advertiser: 'recruitment',
};

/** Words of companies' names and sectors, folded, in the languages of the partners; the first that fits. */
const byWord: readonly (readonly [RegExp, ProviderKind])[] = [
  [
    /transport|tours?\b|travel|\bbus|coach|taxi|logist|spedit|transfer|reise|paket|courier|kurier/,
    'transport',
  ],
  [/hotel|hostel|pension|motel|immobil|real estate|wohn|lodging|rooms|cazare|apart/, 'lodging'],
  [/personal|staff|recruit|job|manpower|interim|zeitarbeit|uitzend|munca|\bhr\b|montage/, 'recruitment'],
  [/exchange|remit|money|transfer|wechsel|cash|hawala|finan/, 'money'],
  [/print|druck|document|visa|passport/, 'documents'],
  [/phone|telecom|telekom|mobile|internet/, 'communication'],
];

/** What a provider of this type provides, as far as its words (name, sector) and stated roles tell. */
export function providerKind(type: string, words: string, roles: readonly string[]): ProviderKind {
  if (type === 'organization') return byWord.find(([word]) => word.test(words))?.[1] ?? 'legal-front';
  if (type === 'person')
    return roles.map((role) => byRole[role]).find((kind) => kind !== undefined) ?? 'broker';
  return byType[type] ?? 'broker';
}
