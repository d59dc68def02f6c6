import type { GraphFixture } from '../../graph/graph-fixture.ts';

/** A call of a made-up story. `hour` is of the day; a place is also the cell. */
export interface StoryCall {
  readonly from: string;
  readonly to: string;
  /** Days after 1 January 2025. */
  readonly day: number;
  readonly hour?: number;
  readonly place?: string;
  readonly handset?: string;
}

/** Days after 1 January 2025 as a date. */
export function dayOf(day: number): string {
  return new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
}

/** States calls of one partner, each a record of its own. */
export function stateCalls(given: GraphFixture, calls: readonly StoryCall[]): void {
  calls.forEach(({ from, to, day, hour = 12, place, handset }, index) => {
    given.subject(
      `call ${from} ${to} ${day} ${hour} ${index}`,
      'communication',
      { owner: 'telecom' },
      {
        ...{
          date: dayOf(day),
          time: `${String(hour).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
        },
        ...{ fromPhone: from, toPhone: to },
        ...(place === undefined ? {} : { place, cell: `cell ${place}` }),
        ...(handset === undefined ? {} : { handset }),
      },
    );
  });
}

const suspect = { owner: 'police', category: 'suspect' } as const;

/**
 * Six suspects of one case in one town, who call somebody in another town, each the next of them alone, and five of them some
 * of sixty others; these call one another at home, and all a taxi office. One of the six is arrested on day 90.
 */
export function stateNetworkCalls(given: GraphFixture): void {
  given.subject('ring case', 'case', { owner: 'police' }, { number: 'RING1', crimeArea: 'thb-labour' });
  for (let at = 0; at < 6; at++)
    given.subject(`ring ${at}`, 'person', suspect, {
      ...{ name: `ring member${at}`, phone: `+4917700${at}`, case: '@ring case' },
      ...(at === 0 ? { arrested: dayOf(90) } : {}),
    });
  const calls: StoryCall[] = [];
  for (let day = 0; day < 180; day++) {
    const at = day % 6;
    const isQuiet = day >= 90 && day < 120;
    if (!isQuiet) {
      calls.push({ from: `+4917700${at}`, to: `+4917700${(at + 1) % 6}`, day, hour: 9, place: 'workville' });
      const other = at === 0 ? '+491780' : `+49179${10 * at + (Math.floor(day / 6) % 4)}`;
      calls.push({ from: `+4917700${at}`, to: other, day, hour: 13, place: 'workville' });
      if (day % 2 === 0)
        calls.push({ from: '+4917799', to: `+4917700${(day / 2) % 6}`, day, hour: 20, place: 'farville' });
    }
    for (let turn = 0; turn < 2; turn++) {
      const caller = (day * 7 + turn * 23) % 60;
      calls.push({
        from: `+49179${caller}`,
        to: `+49179${(caller + 1 + (day % 5)) % 60}`,
        day,
        hour: 10 + turn,
        place: `home${caller % 9}`,
      });
    }
    calls.push({
      from: `+49179${(day * 11) % 60}`,
      to: '+4917666',
      day,
      hour: 18,
      place: `home${((day * 11) % 60) % 9}`,
    });
  }
  stateCalls(given, calls);
}

/**
 * A user who carries two numbers through four towns, and another whose number takes over when the first falls silent; two
 * colleagues at one site by day with homes apart, and a couple who call one another.
 */
export function stateHandsetCalls(given: GraphFixture): void {
  const calls: StoryCall[] = [];
  const towns = ['northtown', 'southtown', 'easttown', 'westtown'];
  for (let turn = 0; turn < 24; turn++) {
    const town = towns[(turn * turn + turn) % 4 === 0 ? turn % 4 : (turn * 7 + 1) % 4] as string;
    const day = turn * 7 + 3;
    for (const [own, hour] of [
      ['+491661', 11],
      ['+491662', 11],
      ['+491661', 15],
      ['+491662', 15],
    ] as const)
      calls.push({ from: own, to: `+49167${(turn + hour) % 5}`, day, hour, place: town });
  }
  for (let turn = 0; turn < 40; turn++) {
    const isSecond = turn >= 20;
    calls.push({
      from: isSecond ? '+491664' : '+491663',
      to: `+49168${turn % 7}`,
      day: 30 + turn * 3 + (isSecond ? 2 : 0),
      hour: 14,
      place: 'harbour',
    });
    if (turn >= 20) continue;
    for (const [own, home] of [
      ['+491671', 'upham'],
      ['+491672', 'downham'],
    ] as const) {
      calls.push({ from: own, to: `+49169${turn % 3}`, day: turn * 8, hour: 10, place: 'site' });
      calls.push({ from: own, to: `+49169${turn % 3}`, day: turn * 8, hour: 21, place: home });
    }
    for (const [own, other] of [
      ['+491681', '+491682'],
      ['+491682', '+491681'],
    ] as const) {
      calls.push({
        from: own,
        to: turn % 4 === 0 ? other : `+49165${turn % 4}`,
        day: turn * 8,
        hour: 19,
        place: towns[turn % 4] as string,
      });
    }
  }
  stateCalls(given, calls);
}
