import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const splinkVersion = '5.0.0';

/**
 * A Python that has Splink, in a virtual environment beside the temporary files, made where it is not there yet; or a
 * sentence that says why there is none.
 */
export function pythonWithSplink(): { readonly python: string } | { readonly absent: string } {
  const folder = join(tmpdir(), `clew-splink-${splinkVersion}`);
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const ready = () => existsSync(python) && succeeds(python, ['-c', 'import splink, duckdb']);
  if (ready()) return { python };
  const system = ['python3', 'python'].find((name) => succeeds(name, ['-c', 'import venv, ensurepip']));
  if (system === undefined) return { absent: 'Skipped: there is no Python with venv on this machine.' };
  if (!succeeds(system, ['-m', 'venv', '--clear', folder]))
    return { absent: 'Skipped: Python could not make a virtual environment.' };
  if (!succeeds(python, ['-m', 'pip', 'install', '--quiet', `splink==${splinkVersion}`]) || !ready())
    return {
      absent: `Skipped: splink ${splinkVersion} could not be installed; is the package registry in reach?`,
    };
  return { python };
}

function succeeds(program: string, given: readonly string[]): boolean {
  return spawnSync(program, given, { stdio: 'ignore' }).status === 0;
}
