// In: a file of ties in any format that is read. Out: the ties, and what was left out and why.

import { headers } from '@clew/model/ontology/headers.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { parseMoney } from '@clew/model/values/money.ts';
import type { Source } from '../../contribution/reader.ts';
import { sampleFile } from '../../contribution/sample.ts';
import { columnValues } from '../../statements/proposal/column-values.ts';
import { eachRow, timesOf } from '../table-cells.ts';
import { chooseColumns, type WantedColumn } from '../table-columns.ts';
import { TieCollector } from './network.ts';

export type TieColumn = 'source' | 'target' | 'weight' | 'layer' | 'time';
export type NamedTieColumns = Readonly<Partial<Record<TieColumn, string | undefined>>>;

export interface ReadTies {
  readonly ties: TieCollector;
  readonly columns: NamedTieColumns;
  readonly rows: number;
  readonly leftOut: {
    readonly unreadable: number;
    readonly withoutNode: number;
    readonly withoutWeight: number;
  };
  /** Taken into the network, and into no phase. */
  readonly withoutTime: number;
  readonly toThemselves: number;
  readonly unit: 'day' | 'step';
}

const columnsOfTies: Readonly<Record<TieColumn, WantedColumn>> = {
  source: {
    what: 'one end of the tie',
    isNeeded: true,
    headers: headers(
      'source|from|node 1|node 1 id|node a|ego|a|caller|sender|start|origin|id 1|person 1|actor 1|source id|from id|von|quelle|de|origen|fuente|da|od|ot|van|x',
    ),
  },
  target: {
    what: 'the other end of the tie',
    isNeeded: true,
    headers: headers(
      'target|to|node 2|node 2 id|node b|alter|b|callee|called|receiver|end|destination|id 2|person 2|actor 2|target id|to id|nach|an|ziel|vers|destino|objetivo|do|k|naar|y',
    ),
  },
  weight: {
    what: 'the weight',
    isNeeded: false,
    headers: headers(
      'weight|strength|count|n|calls|number of calls|gewicht|anzahl|poids|peso|waga|ves|gewicht',
    ),
  },
  layer: {
    what: 'the layer',
    isNeeded: false,
    headers: headers(
      'layer|kind|type|relation|tie|channel|schicht|art|couche|type de lien|capa|tipo|livello|warstwa|sloy|laag',
    ),
  },
  time: {
    what: 'the time',
    isNeeded: false,
    headers: headers(
      'time|timestamp|date|datetime|phase|period|wave|year|month|day|step|zeit|datum|temps|fecha|tempo|data|czas|vremya|tijd',
    ),
  },
};

const sampleRows = 5000;
/** Each is held, in all some 300 bytes. */
const mostTies = 5_000_000;

/** Reads ties. A row without a weight where there is such a column, or with one that is not above 0, is left out. */
export async function readTies(
  source: Source,
  named: NamedTieColumns = {},
  watch: Watch = {},
): Promise<ReadTies> {
  const sample = await sampleFile(source, { rows: sampleRows });
  const columns = chooseColumns(sample, columnsOfTies, named);
  const { source: from, target: to, weight, layer, time } = columns as Record<TieColumn, string>;
  const times = time === undefined ? undefined : timesOf(columnValues(sample, time));
  const ties = new TieCollector();
  const left = { withoutNode: 0, withoutWeight: 0 };
  let [withoutTime, toThemselves] = [0, 0];
  const instead = 'Add up the rows of each pair before, with their number as the weight.';
  const limits = { most: mostTies, unit: 'ties', instead };
  const { rows, unreadable } = await eachRow(source, limits, watch, (cells) => {
    const ends = { source: cells.of(from), target: cells.of(to) };
    const strength = weight === undefined ? 1 : weightFrom(cells.of(weight));
    if (ends.source === '' || ends.target === '') left.withoutNode++;
    else if (strength === undefined) left.withoutWeight++;
    else {
      const at = times?.(cells.of(time)) ?? Number.NaN;
      if (times !== undefined && Number.isNaN(at)) withoutTime++;
      if (ends.source === ends.target) toThemselves++;
      ties.add({ ...ends, weight: strength, layer: layer === undefined ? '' : cells.of(layer), time: at });
    }
  });
  if (ties.size === 0)
    throw new Refusal(
      'mapping-invalid',
      `None of the ${rows} rows is a tie: ${left.withoutNode} lack an end, ${left.withoutWeight} a weight above 0.`,
      'Name the columns with --source, --target and --weight.',
    );
  const leftOut = { unreadable, ...left };
  return { ties, columns, rows, leftOut, withoutTime, toThemselves, unit: times?.unit ?? 'step' };
}

function weightFrom(text: string): number | undefined {
  const { value } = parseMoney(text);
  const weight = Number(value);
  return value !== null && Number.isFinite(weight) && weight > 0 ? weight : undefined;
}
