/** Whether two texts differ in nothing but case, order and marks between words: then the second is no news. */
export function isSameSpelling(one: string, other: string): boolean {
  const words = (text: string) =>
    text
      .toLocaleLowerCase()
      .split(/[\s,.;]+/)
      .filter(Boolean)
      .sort()
      .join(' ');
  return words(one) === words(other);
}
