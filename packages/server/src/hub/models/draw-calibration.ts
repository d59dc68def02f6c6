import { calibrationChart } from '@clew/engine/products/reports/calibration-chart.ts';
import type { LinkageModel } from '@clew/engine/resolution/read-model.ts';
import { findEntityType } from '@clew/model/ontology/ontology.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { readModel } from './read-model.ts';

/** The model of one type with a picture (SVG) of how far its weights mean what they say. */
export async function drawCalibration(
  hub: Hub,
  caller: Caller,
  asked: { readonly type: string },
): Promise<{ readonly model: LinkageModel; readonly svg: string }> {
  const model = await readModel(hub, caller, asked);
  const type = findEntityType(model.type)?.plural ?? model.type;
  const { svg } = calibrationChart({ type, bins: model.calibration, threshold: model.threshold.bits });
  return { model, svg };
}
