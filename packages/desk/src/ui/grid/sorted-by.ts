export type SortValue = string | number | null;

interface Sorting<Item> {
  readonly by: (item: Item) => SortValue;
  readonly isDescending: boolean;
  readonly locale: string;
}

/** In order: figures by size, words as the language has them. What has no value comes last, whichever way. */
export function sortedBy<Item>(items: readonly Item[], { by, isDescending, locale }: Sorting<Item>): Item[] {
  const words = new Intl.Collator(locale, { numeric: true });
  const compare = (one: SortValue, other: SortValue): number => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : words.compare(String(one), String(other));
    return isDescending ? -order : order;
  };
  return [...items].sort((one, other) => compare(by(one), by(other)));
}
