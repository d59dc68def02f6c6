/**
 * The cookie of a session. Its name binds it to this very origin (RFC 6265bis, `__Host-`). Over plain HTTP, which is
 * served on the machine's own address only, some browsers take no `Secure` cookie: there it goes by another name.
 */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-clew' : 'clew-on-this-machine';
}

export function sessionFrom(headers: Headers, secure: boolean): string | undefined {
  return cookieFrom(headers, cookieName(secure));
}

/** The value of a cookie that is there exactly once. */
export function cookieFrom(headers: Headers, name: string): string | undefined {
  const found = (headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const value = found.length === 1 ? found[0]?.slice(name.length + 1) : undefined;
  return value !== undefined && /^[A-Za-z0-9._~-]{1,512}$/.test(value) ? value : undefined;
}

export interface Cookie {
  readonly value: string;
  readonly seconds: number;
}

export function sessionCookie({ value, seconds }: Cookie, secure: boolean): string {
  const attributes = ['HttpOnly', 'SameSite=Strict', 'Path=/', `Max-Age=${seconds}`];
  if (secure) attributes.unshift('Secure');
  return `${cookieName(secure)}=${value}; ${attributes.join('; ')}`;
}

export function endedCookie(secure: boolean): string {
  return sessionCookie({ value: '', seconds: 0 }, secure);
}

/** What a browser holds while it is at the identity provider: `Lax`, because the provider sends it back. */
export function flowCookie({ value, seconds }: Cookie, secure: boolean): string {
  const attributes = ['HttpOnly', 'SameSite=Lax', 'Path=/', `Max-Age=${seconds}`];
  if (secure) attributes.unshift('Secure');
  return `${cookieName(secure)}-flow=${value}; ${attributes.join('; ')}`;
}

export function endedFlowCookie(secure: boolean): string {
  return flowCookie({ value: '', seconds: 0 }, secure);
}

export function flowFrom(headers: Headers, secure: boolean): string | undefined {
  return cookieFrom(headers, `${cookieName(secure)}-flow`);
}
