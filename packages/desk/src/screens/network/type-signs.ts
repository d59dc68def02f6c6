// A drawing and a colour for each type of thing: in the picture, in its legend, in the list and on paper the same.

/** Drawings of 24 by 24 in lines, as those of `ui/sign.tsx`. */
const drawings: Readonly<Record<string, string>> = {
  person:
    'M12 5.500a3.200 3.200 0 1 0 0 6.400 3.200 3.200 0 1 0 0-6.400M5.500 19c.8-3.500 3.300-5 6.500-5s5.700 1.500 6.500 5',
  organization: 'M6 19V6h8v13M14 11h4v8M4.500 19h15M9 9h2M9 12h2M9 15h2',
  case: 'M5 8h14v10H5zM9.500 8V6h5v2M5 12h14',
  phone: 'M8.500 4.500h7v15h-7zM11 17h2',
  handset: 'M8 4.500h8v15H8zM10 7h4v6h-4zM11.500 16.500h1',
  email: 'M5 7h14v10H5zM5 7.500l7 5.500 7-5.500',
  handle:
    'M12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 1 0 0-7M15.500 12v1.500a2 2 0 0 0 4 0V12a7.500 7.500 0 1 0-3 6',
  account: 'M4.500 7h15v10h-15zM4.500 10.500h15M7 14h4',
  vehicle: 'M5 16v-4l2-4.500h10l2 4.500v4zM5 12h14M7.500 16v2M16.500 16v2',
  document: 'M7 4.500h7l3.500 3.500v11.500H7zM9.500 11h5M9.500 14h5',
  source: 'M7 4.500h7l3.500 3.500v11.500H7zM12 10v6M9 13h6',
  address:
    'M12 20c-4-4.500-5.500-7-5.500-9.500a5.500 5.500 0 0 1 11 0c0 2.500-1.500 5-5.500 9.500zM12 8.500a2 2 0 1 0 0 4 2 2 0 1 0 0-4',
  trip: 'M4.500 18c2-5 5-1 7-6s5-1 8-6M16 6h3.500v3.500',
  sighting:
    'M4 12c2-3.500 4.800-5 8-5s6 1.500 8 5c-2 3.500-4.800 5-8 5s-6-1.500-8-5zM12 10a2 2 0 1 0 0 4 2 2 0 1 0 0-4',
  payment:
    'M12 5v14M15.500 8.500c-.5-1.500-2-2-3.500-2-2 0-3.500 1-3.500 2.700 0 3.800 7 1.800 7 5.600 0 1.700-1.500 2.700-3.500 2.700-1.700 0-3.200-.7-3.700-2.300',
  communication: 'M4.500 6h15v9H12l-4.500 4v-4h-3zM8 10.500h8',
  advert: 'M5 10v4h3l7 4V6L8 10zM17.500 9.500c1 1.500 1 3.500 0 5',
};

const otherDrawing = 'M12 7a5 5 0 1 0 0 10 5 5 0 1 0 0-10';

/** By which of the ten colours of the style sheet a type is drawn. */
const colours: Readonly<Record<string, number>> = {
  person: 1,
  organization: 2,
  case: 3,
  phone: 4,
  handset: 4,
  email: 5,
  handle: 5,
  account: 6,
  vehicle: 7,
  document: 8,
  source: 8,
  address: 9,
};

export const colourCount = 10;

export function drawingOf(type: string): string {
  return drawings[type] ?? otherDrawing;
}

/** From 1 to `colourCount`. */
export function colourOf(type: string): number {
  return colours[type] ?? colourCount;
}

/** Of the first communities each has a colour of its own; the others share the last. Their numbers tell them apart. */
export function colourOfCommunity(number: number): number {
  return Math.min(number, colourCount);
}
