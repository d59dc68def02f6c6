import type { PageAsked } from './asked.ts';
import { notACursor } from './cursor.ts';

/**
 * A page of a list that is already whole in memory. It goes on behind the key where the page before ended, so that
 * what is added or removed in between moves nothing; the list must be sorted in a way that does not change.
 */
export function pageOfList<T>(
  page: PageAsked,
  all: readonly T[],
  keyOf: (item: T) => string,
): { items: T[]; next: string | null } {
  const last = page.after === null ? -1 : all.findIndex((item) => keyOf(item) === page.after);
  // What the page before ended with is gone: there is no telling where to go on.
  if (page.after !== null && last < 0) return { items: [], next: null };
  const items = all.slice(last + 1, last + 1 + page.limit);
  const end = items.at(-1);
  const more = end !== undefined && last + 1 + items.length < all.length;
  return { items, next: page.next(more ? keyOf(end) : null) };
}

/** A page of what is read with an offset: one row more than asked for tells whether there is a next page. */
export async function pageByOffset<T>(
  page: PageAsked,
  read: (at: { readonly limit: number; readonly offset: number }) => Promise<readonly T[]>,
): Promise<{ items: T[]; next: string | null }> {
  const offset = page.after === null ? 0 : Number(page.after);
  const rows = await read({ limit: page.limit + 1, offset });
  const more = rows.length > page.limit;
  return { items: rows.slice(0, page.limit), next: page.next(more ? String(offset + page.limit) : null) };
}

/** A page out of a view: its cursors fit that view only, since the next run may number and order anew. */
export async function pageOfView<T>(
  page: PageAsked,
  read: (
    at: string | null,
  ) => Promise<{ readonly view: string; readonly items: readonly T[]; readonly next: string | null }>,
): Promise<{ items: readonly T[]; next: string | null }> {
  const [view, at] = page.after === null ? [null, null] : (JSON.parse(page.after) as [string, string]);
  const found = await read(at);
  if (view !== null && view !== found.view) throw notACursor();
  return {
    items: found.items,
    next: page.next(found.next === null ? null : JSON.stringify([found.view, found.next])),
  };
}
