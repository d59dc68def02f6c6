/** What says little: a place alone, a name alone, an initial, one of three names, letters in disorder. As the cases of `models.test.ts`. */
export const littleCases = [
  ['person', 'address', { address: 'Bonn' }, { address: 'BONN' }, 'the same place, and no number told'],
  [
    'person',
    'name',
    { name: 'Sukarman' },
    { name: 'Sukarmen' },
    'one name the same or like, the other somewhat alike',
  ],
  [
    'person',
    'name',
    { lastName: 'Sukarman' },
    { lastName: 'Sukarman' },
    'one name the same, the other not known',
  ],
  [
    'person',
    'name',
    { name: 'R Smith' },
    { name: 'Robert Smith' },
    'given name, nickname or initial, and the same family name',
  ],
  [
    'person',
    'name',
    { name: 'Stefan Hans Schaefer' },
    { name: 'Stefan Schneider' },
    'one name the same or like, the other somewhat alike',
  ],
  [
    'person',
    'name',
    { name: 'Stefan Hans Oldenburg' },
    { name: 'Stefan Oldenburt' },
    'the same family name, a like given name',
  ],
  [
    'person',
    'name',
    { name: 'Archie Novotny' },
    { name: 'Areceih Novotny' },
    'the same family name, a given name that looks alike',
  ],
] as const;
