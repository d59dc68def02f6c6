/**
 * An ISO 8601 duration of years, months and days added to an instant, in calendar time in UTC: years and months
 * first, and where the month that is reached has no such day, its last. `2024-02-29` and `P1Y` give `2025-02-28`.
 * Throws on a text that is no such duration: durations come from profiles, not from people.
 */
export function addDuration(instant: string, duration: string): string {
  const parts = /^P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,6})D)?$/.exec(duration);
  if (parts === null || duration === 'P')
    throw new Error(`Not a duration of years, months and days: ${duration}`);
  const [years, months, days] = [1, 2, 3].map((index) => Number(parts[index] ?? 0)) as [
    number,
    number,
    number,
  ];
  const from = new Date(instant);
  const month = from.getUTCMonth() + months + 12 * years;
  const first = new Date(from);
  first.setUTCDate(1);
  first.setUTCMonth(month);
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), last));
  first.setUTCDate(first.getUTCDate() + days);
  return first.toISOString();
}
