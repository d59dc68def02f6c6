/** Shares are in [0, 1]; null where there is nothing to divide by. */
export interface Share {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Precision and recall with their harmonic mean. */
export function shareOf(precision: number | null, recall: number | null): Share {
  if (precision === null || recall === null) return { precision, recall, f1: null };
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}
