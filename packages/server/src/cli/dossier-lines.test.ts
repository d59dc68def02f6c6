import type { Dossier } from '@clew/engine/products/dossier/dossier.ts';
import { labelFrom } from '@clew/model/terms/label.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { expect, test } from 'vitest';
import { displayWidth } from './display-width.ts';
import { dossierLines } from './dossier-lines.ts';
import { paintWith } from './paint.ts';

const source = { partner: 'police', contribution: 'c1', grade: 'B2', firstSeen: null, lastSeen: null };

const dossier: Dossier = {
  entity: 0xa1n,
  type: 'person',
  caption: 'Ivan Petrov',
  owners: ['border', 'police'],
  firstSeen: '2024-01-02',
  lastSeen: '2024-05-06',
  label: labelFrom('police', termsSchema.parse({ handling: ['H0', 'H2'], source: 'B', information: '2' }), {
    category: 'suspect',
    minor: false,
    personal: true,
  }),
  protected: false,
  withheld: { statements: 0, links: 1, places: 0, moments: 0, findings: 0 },
  properties: [
    {
      property: 'name',
      conflict: false,
      total: 2,
      rows: [
        {
          property: 'name',
          value: 'wang xiaoming',
          original: '王小明',
          spellings: 2,
          owners: ['border', 'police'],
          corroboration: { reports: 2, independent: 1, source: 'B', information: '2' },
          sources: {
            total: 3,
            rows: [
              { ...source, file: 'people.csv', row: 1200, original: '王小明', firstSeen: '2024-01-02' },
              { ...source, file: 'people.csv', row: 1201, original: 'محمد' },
            ],
          },
        },
      ],
    },
    {
      property: 'birthDate',
      conflict: true,
      total: 1,
      rows: [
        {
          property: 'birthDate',
          value: '1990-03-12',
          original: '12.3.90',
          spellings: 1,
          owners: ['police'],
          corroboration: { reports: 2, independent: 1, source: 'B', information: '2' },
          sources: { total: 1, rows: [{ ...source, file: 'a.csv', row: 3, original: '12.3.90' }] },
        },
      ],
    },
  ],
  links: [
    {
      kind: 'uses',
      direction: 'out',
      total: 3,
      rows: [
        {
          other: 0xb2n,
          otherType: 'phone',
          otherCaption: '+4930555',
          otherProtected: false,
          statements: 4,
          owners: ['border', 'police'],
          firstSeen: '2024-01-02',
          lastSeen: '2024-05-06',
        },
      ],
    },
  ],
  places: {
    total: 1,
    rows: [{ place: 'Nickelsdorf', country: 'at', times: 2, firstSeen: null, lastSeen: '2024-05-06' }],
  },
  moments: {
    total: 5,
    rows: [
      {
        date: '2024-05-06',
        kind: 'sighting',
        other: 0xc3n,
        otherType: 'sighting',
        otherCaption: 'x',
        place: 'Nickelsdorf',
        owners: ['border'],
      },
    ],
  },
  records: {
    total: 2,
    rows: [
      {
        subject: 0xa1n,
        name: 'person',
        partner: 'police',
        contribution: 'c1',
        file: 'people.csv',
        row: 1200,
      },
      { subject: 0xa2n, name: 'person', partner: 'border', contribution: 'c2', file: 'b.csv', row: 7 },
    ],
  },
  findings: { total: 0, rows: [] },
  hits: [{ recipient: 'police', other: 'border', otherTitle: 'Border Guard', hits: 2 }],
};

const page = { paint: paintWith(false), width: Number.POSITIVE_INFINITY };

test('a dossier reads like this', () => {
  expect(`\n${dossierLines(dossier, page).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    Ivan Petrov
    Person  person-00000000000000a1  seen 2024-01-02 to 2024-05-06
    known to  border, police
    terms     for cross-checking to find links between investigations, strategic or thematic analysis;
              H0 may be used to prevent and combat crime; H2 not to be disseminated without the
              permission of the provider; at the weakest B2 (reliable in most instances; known
              personally to the source, not to the official passing it on); as suspect
    Sources contradict each other: Date of birth.

    Stated
      Name           王小明 (written 2 ways)
                       B2 police: people.csv row 1,200, 2024-01-02
                       B2 police: people.csv row 1,201, "محمد"
                       and 1 more of border, police
                     and 1 more value
      Date of birth  ! 1990-03-12
                       B2 police: a.csv row 3, "12.3.90"

    Links
      what          id                      statements, when, whose
      uses →
        +4930555    phone-00000000000000b2  4, 2024-01-02 to 2024-05-06, border, police
        and 2 more

    Places
      place        country  times  seen
      Nickelsdorf  AT           2  2024-05-06

    Timeline
      date        what      where        id                         partners
      2024-05-06  sighting  Nickelsdorf  sighting-00000000000000c3  border
      4 earlier; see them with --limit

    Hits
      told    that these hold the same
      police  Border Guard (2)

    Records
      id                       partner  as        row  file
      person-00000000000000a1  police   person  1,200  people.csv
      person-00000000000000a2  border   person      7  b.csv
      Why these are one: clew why person-00000000000000a1 person-00000000000000a2

    Withheld to protect people: 1 link.
    "
  `);
});

test('what is protected says so at the top', () => {
  const lines = dossierLines({ ...dossier, protected: true, properties: [], links: [] }, page);
  expect(lines.join('\n')).toContain('Protected: names, contacts and places are withheld.');
});

test.each([80, 100, 133])('no line is wider than a terminal of %i columns', (width) => {
  for (const line of dossierLines(dossier, { ...page, width })) {
    expect(displayWidth(line)).toBeLessThanOrEqual(width);
  }
});
