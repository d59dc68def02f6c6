import type { ProblemDetails } from '@clew/model/contract/problem-details.ts';
import { apiRoot } from '@clew/model/contract/route.ts';
import { Refusal, refusalCodes } from '@clew/model/refusal.ts';

/** Any error as RFC 9457 has it. What is no refusal is a bug: it says its request id and nothing else. */
export function problemFrom(error: unknown, request: string): ProblemDetails {
  const instance = `urn:clew:request:${request}`;
  if (!(error instanceof Refusal)) {
    return {
      type: `${apiRoot}/docs#bug`,
      title: 'Something went wrong in the hub',
      status: 500,
      detail: '',
      instance,
      code: 'bug',
      advice: 'Please report it with the id of the request.',
    };
  }
  const { http, title } = refusalCodes[error.code];
  return {
    type: `${apiRoot}/docs#${error.code}`,
    title,
    status: http,
    detail: error.message,
    instance,
    code: error.code,
    advice: error.advice,
  };
}

export function problemResponse(problem: ProblemDetails): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
