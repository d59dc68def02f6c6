// The filters of a network as the hub takes them, and as the page keeps them.

import type { AskedOf } from '../../api/contract.ts';
import type { NetworkFilters } from './network-content.ts';

export type AskedFilters = NonNullable<AskedOf<'expandNetwork'>['body']['filters']>;

/** The filters as the hub takes them. */
export function askedFilters({
  from,
  until,
  weakestSource,
  weakestInformation,
  hubsAbove,
  withoutTypes,
  withoutKinds,
  areas,
}: NetworkFilters): AskedFilters {
  return {
    withoutTypes: [...withoutTypes],
    withoutKinds: [...withoutKinds],
    areas: [...areas],
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(weakestSource === null ? {} : { weakestSource: weakestSource as 'A' }),
    ...(weakestInformation === null ? {} : { weakestInformation: weakestInformation as '1' }),
    ...(hubsAbove === null ? {} : { hubsAbove }),
  };
}

/** The filters as the page keeps them. */
export function filtersFrom(asked: AskedFilters): NetworkFilters {
  return {
    withoutTypes: asked.withoutTypes ?? [],
    withoutKinds: asked.withoutKinds ?? [],
    areas: asked.areas ?? [],
    from: asked.from ?? null,
    until: asked.until ?? null,
    weakestSource: asked.weakestSource ?? null,
    weakestInformation: asked.weakestInformation ?? null,
    hubsAbove: asked.hubsAbove ?? null,
  };
}
