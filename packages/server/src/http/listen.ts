// In: the API as a function. Out: sockets that speak to it, and a way to stop them.
// Invariant: what cannot be read as HTTP is answered without a word of the hub; stopping finishes what is under way
// or refuses it, and leaves no socket.

import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Refusal } from '@clew/model/refusal.ts';
import { getRequestListener } from '@hono/node-server';
import type { Limits } from './limits.ts';
import { problemFrom, problemResponse } from './problem-response.ts';
import { setSecurityHeaders } from './security-headers.ts';

export interface ListenOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  readonly limits: Limits;
}

export interface Listening {
  readonly port: number;
  /** Finishes what is under way for a while, then closes all sockets. */
  stop(): Promise<void>;
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** Opens the socket, then asks for the API: it must know the port to know its own name. */
export async function listen(makeApi: (port: number) => Fetch, options: ListenOptions): Promise<Listening> {
  const { limits, tls } = options;
  const server = serverWith({ limits, tls });
  server.on('clientError', answerUnreadable);
  server.maxConnections = 1024;
  await new Promise<void>((done, fail) => {
    server.once('error', (error) => fail(listenError(error)));
    server.listen(options.port, options.host, done);
  });
  const { port } = server.address() as AddressInfo;
  const api = makeApi(port);
  const errorHandler = () => unreadable(tls !== undefined);
  const listener = getRequestListener((request, env) => api(request, env), {
    errorHandler,
    overrideGlobalObjects: false,
  });
  server.on('request', listener as unknown as RequestListener);
  return { port, stop: () => stopServer(server, limits.stopSeconds) };
}

function serverWith({ limits, tls }: Pick<ListenOptions, 'limits' | 'tls'>): Server {
  const options: ServerOptions = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: 10_000,
    requestTimeout: limits.uploadSeconds * 1000,
    connectionsCheckingInterval: 5000,
    keepAliveTimeout: 5000,
  };
  return tls === undefined
    ? createServer(options)
    : createTlsServer({ ...options, ...tls, minVersion: 'TLSv1.2' });
}

/** A request that the adapter could not make sense of: a host that is none, for example. */
function unreadable(secure: boolean): Response {
  const refusal = new Refusal('usage', 'The request cannot be read as HTTP.');
  const response = problemResponse(problemFrom(refusal, 'none'));
  setSecurityHeaders(response.headers, secure);
  return response;
}

function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function stopServer(server: Server, seconds: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), seconds * 1000);
  await closed;
  clearTimeout(timer);
}

function listenError(error: NodeJS.ErrnoException): unknown {
  if (error.code === 'EADDRINUSE') {
    return new Refusal('busy', 'The port is in use.', 'Choose another with --port.');
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new Refusal(
      'usage',
      'This machine does not let Clew listen there.',
      'Choose another --port or --host.',
    );
  }
  return error;
}
