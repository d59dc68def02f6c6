import type { Lake } from '../../../lake/lake.ts';
import type { Query } from '../../../lake/sql.ts';
import { type Definition, withAll } from '../../indicators/definitions.ts';
import { type Cell, type Indicator, type Measured, measure, onOneLine } from '../../indicators/indicator.ts';
import type { Scope } from '../../indicators/scope.ts';
import { smallestShown } from '../../indicators/suppress.ts';
import { count } from './charts/svg.ts';
import type { Endnote, EndnoteGroup, Inline, NamedQuery } from './report-model.ts';

/** A measured indicator. Its endnote is made, and numbered, when it is first cited. */
export interface Figure extends Measured {
  readonly note: number;
  /** The figure or the total, as it is printed and cited. */
  readonly cited: Inline;
}

/** Gives the report its numbers and keeps a note of each: what was asked, under which number. */
export interface Figures {
  readonly scope: Scope;
  /** Notes made from here on belong to this section. */
  startSection(title: string): void;
  measure(indicator: Indicator, scope?: Scope): Promise<Figure>;
  /** A list that is no indicator; it must not hold small counts of people. */
  list<T>(title: string, query: Query): Promise<{ readonly rows: readonly T[]; readonly note: number }>;
  endnotes(): readonly EndnoteGroup[];
  /** What the queries of the endnotes speak of by name. */
  definitions(): readonly NamedQuery[];
}

export function createFigures(lake: Lake, scope: Scope): Figures {
  const groups: { title: string; notes: Endnote[] }[] = [];
  const numbers = new Map<string, number>();
  const used = new Set<Definition>();
  const note = (title: string, query: string): number => {
    const known = numbers.get(query);
    if (known !== undefined) return known;
    const number = numbers.size + 1;
    numbers.set(query, number);
    groups.at(-1)?.notes.push({ number, title, query });
    return number;
  };
  return {
    scope,
    startSection(title) {
      groups.push({ title, notes: [] });
    },
    async measure(indicator, ownScope = scope) {
      const measured = await measure(lake, indicator, ownScope);
      const cite = () => {
        for (const definition of withAll(indicator.uses ?? [])) used.add(definition);
        return note(titleOf(indicator, ownScope), measured.select);
      };
      return {
        ...measured,
        get note() {
          return cite();
        },
        get cited() {
          return { number: shown(mainCell(measured)), note: cite() };
        },
      };
    },
    async list<T>(title: string, query: Query) {
      const rows = await lake.rows<T>(query);
      return { rows, note: note(title, onOneLine(query.text)) };
    },
    definitions() {
      return [...used].map((definition) => ({
        name: definition.name,
        meaning: definition.meaning,
        query: onOneLine(definition.select(scope).text),
      }));
    },
    endnotes() {
      return groups.filter((group) => group.notes.length > 0);
    },
  };
}

/** A cell in print: the count, `<5`, or a mark that it is not shown. */
export function shown(cell: Cell): string {
  if (cell.hidden === undefined) return count(cell.value ?? 0);
  return cell.hidden === 'small' ? `<${smallestShown}` : 'not shown';
}

/** The figure itself, or the total of a table whose cells add up. */
function mainCell(measured: Measured): Cell {
  return measured.total ?? measured.cells[0] ?? { dimension: null, value: 0, hidden: undefined };
}

function titleOf(indicator: Indicator, scope: Scope): string {
  return scope.year === null ? `${indicator.title} (all that is held)` : indicator.title;
}
