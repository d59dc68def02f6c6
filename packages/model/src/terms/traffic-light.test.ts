import { expect, test } from 'vitest';
import type { HandlingCode } from './codes.ts';
import {
  handlingFrom,
  type TrafficLight,
  trafficLightFrom,
  trafficLightOf,
  trafficLights,
} from './traffic-light.ts';

const lights = Object.keys(trafficLights) as TrafficLight[];
const combinations: HandlingCode[][] = [
  [],
  ['H1'],
  ['H2'],
  ['H3'],
  ['H1', 'H2'],
  ['H1', 'H3'],
  ['H1', 'H2', 'H3'],
];

test.each(lights)('%s there and back is no wider, and once more changes nothing', (light) => {
  const { value, lost } = handlingFrom(light);
  const back = trafficLightOf(value).value;
  expect(lights.indexOf(back)).toBeGreaterThanOrEqual(lights.indexOf(light));
  expect(trafficLightOf(handlingFrom(back).value).value).toBe(back);
  expect(lost).not.toEqual([]);
});

test.each(combinations)('codes %j lose none of themselves through a colour', (...codes) => {
  const given: HandlingCode[] = codes.length === 0 ? ['H0'] : codes;
  const { value, lost } = trafficLightOf(given);
  const back = handlingFrom(value).value;
  for (const code of given) if (code !== 'H0') expect(back).toContain(code);
  expect(lost).not.toEqual([]);
});

test('a colour is read with or without its prefix', () => {
  expect(trafficLightFrom('TLP:AMBER+STRICT')).toBe('AMBER+STRICT');
  expect(trafficLightFrom(' tlp: red ')).toBe('RED');
  expect(trafficLightFrom('WHITE')).toBeUndefined();
  expect(trafficLightFrom('toString')).toBeUndefined();
});
