// Measures saved networks: how long until one is on the screen, and how long a frame takes while it is moved about.
// A hub with enough things gives them; where it has fewer, the browser is given an invented network in place of the
// hub's answer, and the figure is that of the page alone.

import type { Page } from 'playwright-core';
import { diceFor } from '../packages/engine/src/world/dice.ts';
import { view } from './desk-browser.ts';

export interface NetworkFigures {
  /** From following the link to the first frame that shows all of it, in milliseconds (median of three). */
  readonly ms: number;
  /** While all of it is moved about, and while one of its things is. */
  readonly moved: Frames;
  readonly dragged: Frames;
  /** Whether the hub read it, or the page was given it. */
  readonly from: 'hub' | 'invented';
}

/** From one frame to the next, and the time that the page computed meanwhile, in milliseconds. */
interface Frames {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly worstMs: number;
  readonly computedMs: number;
}

const drawn = '.picture-canvas';

/** Saves so many things as a network, if the hub has them, and opens it three times. */
export async function measureNetwork(page: Page, nodes: number): Promise<NetworkFigures> {
  const saved = await saveInHub(page, nodes);
  const id = saved ?? nodes.toString(16).padStart(16, '0');
  if (saved === undefined) {
    const body = JSON.stringify(inventedAnswer(id, nodes));
    await page.route(`**/networks/views/${id}`, (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body }),
    );
  }
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    await view(page, '#/network');
    await page.reload();
    await page.locator('main h1').first().waitFor();
    times.push(await openAndTime(page, `#/network/saved/${id}`, nodes));
  }
  const moved = await framesWhile(page, 'ground');
  const dragged = await framesWhile(page, 'thing');
  if (saved !== undefined) await request(page, { method: 'DELETE', path: `/networks/views/${id}` });
  return { ms: at(times, 0.5), moved, dragged, from: saved === undefined ? 'invented' : 'hub' };
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(share * (values.length - 1))] ?? Number.NaN);
}

/** Measured in the page, so that what drives the browser is not counted. */
function openAndTime(page: Page, hash: string, nodes: number): Promise<number> {
  return page.evaluate(`new Promise((done) => {
    const began = performance.now();
    window.location.hash = ${JSON.stringify(hash)};
    const look = () => {
      const shown = document.querySelector('${drawn}')?.dataset.drawn;
      if (shown === '${nodes}') done(performance.now() - began);
      else requestAnimationFrame(look);
    };
    look();
  })`);
}

/** Grips the free edge of the picture, or what lies in its middle, and goes round with it; the letting go is counted too. */
async function framesWhile(page: Page, gripped: 'ground' | 'thing'): Promise<Frames> {
  const box = await page.locator(drawn).boundingBox();
  if (box === null) throw new Error('No network is drawn');
  const free = 12;
  const from =
    gripped === 'ground'
      ? { x: box.x + free, y: box.y + box.height - free }
      : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const computed = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await computed();
  await page.evaluate(`window.frames_ = []; (function next(before) {
    requestAnimationFrame((now) => { window.frames_?.push(now - before); if (window.frames_) next(now); });
  })(performance.now())`);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 40; step++) {
    const angle = step / 4;
    await page.mouse.move(
      from.x + 120 * Math.abs(Math.sin(angle)),
      from.y - 90 * Math.abs(Math.sin(angle / 2)),
    );
  }
  await page.mouse.up();
  await page.waitForTimeout(500);
  const frames = (await page.evaluate(
    '(() => { const all = window.frames_.slice(1); window.frames_ = null; return all; })()',
  )) as number[];
  const computedMs = Math.round((await computed()) - before);
  await session.detach();
  return { p50Ms: at(frames, 0.5), p95Ms: at(frames, 0.95), worstMs: at(frames, 1), computedMs };
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** As the page asks, with its cookie and the purpose of the sitting. */
async function request(page: Page, { method, path, body }: Asked): Promise<Record<string, unknown>> {
  const asked = {
    ...{ method, path },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
  return (await page.evaluate(`(async ({ method, path, body }) => {
    const root = '/api/v1';
    const who = await (await fetch(root + '/session')).json();
    const ground = JSON.parse(sessionStorage.getItem('clew-purpose') ?? '{}');
    const answer = await fetch(root + path, { method, body, headers: {
      'clew-purpose': ground.purpose, 'clew-form': who.formToken,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    } });
    const text = await answer.text();
    return text === '' ? {} : JSON.parse(text);
  })(${JSON.stringify(asked)})`)) as Record<string, unknown>;
}

/** The id of a network of so many things of the hub; undefined where it has fewer. */
async function saveInHub(page: Page, nodes: number): Promise<string | undefined> {
  const members: string[] = [];
  let cursor: unknown = null;
  do {
    const next = cursor === null ? '' : `&cursor=${String(cursor)}`;
    const answer = await request(page, { method: 'GET', path: `/entities?limit=1000${next}` });
    const items = (answer.items ?? []) as readonly { id: string; protected: boolean }[];
    members.push(...items.filter((item) => !item.protected).map(({ id }) => id));
    cursor = answer.next ?? null;
  } while (cursor !== null && members.length < nodes);
  if (members.length < nodes) return undefined;
  const document = documentOf(members.slice(0, nodes), places(nodes));
  const { id } = await request(page, {
    method: 'POST',
    path: '/networks/views',
    body: { title: 'Measured', document },
  });
  return String(id);
}

function places(nodes: number): { readonly x: number[]; readonly y: number[] } {
  const dice = diceFor(7, 'places of a measured network', nodes);
  const spread = Math.sqrt(nodes) * 10;
  const axis = () => Array.from({ length: nodes }, () => Math.round((dice.next() - 0.5) * spread * 10) / 10);
  return { x: axis(), y: axis() };
}

function documentOf(members: readonly string[], { x, y }: ReturnType<typeof places>) {
  return { ...{ members, x, y }, pinned: [], notes: [], filters: {}, colouring: 'type', folded: [] };
}

const kinds = ['person', 'phone', 'case', 'document', 'address', 'vehicle'] as const;

/** Twice as many links as things, to things that already have many: a few hubs, and many with little. */
function inventedAnswer(id: string, nodes: number) {
  const dice = diceFor(7, 'a measured network', nodes);
  const types = Array.from({ length: nodes }, () => kinds[dice.below(kinds.length)] ?? 'person');
  const ids = types.map((type, place) => `${type}-${place.toString(16).padStart(16, '0')}`);
  const ends: [number, number][] = [];
  for (let link = 0; link < nodes * 2; link++) {
    const source = 1 + dice.below(nodes - 1);
    const other =
      ends.length > 0 && dice.chance(0.5) ? (ends[dice.below(ends.length)]?.[1] ?? 0) : dice.below(nodes);
    if (other !== source) ends.push([source, other]);
  }
  const degree = new Array<number>(nodes).fill(0);
  for (const end of ends.flat()) degree[end] = (degree[end] ?? 0) + 1;
  const same = <T>(value: T, length: number) => new Array<T>(length).fill(value);
  return {
    nodes: {
      ...{ id: ids, type: types, degree },
      caption: types.map((type, place) => `${type} ${place}`),
      statements: same(3, nodes),
      firstSeen: same('2024-01-01', nodes),
      lastSeen: same('2026-01-01', nodes),
      label: same(0, nodes),
      areas: same([], nodes),
    },
    links: {
      kind: same('uses', ends.length),
      source: ends.map(([source]) => source),
      target: ends.map(([, target]) => target),
      statements: same(1, ends.length),
      firstSeen: same(null, ends.length),
      lastSeen: same(null, ends.length),
      label: same(0, ends.length),
    },
    ends: ids,
    labels: [
      {
        ...{
          owners: ['police'],
          purposes: [],
          projects: [],
          handling: ['H0'],
          restrictions: [],
          expires: null,
        },
        ...{ source: 'A', information: '1', categories: [], uncategorised: false, minor: false },
      },
    ],
    ...{ id, title: 'Measured', savedAt: '2026-01-01T00:00:00.000Z' },
    document: documentOf(ids, places(nodes)),
  };
}
