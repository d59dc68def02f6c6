import { openApi } from '@clew/model/contract/openapi.ts';
import type { AnyRoute } from '@clew/model/contract/route.ts';
import { version } from '../version.ts';

const made = new WeakMap<readonly AnyRoute[], string>();

/** The OpenAPI document of some routes, as text that is made once. */
export function openApiText(routes: readonly AnyRoute[]): string {
  const known = made.get(routes);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(openApi(routes, version), null, 2)}\n`;
  made.set(routes, text);
  return text;
}
