import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '@clew/model/refusal.ts';

/**
 * Refuses a change that another site's page has made a browser send. A browser always names at least one of the two
 * headers with POST, PUT and DELETE (Fetch standard; W3C Fetch Metadata); all that are named must fit.
 */
export function checkOrigin(headers: Headers, ownOrigins: readonly string[]): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const fits =
    (origin !== null || site !== null) &&
    (origin === null || ownOrigins.includes(origin.toLowerCase())) &&
    (site === null || site === 'same-origin');
  if (!fits) {
    throw new Refusal(
      'forbidden',
      'The request does not come from a page of the hub.',
      'Systems use a token (Authorization: Bearer …), which needs no origin.',
    );
  }
}

/** Refuses a change without the form token of the session: a page of another site cannot know it. */
export function checkFormToken(given: string | null, expected: string): void {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(expected);
  if (a.length !== b.length || !timingSafeEqual(a, b)) {
    throw new Refusal(
      'forbidden',
      'The form token is missing or is of another session.',
      'Send `formToken` of GET /session in the header Clew-Form.',
    );
  }
}
