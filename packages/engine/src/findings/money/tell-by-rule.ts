import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../../lake/lake.ts';
import type { Detected, Proposed } from '../detector.ts';
import type { Rule } from '../rule.ts';
import type { Looked } from './lead.ts';
import { tellLeads } from './tell-leads.ts';

/** Follows rules one after the other. Each is a family of tests of its own, corrected for what it looked at. */
export async function tellByRule<Id extends string>(
  lake: Lake,
  watch: Watch,
  by: {
    readonly step: string;
    readonly rules: readonly (Rule & { readonly id: Id })[];
    readonly look: Readonly<Record<Id, (lake: Lake) => Promise<Looked>>>;
  },
): Promise<Detected> {
  const findings: Proposed[] = [];
  let tested = 0;
  for (const [done, rule] of by.rules.entries()) {
    watch.onProgress?.({ step: by.step, done, total: by.rules.length, unit: 'rules' });
    const looked = await by.look[rule.id](lake);
    tested += looked.tested;
    findings.push(...(await tellLeads(lake, looked, rule)));
  }
  watch.onProgress?.({ step: by.step, done: by.rules.length, total: by.rules.length, unit: 'rules' });
  return { tested, findings };
}
