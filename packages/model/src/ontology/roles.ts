/** What a person does in a network. */
export const roles = {
  leader: 'Leader or organiser',
  recruiter: 'Recruiter',
  transporter: 'Driver or transporter',
  harbourer: 'Gives shelter',
  guard: 'Guard or controller',
  'money-handler': 'Handles the money',
  'document-supplier': 'Supplies documents',
  advertiser: 'Places adverts',
  facilitator: 'Facilitator',
  exploiter: 'Exploiter',
  victim: 'Victim',
  worker: 'Worker',
  witness: 'Witness',
  contact: 'Contact',
  other: 'Other',
} as const;

export type Role = keyof typeof roles;
