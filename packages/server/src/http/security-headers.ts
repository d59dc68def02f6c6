/**
 * What every answer carries. The API gives data, never a document: nothing may be loaded, framed or sniffed.
 * OWASP ASVS 5.0, V3.4; OWASP REST Security Cheat Sheet.
 */
const always: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Two years, as the preload list asks. */
const strictTransport = 'max-age=63072000; includeSubDomains';

/** Sets the headers; a page that brings its own content security policy keeps it. */
export function setSecurityHeaders(headers: Headers, secure: boolean): void {
  for (const [name, value] of Object.entries(always)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (secure) headers.set('strict-transport-security', strictTransport);
}
