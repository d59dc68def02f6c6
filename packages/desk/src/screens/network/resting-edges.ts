import type { EdgeProgramType } from 'sigma/rendering';
import { EdgeRectangleProgram } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';

/** Links that are drawn only while the picture stands still. */
export function restingEdges(isMoving: () => boolean): EdgeProgramType {
  return class extends EdgeRectangleProgram {
    override render(params: RenderParams): void {
      if (!isMoving()) super.render(params);
    }
  };
}
