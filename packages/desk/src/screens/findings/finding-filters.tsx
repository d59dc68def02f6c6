import { type CrimeArea, crimeAreas } from '@clew/model/ontology/crime-areas.ts';
import { show } from '../../address/use-address.ts';
import type { AskedOf } from '../../api/contract.ts';
import { Filter } from '../../ui/filter.tsx';
import { useWords } from '../../words/words.tsx';
import { pictures } from './pictures/pictures.ts';

const areas = Object.keys(crimeAreas) as CrimeArea[];
const chances = ['0.05', '0.01', '0.001'];
const standings = ['validated', 'untested', 'contradicted'] as const;
const states = ['open', 'confirmed', 'dismissed', 'unsure'] as const;

/** What the list of findings is narrowed by: all of it stands in the address. */
export type FindingQuery = Pick<
  NonNullable<AskedOf<'listFindings'>['query']>,
  'detector' | 'area' | 'chance' | 'standing' | 'state'
>;

/** What of an address narrows the list; what it does not know is left out. */
export function findingQuery(query: Readonly<Record<string, string>>): FindingQuery {
  const one = <Name extends string, Code extends string>(name: Name, codes: readonly Code[]) => {
    const code = codes.find((each) => each === query[name]);
    return (code === undefined ? {} : { [name]: code }) as { readonly [Key in Name]?: Code };
  };
  return {
    ...(/^[a-z-]{1,64}$/.test(query.detector ?? '') ? { detector: query.detector ?? '' } : {}),
    ...one('area', areas),
    ...one('chance', chances),
    ...one('standing', standings),
    ...one('state', states),
  };
}

interface FindingFiltersProps {
  readonly query: FindingQuery;
  /** Detectors of the findings that are there. */
  readonly detectors: readonly string[];
}

/** By detector, area, chance, standing of the indicator, and what was said of it. */
export function FindingFilters({ query, detectors }: FindingFiltersProps) {
  const { say, name, number } = useWords();
  const known = [
    ...new Set([...Object.keys(pictures), ...detectors, ...(query.detector ? [query.detector] : [])]),
  ];
  const named = (kind: string, codes: readonly string[]) =>
    codes.map((id) => ({ id, title: name(kind, id) }));
  return (
    <div className="row wrap no-print">
      <Filter
        label={say('findings.detector')}
        value={query.detector}
        onChange={(detector) => show({ detector })}
        all={say('findings.detector.all')}
        options={named('detector', known)}
      />
      <Filter
        label={say('property.crimeArea')}
        value={query.area}
        onChange={(area) => show({ area })}
        all={say('findings.area.all')}
        options={named('area', areas)}
      />
      <Filter
        label={say('findings.chance')}
        value={query.chance === undefined ? undefined : String(query.chance)}
        onChange={(chance) => show({ chance })}
        all={say('findings.chance.all')}
        options={chances.map((id) => ({
          id,
          title: say('findings.chance.most', {
            chance: number(Number(id), { style: 'percent', maximumSignificantDigits: 1 }),
          }),
        }))}
      />
      <Filter
        label={say('findings.standing')}
        value={query.standing}
        onChange={(standing) => show({ standing })}
        all={say('findings.standing.all')}
        options={named('standing', standings)}
      />
      <Filter
        label={say('findings.state')}
        value={query.state}
        onChange={(state) => show({ state })}
        all={say('findings.state.all')}
        options={named('finding.state', states)}
      />
    </div>
  );
}
