import { z } from 'zod';
import { type RefusalCode, refusalCodes } from '../refusal.ts';

const codes = ['bug', ...(Object.keys(refusalCodes) as RefusalCode[])] as const;

/** What every error is answered with, whoever raised it (RFC 9457, `application/problem+json`). */
export const problemDetails = z
  .object({
    type: z.string().describe('Where the code is explained'),
    title: z.string().describe('The same for every problem of this code'),
    status: z.number().int().min(400).max(599),
    detail: z.string().describe('What is wrong this time'),
    instance: z.string().describe('The id of the request: urn:clew:request:…'),
    code: z.enum(codes).describe('From a closed list; `bug` when it is the fault of the hub'),
    advice: z.string().describe('What to do next'),
  })
  .meta({ id: 'ProblemDetails', description: 'An error (RFC 9457)' });

export type ProblemDetails = z.output<typeof problemDetails>;
