/**
 * Ids are unsigned 64-bit numbers derived from content. In the lake they are UBIGINT; to people they are shown as
 * `<prefix>-<16 hex digits>`, for example `person-00f3a1...`.
 */
export type Id = bigint;

/** The id as people see it. */
export function idText(prefix: string, id: Id): string {
  return `${prefix}-${id.toString(16).padStart(16, '0')}`;
}

/** The number in an id as people see it, or undefined when it is not one. The prefix may be left out. */
export function idFromText(text: string): Id | undefined {
  const digits = /^(?:[a-z]+-)?([0-9a-f]{16})$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : BigInt(`0x${digits}`);
}
