import { z } from 'zod';
import { type TermsPart, termsParts } from '../terms/in-words.ts';

/** Terms as codes with their values, so that they can be said in any language. */
export const termsPartShape = z
  .object({
    part: z.enum(Object.keys(termsParts) as [TermsPart['part']]),
    values: z.array(z.string()),
  })
  .meta({
    id: 'TermsPart',
    description: Object.entries(termsParts)
      .map(([part, values]) => `\`${part}\`: ${values}.`)
      .join(' '),
  });
