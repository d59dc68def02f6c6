import { z } from 'zod';

export const largestPage = 1000;

/** What a request says of the page that it wants. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(largestPage).default(50).describe('How many at most'),
  cursor: z
    .string()
    .min(1)
    .max(2048)
    .optional()
    .describe('`next` of the page before, from the same request by the same person; of no use elsewhere'),
});

/** A page of a list: no count of all, because a count tells of what is not shown. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe('The cursor of the next page; null on the last one'),
  });
}
