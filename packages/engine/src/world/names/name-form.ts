import { type CyrillicSystem, germanPlain, latinFromCyrillic, plain } from './latin.ts';

/** One name in its own script, if that isn't Latin, and in the Latin spellings that are met; the usual one first. */
export interface NameForm {
  readonly native: string | null;
  readonly spellings: readonly string[];
}

/** Forms from lines `native|spelling|spelling` of a table. */
export function nativeForms(table: string): NameForm[] {
  return table.split('\n').map((line) => {
    const [native = '', ...spellings] = line.split('|');
    return { native, spellings };
  });
}

/** Forms from lines `spelling|spelling` of a table, each also without its diacritics. */
export function latinForms(table: string): NameForm[] {
  return table.split('\n').map((line) => {
    const spellings = line.split('|');
    return { native: null, spellings: distinct([...spellings, ...spellings.map(plain)]) };
  });
}

/** A Latin name with and without its diacritics. */
export function latinForm(name: string): NameForm {
  return { native: null, spellings: distinct([name, germanPlain(name), plain(name)]) };
}

/** A Romanian name: comma below, none, cedilla (the old code pages had no comma below). */
export function romanianForm(name: string): NameForm {
  const cedilla = name.replaceAll('ș', 'ş').replaceAll('ț', 'ţ').replaceAll('Ș', 'Ş').replaceAll('Ț', 'Ţ');
  return { native: null, spellings: distinct([name, plain(name), cedilla]) };
}

/** A Cyrillic name with its Latin writing by the systems of its passports and of its neighbours. */
export function cyrillicForm(name: string, passport: CyrillicSystem): NameForm {
  const systems: readonly CyrillicSystem[] = [passport, 'english', 'german', 'french'];
  return { native: name, spellings: distinct(systems.map((system) => latinFromCyrillic(name, system))) };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => name !== ''))];
}
