import { describe, expect, it } from 'vitest';
import { runMeasured } from './run-measured.ts';

const script = (source: string) => runMeasured(process.execPath, ['-e', source]);

describe('a measured program', () => {
  it('hands over its lines', async () => {
    const { lines } = await script('console.log("one"); console.log("two")');
    expect(lines).toEqual(['one', 'two']);
  });

  it('is measured up to its first line, with the programs that it starts', async () => {
    const hold = (megabytes: number) => `globalThis.held = Buffer.alloc(${megabytes} * 1048576, 1);`;
    const waiting = (held: string) => `${held} console.log('held'); process.stdin.resume();`;
    const { used } = await script(`${hold(50)}
      const child = require('node:child_process').spawn(process.execPath,
        ['-e', ${JSON.stringify(waiting(hold(150)))}], { stdio: ['pipe', 'pipe', 'inherit'] });
      child.stdout.once('data', () => console.log('done'));
      process.stdin.on('end', () => { ${hold(500)} child.stdin.end(); }).resume();`);
    if (process.platform !== 'linux') {
      expect(used.peakMB).toBeNull();
      return;
    }
    expect(used.peakMB).toBeGreaterThan(200);
    expect(used.peakMB).toBeLessThan(700);
    expect(used.cpuSeconds).toBeGreaterThan(0);
  });

  it('that fails is not taken for one that ended', async () => {
    await expect(script('console.log("one"); process.exit(3)')).rejects.toThrow('ended with 3');
    await expect(runMeasured('/nowhere/at/all', [])).rejects.toThrow('ENOENT');
  });
});
