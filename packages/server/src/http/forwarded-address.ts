/** The address that the proxy in front saw: the last entry, which is the only one that the proxy itself wrote. */
export function forwardedAddress(headers: Headers): string | undefined {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return last !== undefined && /^[0-9a-fA-F.:]{2,45}$/.test(last) ? last : undefined;
}
