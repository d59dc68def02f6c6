// The Traffic Light Protocol 2.0 (FIRST, 2022) and the handling codes of Europol's information exchange.
// Invariant: a conversion never lets more people have it than before, and says what it could not carry over.

import type { HandlingCode } from './codes.ts';
import type { Converted } from './grading.ts';

/** From the widest to the narrowest. */
export const trafficLights = {
  CLEAR: 'No limit on disclosure',
  GREEN: 'Within the community, not through public channels',
  AMBER: 'Within the organisation and its clients, on a need-to-know basis',
  'AMBER+STRICT': 'Within the organisation only, on a need-to-know basis',
  RED: 'For the eyes and ears of the individual recipients only',
} as const;

export type TrafficLight = keyof typeof trafficLights;

/** The words that RED adds to H3. */
export const redWords = 'TLP:RED: for the individual recipients only';

/** The colour that a text names, with or without `TLP:` before it. */
export function trafficLightFrom(text: string): TrafficLight | undefined {
  const name = text
    .trim()
    .toUpperCase()
    .replace(/^TLP:\s*/, '');
  return Object.hasOwn(trafficLights, name) ? (name as TrafficLight) : undefined;
}

/**
 * Handling codes that are no wider than the colour. GREEN keeps information out of public channels, and a court is one:
 * H1. H2 knows no clients, so AMBER comes to the same as AMBER+STRICT.
 */
export function handlingFrom(light: TrafficLight): Converted<readonly HandlingCode[]> {
  switch (light) {
    case 'CLEAR':
      return {
        value: ['H0'],
        lost: ['CLEAR lets everybody have it; H0 is for preventing and combating crime.'],
      };
    case 'GREEN':
      return { value: ['H1'], lost: ['GREEN names a community; H1 only asks before it goes to a court.'] };
    case 'AMBER':
      return {
        value: ['H1', 'H2'],
        lost: ['AMBER lets clients of the recipient have it; H2 asks the provider first.'],
      };
    case 'AMBER+STRICT':
      return { value: ['H1', 'H2'], lost: ['AMBER+STRICT asks for a need to know; H2 does not.'] };
    case 'RED':
      return {
        value: ['H1', 'H2', 'H3'],
        lost: ['RED is for named recipients; H3 holds that in words only.'],
      };
  }
}

/** The widest colour that is no wider than the codes together. H3's words cannot be read here: RED. */
export function trafficLightOf(handling: readonly HandlingCode[]): Converted<TrafficLight> {
  if (handling.includes('H3')) {
    return { value: 'RED', lost: ['The words of H3 have no place in a colour: RED, which allows least.'] };
  }
  if (handling.includes('H2')) {
    return {
      value: 'AMBER+STRICT',
      lost: ['H2 lets it go further once the provider permits; AMBER+STRICT does not.'],
    };
  }
  if (handling.includes('H1')) {
    return {
      value: 'GREEN',
      lost: ['H1 lets a court have it once the provider permits; GREEN does not say so.'],
    };
  }
  return { value: 'GREEN', lost: ['H0 lets courts have it; GREEN keeps it out of public channels.'] };
}
