import type { Lake } from '../../lake/lake.ts';
import type { Detector } from '../detector.ts';
import { inTurn } from '../families.ts';
import type { Rule } from '../rule.ts';
import type { Looked } from './lead.ts';
import { tellLeads } from './tell-leads.ts';

/** Follows rules one after the other. Each is a family of tests of its own, corrected for what it looked at. */
export function byRule<Id extends string>(by: {
  readonly step: string;
  readonly rules: readonly (Rule & { readonly id: Id })[];
  readonly look: Readonly<Record<Id, (lake: Lake) => Promise<Looked>>>;
}): Detector['detect'] {
  const families = by.rules.map((rule) => async (lake: Lake) => {
    const looked = await by.look[rule.id](lake);
    return { tested: looked.tested, findings: await tellLeads(lake, looked, rule) };
  });
  return inTurn(by.step, families);
}
