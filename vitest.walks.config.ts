import { defineConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/** Walks through the desk in a real browser: apart from the tests, whose five minutes they would not fit into. */
export default defineConfig({ test: { ...tests.test, include: ['scripts/*.walk.ts'] } });
