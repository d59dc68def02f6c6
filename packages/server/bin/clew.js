#!/usr/bin/env node
// In the repository the sources run as they are; an installed package runs its bundle.
import { existsSync } from 'node:fs';

const sources = new URL('../src/main.ts', import.meta.url);
if (existsSync(sources)) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(sources.href);
} else {
  await import(new URL('../dist/clew.js', import.meta.url).href);
}
