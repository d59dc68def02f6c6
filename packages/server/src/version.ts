import manifest from '../package.json' with { type: 'json' };

/** The version of this program. What it computes carries it. */
export const version: string = manifest.version;
