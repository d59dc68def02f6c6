// In: the id of a route and what it asks. Out: its answer, or a `Refused` with what the hub said.
// Invariant: nothing but this file speaks to the hub, and it speaks to this origin only.

import { routes } from 'virtual:routes';
import type { ProblemDetails } from '@clew/model/contract/problem-details.ts';
import type { AnswerOf, AskedOf, RouteId } from './contract.ts';
import { filledPath, queryText } from './request-address.ts';

const root = '/api/v1';

/** For which purpose somebody works, and within which project. */
export interface Ground {
  readonly purpose: string;
  readonly project: string | null;
}

/** The hub said no, or could not be reached. `code` is one of the contract's, or `unreachable`. */
export class Refused extends Error {
  readonly code: ProblemDetails['code'] | 'unreachable';
  readonly advice: string;
  readonly request: string;

  constructor(problem: Pick<ProblemDetails, 'detail' | 'advice' | 'instance'> & { code: Refused['code'] }) {
    super(problem.detail);
    this.code = problem.code;
    this.advice = problem.advice;
    this.request = problem.instance;
  }
}

/** What goes along with each request of a sitting. */
export const sitting: { ground: Ground | null; formToken: string | null } = { ground: null, formToken: null };

/** Asks the hub. */
export async function call<Id extends RouteId>(
  id: Id,
  asked: AskedOf<Id>,
  signal?: AbortSignal,
): Promise<AnswerOf<Id>> {
  const { parameters, query, body } = asked as {
    parameters?: Record<string, string>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  const [method, path] = routes[id] ?? ['GET', ''];
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  return answerTo(root + filledPath(path, parameters) + queryText(query), {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
}

async function answerTo<Answer>(address: string, asked: RequestInit): Promise<Answer> {
  const response = await fetch(address, {
    ...asked,
    headers: { ...asked.headers, ...standingHeaders() },
  }).catch((error: unknown) => {
    if (asked.signal?.aborted) throw error;
    throw unreachable();
  });
  if (!response.ok) throw await refusedFrom(response);
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as Answer;
}

const headBytes = 1024 ** 2;
const mostBytes = 64 * 1024 ** 2;

/**
 * Has a file looked at before it is handed in: its first megabyte, or all of it where that is not enough (a workbook has
 * its table of contents at its end). Null: it is too large for that.
 */
export async function lookAtFile(given: {
  readonly partner: string;
  readonly file: File;
  readonly signal: AbortSignal;
}): Promise<AnswerOf<'proposeMapping'> | null> {
  const { partner, file, signal } = given;
  const ending = /\.([a-z0-9]{1,10})$/.exec(file.name.toLowerCase())?.[1];
  const [method, path] = routes.proposeMapping ?? ['POST', ''];
  const look = (body: Blob) =>
    answerTo<AnswerOf<'proposeMapping'>>(root + path + queryText({ partner, ending }), {
      method,
      headers: { 'content-type': 'application/octet-stream' },
      body,
      signal,
    });
  try {
    return await look(file.slice(0, headBytes));
  } catch (error) {
    const isCut = error instanceof Refused && error.code.startsWith('file-') && file.size > headBytes;
    if (!isCut) throw error;
    return file.size > mostBytes ? null : look(file);
  }
}

export interface Sending {
  readonly upload: string;
  readonly file: Blob;
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Sends the bytes of an announced file and says how far it is: `fetch` cannot tell. */
export function sendFile({ upload, file, signal, onProgress }: Sending): Promise<AnswerOf<'sendUpload'>> {
  return new Promise((resolve, reject) => {
    const [method, path] = routes.sendUpload ?? ['PUT', ''];
    const request = new XMLHttpRequest();
    request.open(method, root + filledPath(path, { upload }));
    for (const [name, value] of Object.entries(standingHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    request.onload = () => {
      const answer = JSON.parse(request.responseText);
      if (request.status < 300) resolve(answer);
      else reject(new Refused(answer));
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function standingHeaders(): Record<string, string> {
  const { ground, formToken } = sitting;
  return {
    ...(ground === null ? {} : { 'clew-purpose': ground.purpose }),
    ...(ground?.project ? { 'clew-project': ground.project } : {}),
    ...(formToken === null ? {} : { 'clew-form': formToken }),
  };
}

async function refusedFrom(response: Response): Promise<Refused> {
  const problem = await response.json().catch(() => undefined);
  return problem === undefined ? unreachable() : new Refused(problem);
}

/** No answer came. */
export function unreachable(): Refused {
  return new Refused({ code: 'unreachable', detail: '', advice: '', instance: '' });
}
