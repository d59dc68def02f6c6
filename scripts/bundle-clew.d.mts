import type { Metafile } from 'esbuild';

export function bundleClew(folder: URL): Promise<Metafile>;
