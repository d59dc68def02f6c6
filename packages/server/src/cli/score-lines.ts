import type { Score } from '@clew/engine/world/score.ts';
import { type Column, count, counted, type Page, textTable } from './text-table.ts';

type Share = Score['persons']['bCubed'];

interface Line extends Share {
  readonly what: string;
  readonly over: string;
}

const columns: readonly Column<Line>[] = [
  { title: 'held against the truth', value: (row) => row.what },
  { title: 'precision', value: (row) => shareText(row.precision), align: 'right' },
  { title: 'recall', value: (row) => shareText(row.recall), align: 'right' },
  { title: 'F1', value: (row) => shareText(row.f1), align: 'right' },
  { title: 'over', value: (row) => row.over },
];

/** A score as a table and a line on the traps. */
export function scoreLines(score: Score, page: Page): string[] {
  return [...textTable(scoreRows(score), columns, page), trapLine(score)];
}

function scoreRows(score: Score): Line[] {
  const { persons, organisations, facilitators, campaigns, problems } = score;
  const identities = [
    { what: 'people', score: persons },
    { what: 'organisations', score: organisations },
  ].flatMap(({ what, score }) => {
    const over = `${count(score.mentions)} mentions of ${count(score.identities)}, resolved into ${count(score.entities)}`;
    return [
      { what: `${what}, pairwise`, ...score.pairwise, over },
      { what: `${what}, B³`, ...score.bCubed, over: `${count(score.protected)} protected mentions left out` },
    ];
  });
  const { planted, found, reported } = facilitators;
  return [
    ...identities,
    {
      what: 'facilitators',
      ...facilitators,
      over: `${count(found)} of ${count(planted)} found, ${count(reported)} reported`,
    },
    {
      what: 'adverts of one origin, pairwise',
      ...campaigns,
      over: `${count(campaigns.correct)} of ${count(campaigns.true)} pairs found, ${count(campaigns.linked)} reported`,
    },
    ...score.leads.map(({ title, planted: all, found: some, reported: told, falseAlarms, ...share }) => ({
      what: title.toLowerCase(),
      precision: share.precision,
      recall: share.recall,
      f1: share.f1,
      over: `${count(some)} of ${count(all)} found, ${count(told)} reported, ${falseAlarms.toFixed(2)} false per 1,000 entities`,
    })),
    {
      what: 'problems in the data',
      precision: null,
      recall: problems.recall,
      f1: null,
      over: `${count(problems.found)} of ${count(problems.planted)} planted found`,
    },
  ];
}

function trapLine({ traps }: Score): string {
  const sum = (number: (trap: Score['traps'][number]) => number) =>
    traps.reduce((all, trap) => all + number(trap), 0);
  const planted = counted(
    sum((trap) => trap.planted),
    'trap',
  );
  const reported = count(sum((trap) => trap.reported));
  const merged = count(sum((trap) => trap.merged ?? 0));
  return `${planted}: ${reported} reported as leads, ${merged} pairs of different people taken for one`;
}

function shareText(share: number | null): string {
  return share === null ? '–' : share.toFixed(3);
}
