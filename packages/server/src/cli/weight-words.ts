import { findEntityType } from '@clew/model/ontology/ontology.ts';
import { count } from './text-table.ts';

/** A weight: +14.2, −3.0. */
export function bits(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;
}

export function percent(probability: number): string {
  if (probability > 0.9999) return 'over 99.99 %';
  return probability < 0.0001 ? 'under 0.01 %' : `${(probability * 100).toFixed(2)} %`;
}

/** One person, one organisation. */
export function oneOf(type: string): string {
  return `one ${(findEntityType(type)?.title ?? type).toLowerCase()}`;
}

/** How many times likelier something is: "4,200 times likelier if they are one". */
export function timesWords(likelier: number): string {
  const times = Math.max(likelier, 1 / likelier);
  if (times < 1.05) return 'says next to nothing';
  return `${timesText(times)} times likelier if they are ${likelier > 1 ? 'one' : 'two'}`;
}

/** Two digits: 1.3, 42, 4,200, 2.1 million. */
function timesText(times: number): string {
  if (times >= 999_500) return `${(times / 1e6).toFixed(times >= 9.95e6 ? 0 : 1)} million`;
  if (times < 9.95) return times.toFixed(1);
  return count(Number(times.toPrecision(2)));
}
