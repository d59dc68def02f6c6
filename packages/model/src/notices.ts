/** What a notice can say. Add a kind where you add its cause; it never carries content. */
export const noticeKinds = {
  'clock-due-30': 'Within 30 days this contribution must be decided on',
  'clock-due-7': 'Within 7 days this contribution must be decided on',
  'clock-passed': 'A term has passed: the law asks that this be looked at',
  'clock-informs':
    'Persons whom the law protects are in this contribution: see that each is strictly necessary',
  'clock-erased': 'Nobody decided in time: the contribution is erased',
  erased: 'A contribution was erased',
  'erased-onward': 'You received something that came in part from what is now erased: erase it too',
  'erased-tell-outside': 'Recipients outside the hub got something of what is now erased: tell them',
  'not-readable': 'A contribution cannot be read: nobody can tell which clocks run for it',
  'hits-told': 'Another owner holds the same: there are new hits',
  'hits-returned': 'Hits that were withdrawn stand again',
  'hits-withdrawn': 'Hits no longer stand: what rested on them must not be used further',
  'hit-requested': 'Another owner asks for the content behind a hit',
  'hit-answered': 'The owner has answered about a hit',
  'hit-withdrawn': 'A hit that was asked about no longer stands, nor what was shared on it',
  'consent-ended': 'The owner no longer shares what is behind a hit',
  released: 'The hub released a product to you',
  'role-given': 'Somebody was given a role',
  'role-taken': 'A role was taken from somebody',
  'account-opened': 'Somebody was given an account, or an identity to sign in with',
  'account-reset': 'An administrator gave somebody a new one-time password',
  'token-issued': 'A system was given a token',
  'necessity-asked': 'A strict necessity waits for a second person',
  'necessity-answered': 'A strict necessity was approved or refused',
  'break-glass-asked': 'Access beyond the rules waits for a second person',
  'break-glass-answered': 'Access beyond the rules was approved or refused',
  'non-punishment':
    'A person stands among victims and among suspects: a victim is not to be punished for what the victim was compelled to do',
  'terms-tightened':
    'An owner has restricted what you hold of it: use it no further than the new terms allow',
} as const;

export type NoticeKind = keyof typeof noticeKinds;
