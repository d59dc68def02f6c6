import { recordTable, unreadTable } from '../../../contribution/tables.ts';
import { findingTable, networkTable } from '../../../findings/tables.ts';
import { connect } from '../../../graph/connect.ts';
import { GraphFixture } from '../../../graph/graph-fixture.ts';
import { keptContributionTable, keptJudgementTable, keptPartnerTable } from '../../../kept.ts';
import type { Lake } from '../../../lake/lake.ts';
import { sql } from '../../../lake/sql.ts';
import { loadTable } from '../../../lake/table-writer.ts';
import { statementTable, valueProblemTable } from '../../../statements/tables.ts';
import { produce } from '../../produce.ts';

const suspect = (owner: string) => ({ owner, category: 'suspect' as const });
const victim = (owner: string, minor = false) => ({ owner, category: 'victim' as const, minor });

const partners = [
  { partner: 'police-north', title: 'Police of the North, Organised Crime Division', country: 'de' },
  { partner: 'border-south', title: 'Border Guard of the South', country: 'gr' },
  { partner: 'hotline', title: 'Гореща линия', country: 'bg' },
];

/** Names that must not turn up in a report. */
export const secrets = ['ivan petrov', 'Ivan Petrov', '4915112345678', 'X1234567', 'maria'];

/**
 * A small hub of one year, the tables of every stage: `scale` times seven smuggling cases and twice three of
 * trafficking, with victims, hits, networks and one finding. With 0 the hub is empty.
 */
export async function loadYear(
  lake: Lake,
  options: { readonly folder: string; readonly scale: number },
): Promise<void> {
  const fixture = new GraphFixture();
  for (let index = 0; index < options.scale * 7; index++) smuggling(fixture, index);
  for (let index = 0; index < options.scale * 3; index++) trafficking(fixture, index);
  await fixture.load(lake);
  await loadKept(lake, options.scale);
  await loadTable(lake, recordTable, options.scale === 0 ? [] : recordsOf(options.scale));
  await loadTable(lake, unreadTable, []);
  const [problem] = await lake.rows<{ row: number }>(sql`select min(row) as row from ${statementTable}`);
  await loadTable(
    lake,
    valueProblemTable,
    options.scale === 0
      ? []
      : ['date-ambiguous', 'date-ambiguous', 'phone-unreadable'].map((code, index) => ({
          contribution: 'hotline',
          row: (problem?.row ?? 0) + index,
          field: 'when',
          code,
          value: 'x',
          refused: code === 'phone-unreadable',
        })),
  );
  await connect(lake, { folder: options.folder });
  await loadFindings(lake, fixture, options.scale);
  await produce(lake, { folder: options.folder, indicators: true });
}

function smuggling(fixture: GraphFixture, index: number): void {
  const owner = index % 2 === 0 ? 'police-north' : 'border-south';
  const month = String((index % 12) + 1).padStart(2, '0');
  const countries = ['de', 'gr', 'at', 'de', 'rs', 'hu', 'de'];
  fixture.subject(
    `smuggling ${index}`,
    'case',
    { owner },
    {
      number: `S${index}`,
      crimeArea: index % 3 === 0 ? (['migrant-smuggling', 'document-fraud'] as never) : 'migrant-smuggling',
      opened: index === 3 ? '2024-11-02' : `2025-${month}-10`,
      country: countries[index % countries.length] ?? 'de',
    },
  );
  fixture.subject(`driver ${index}`, 'person', suspect(owner), {
    name: 'ivan petrov',
    phone: index % 4 < 2 ? '+4915112345678' : `+49151000${index}`,
    document: 'X1234567',
    role: index % 5 === 0 ? 'recruiter' : 'transporter',
    case: `@smuggling ${index}`,
  });
}

function trafficking(fixture: GraphFixture, index: number): void {
  const owner = index % 2 === 0 ? 'hotline' : 'police-north';
  const month = String((index % 6) + 4).padStart(2, '0');
  fixture.subject(
    `trafficking ${index}`,
    'case',
    { owner },
    {
      number: `T${index}`,
      crimeArea: index % 3 === 0 ? 'thb-labour' : 'thb-sexual',
      opened: `2025-${month}-20`,
      country: index % 2 === 0 ? 'bg' : 'de',
    },
  );
  for (let one = 0; one < 3; one++) {
    fixture.subject(`victim ${index} ${one}`, 'person', victim(owner, one === 2 && index === 0), {
      name: 'maria',
      sex: one === 1 ? 'm' : 'f',
      case: `@trafficking ${index}`,
      ...(one < 2
        ? { indicator: [['documents-taken'], [index % 3 === 0 ? 'low-pay' : 'prostitution']] as never }
        : {}),
    });
  }
  fixture.subject(`boss ${index}`, 'person', suspect(owner), {
    name: 'ivan petrov',
    document: 'X1234567',
    role: 'leader',
    case: `@trafficking ${index}`,
  });
}

async function loadKept(lake: Lake, scale: number): Promise<void> {
  await loadTable(
    lake,
    keptPartnerTable,
    partners.map((partner) => ({ ...partner, contact: `desk of ${partner.partner}` })),
  );
  await loadTable(
    lake,
    keptContributionTable,
    scale === 0
      ? []
      : partners.map(({ partner }, index) => ({
          contribution: partner,
          partner,
          file_name: `${partner}.csv`,
          bytes: 1000,
          received_at: `2025-0${index + 3}-15T09:00:00Z`,
          contact: null,
        })),
  );
  await loadTable(lake, keptJudgementTable, []);
}

function recordsOf(scale: number) {
  return partners.flatMap(({ partner }, index) =>
    Array.from({ length: scale * (11 - 3 * index) }, (_, row) => ({
      contribution: partner,
      row: row + 1,
      content: '{}',
    })),
  );
}

async function loadFindings(lake: Lake, fixture: GraphFixture, scale: number): Promise<void> {
  const areas = ['document-fraud', 'migrant-smuggling', 'thb-labour'];
  await loadTable(
    lake,
    networkTable,
    Array.from({ length: scale * 2 }, (_, index) => ({
      network: BigInt(index + 1),
      entity: fixture.entity(`driver ${index}`),
      members: 4,
      crime_areas: areas.slice(0, (index % 3) + 1),
    })),
  );
  await loadTable(
    lake,
    findingTable,
    scale === 0
      ? []
      : [
          {
            finding: 7n,
            detector: 'shared-facilitators',
            kind: 'communication',
            subjects: [fixture.valueEntity('phone', '+4915112345678')],
            evidence: [1n],
            reason: JSON.stringify({
              sentences: ['The phone of Ivan Petrov serves 3 networks.'],
              otherwise: [],
              figures: {
                networks: 3,
                areas: ['migrant-smuggling', 'document-fraud'],
                unserved: 4,
                reached: 6,
              },
            }),
            chance: 0.00001,
            chance_corrected: 0.0002,
            label: 1n,
          },
          {
            finding: 8n,
            detector: 'circuits',
            kind: 'vehicle',
            subjects: [fixture.entity('driver 1')],
            evidence: [1n],
            reason: JSON.stringify({ sentences: [], otherwise: [], figures: {} }),
            chance: 0.00001,
            chance_corrected: 0.003,
            label: 1n,
          },
          {
            finding: 9n,
            detector: 'contact-with-minors',
            kind: 'contacts',
            subjects: [fixture.valueEntity('phone', '+4915112345678')],
            evidence: [2n],
            reason: JSON.stringify({
              sentences: ['Ivan Petrov wrote to 12 minors.'],
              otherwise: [],
              figures: { age: 12, alone: 9, meeting: 2, staged: 12 },
            }),
            chance: 0.00001,
            chance_corrected: 0.0002,
            label: 1n,
          },
        ],
  );
}
