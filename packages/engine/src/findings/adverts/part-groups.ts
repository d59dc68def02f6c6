import type { FormList } from './forms.ts';
import { NumberList, rowsOf } from './number-list.ts';
import { splitGroup, type TemplateForms } from './split.ts';
import { mask } from './tokens.ts';

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
      if (forms.textsOf(members) < 2 || !hasWord(forms.keys(members[0] as number), anchors)) continue;
      parted.pushAll(members);
      parted.pushAll(anchors);
    }
  return parted.taken();
}

/** Numbers and addresses alone are no wording: whoever writes nothing else would have one template. */
function hasWord(keys: Int32Array, anchors: readonly number[]): boolean {
  return anchors.some((at) => keys[at] !== mask);
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
