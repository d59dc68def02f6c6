import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { hubLayout } from './hub-layout.ts';

/** The folder of the hub: as told, else from the environment, else ./clew-hub, else the current folder. */
export function findHub(told: string | undefined, environment: string | undefined): string {
  const named = told ?? environment;
  if (named !== undefined) {
    if (existsSync(hubLayout(resolve(named)).file)) return resolve(named);
    throw new Refusal(
      'not-a-hub',
      `There is no hub in ${resolve(named)}.`,
      `Make one with: clew init ${named}`,
    );
  }
  for (const folder of ['clew-hub', '.']) {
    if (existsSync(hubLayout(resolve(folder)).file)) return resolve(folder);
  }
  throw new Refusal(
    'not-a-hub',
    'There is no hub in ./clew-hub or in the current folder.',
    'Make one with `clew init`, or name one with --hub FOLDER or CLEW_HUB.',
  );
}
