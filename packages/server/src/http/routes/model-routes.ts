import { readModel } from '@clew/model/contract/models.ts';
import { readModel as modelOf } from '../../hub/models/read-model.ts';
import { type Wired, wire } from '../asked.ts';

export const modelRoutes: readonly Wired[] = [
  wire(readModel, ({ hub, caller, parameters }) => modelOf(hub, caller, { type: parameters.type })),
];
