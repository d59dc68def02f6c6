import type { FormList } from './forms.ts';
import { NumberList, rowsOf } from './number-list.ts';
import { splitGroup, type TemplateForms } from './split.ts';

export interface GroupedForms {
  readonly forms: FormList;
  /** For each form the one through which it is in its group. */
  readonly boundTo: Int32Array;
}

/** The templates of some groups, each as two rows: its forms and its anchors. A group depends on no other. */
export function partGroups({ forms, boundTo }: GroupedForms, groups: Int32Array): Int32Array {
  const parted = new NumberList();
  for (const group of rowsOf(groups))
    for (const { members, anchors } of splitGroup(forms, [...group], boundTo)) {
      if (forms.textsOf(members) < 2) continue;
      parted.pushAll(members);
      parted.pushAll(anchors);
    }
  return parted.taken();
}

/** The templates that `partGroups` found. */
export function* partsIn(parted: Int32Array): Generator<TemplateForms> {
  let members: readonly number[] | undefined;
  for (const row of rowsOf(parted)) {
    if (members === undefined) members = [...row];
    else {
      yield { members, anchors: [...row] };
      members = undefined;
    }
  }
}
