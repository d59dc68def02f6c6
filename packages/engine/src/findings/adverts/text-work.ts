// What several threads do for the templates of texts: jobs whose outcome hangs on nothing but what is given and what all
// threads know, so that it is the same whichever thread does them, and when.

import { type CountedForms, choosePhrases, type Stretch } from './choose-phrases.ts';
import { type DescribedBlock, describeTexts, type TemplateLayouts, type TextBlock } from './describe.ts';
import { FormList, type SharedForms } from './forms.ts';
import { partGroups } from './part-groups.ts';

/** What is given for a job of each kind and what comes of it. */
export interface TextJobs {
  readonly choose: { readonly given: Stretch; readonly found: Int32Array };
  readonly part: { readonly given: Int32Array; readonly found: Int32Array };
  readonly describe: { readonly given: TextBlock; readonly found: DescribedBlock };
}

/** What all threads know; typed arrays of it lie in memory that they share. */
export interface KnownOfTexts {
  readonly forms: SharedForms;
  readonly counts: CountedForms['counts'];
  readonly order: CountedForms['order'];
  readonly boundTo: Int32Array;
  readonly layouts: TemplateLayouts;
}

export class TextWork {
  #forms = new FormList();
  #counts: Uint8Array = new Uint8Array(0);
  #order: Int32Array = new Int32Array(0);
  #boundTo: Int32Array = new Int32Array(0);
  #layouts: TemplateLayouts = { leaders: new Int32Array(0), anchors: [] };

  /** Learns what the jobs to come rest on. */
  know({ forms, counts, order, boundTo, layouts }: Partial<KnownOfTexts>): void {
    if (forms !== undefined) this.#forms = FormList.of(forms);
    this.#counts = counts ?? this.#counts;
    this.#order = order ?? this.#order;
    this.#boundTo = boundTo ?? this.#boundTo;
    this.#layouts = layouts ?? this.#layouts;
  }

  do<Kind extends keyof TextJobs>(kind: Kind, given: TextJobs[Kind]['given']): TextJobs[Kind]['found'] {
    return this.#jobs[kind](given);
  }

  readonly #jobs: { [Kind in keyof TextJobs]: (given: TextJobs[Kind]['given']) => TextJobs[Kind]['found'] } =
    {
      choose: (stretch) =>
        choosePhrases({ forms: this.#forms, counts: this.#counts, order: this.#order }, stretch),
      part: (groups) => partGroups({ forms: this.#forms, boundTo: this.#boundTo }, groups),
      describe: (block) => describeTexts({ forms: this.#forms, layouts: this.#layouts }, block),
    };
}
