/** Why something is erased. Which article or section that is, the legal profile says. */
export const erasureGrounds = {
  owner: 'Its owner asks for it',
  supervisor: 'The supervisory authority orders it',
  'data-subject': 'Somebody it is about has a right to it',
  'not-needed': 'It is no longer needed',
  unlawful: 'It should not have been taken in',
  clock: 'Nobody decided in time',
} as const;

export type ErasureGround = keyof typeof erasureGrounds;
