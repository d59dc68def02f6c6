import { Secret, TOTP } from 'otpauth';

// Time-based one-time passwords (RFC 6238) as authenticator apps have them: SHA-1, six digits, thirty seconds.

const period = 30;
const digits = 6;
const algorithm = 'SHA1';
/** Steps before and after the present one whose code is taken: clocks differ (RFC 6238, section 5.2). */
const skew = 1;

/** A new secret of 160 bits (RFC 4226, section 4, R6), in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from a QR code: `otpauth://totp/…`. */
export function totpUri(secret: string, { person, hub }: { person: string; hub: string }): string {
  const totp = new TOTP({ issuer: hub, label: person, algorithm, digits, period, secret });
  return totp.toString();
}

/** The time step whose code this is, or undefined. The caller makes sure that no step is used twice. */
export function totpStep(secret: string, code: string, now: number): number | undefined {
  const token = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = TOTP.validate({
    token,
    secret: Secret.fromBase32(secret),
    algorithm,
    digits,
    period,
    timestamp: now,
    window: skew,
  });
  return delta === null ? undefined : TOTP.counter({ period, timestamp: now }) + delta;
}
