/** The properties that say where something was: type and property. Birth places and nationalities do not. */
export const placeProperties = [
  ['advert', 'place'],
  ['sighting', 'place'],
  ['communication', 'place'],
  ['trip', 'origin'],
  ['trip', 'destination'],
  ['payment', 'place'],
  ['address', 'city'],
] as const;

export const countryProperties = [
  ['advert', 'country'],
  ['sighting', 'country'],
  ['address', 'country'],
  ['organization', 'country'],
  ['case', 'country'],
] as const;

/** The types whose records are events: what takes part in one was there, then, but for `remoteLinks`. */
export const eventTypes = ['advert', 'sighting', 'trip', 'payment', 'communication'] as const;

/** The links of events whose other end was elsewhere: a call is placed where the caller is. */
export const remoteLinks = ['communicated to', 'sent to'] as const;

/** The properties that say when something happened: type, property and the kind of the moment. */
export const dateProperties = [
  ['advert', 'date', 'advert'],
  ['sighting', 'date', 'sighting'],
  ['trip', 'date', 'trip'],
  ['payment', 'date', 'payment'],
  ['communication', 'date', 'communication'],
  ['person', 'arrested', 'arrested'],
  ['case', 'opened', 'opened'],
  ['case', 'closed', 'closed'],
  ['document', 'issued', 'issued'],
  ['document', 'examined', 'examined'],
  ['document', 'expires', 'expires'],
] as const;
