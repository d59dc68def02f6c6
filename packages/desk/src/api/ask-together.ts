import { call } from './call.ts';
import type { AnswerOf } from './contract.ts';

/** No link is of this kind: what is asked for is told, and nothing around it. */
export const noKind = ['none'];

/** As many as the hub takes in one question. */
const mostAsked = 1000;

interface Together {
  readonly ids: readonly string[];
  /** The finding that names them: what its statements are of is between them. */
  readonly finding: string | undefined;
}

/** Some things, and what links them with one another as far as a finding goes. */
export async function askTogether(
  { ids, finding }: Together,
  signal?: AbortSignal,
): Promise<AnswerOf<'expandNetwork'>> {
  const between = finding === undefined ? [] : await statedOf(finding, signal);
  const entities = [...new Set([...ids, ...between])].slice(0, mostAsked);
  return call('expandNetwork', { body: { entities, kinds: noKind, limit: 1 } }, signal);
}

/** The ids of all that the statements behind a finding are of or lead to. */
async function statedOf(finding: string, signal?: AbortSignal): Promise<readonly string[]> {
  const asked = { parameters: { finding }, query: { limit: mostAsked } };
  const { items } = await call('readFindingEvidence', asked, signal);
  return items.flatMap(({ id, other }) => (other === null ? [id] : [id, other]));
}
