/** What a notice can say. Add a kind where you add its cause; it never carries content. */
export const noticeKinds = {
  'clock-due-30': 'Within 30 days this contribution must be decided on',
  'clock-due-7': 'Within 7 days this contribution must be decided on',
  'clock-passed': 'A term has passed: the law asks that this be looked at',
  'clock-erased': 'Nobody decided in time: the contribution is erased',
  erased: 'A contribution was erased',
  'erased-onward': 'You received something that came in part from what is now erased: erase it too',
  'not-readable': 'A contribution cannot be read: nobody can tell which clocks run for it',
} as const;

export type NoticeKind = keyof typeof noticeKinds;
