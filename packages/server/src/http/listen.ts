// In: the API as a function. Out: sockets that speak to it, and a way to stop them.
// Invariant: what cannot be read as HTTP is answered without a word of the hub; stopping finishes what is under way
// or drops it, and leaves no socket and no request at work.

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Refusal } from '@clew/model/refusal.ts';
import { getRequestListener } from '@hono/node-server';
import { Underway } from '../hub/underway.ts';
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
  /** Answers what is under way for a while, then closes all sockets and waits until no request is at work. */
  stop(): Promise<void>;
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** Opens the socket, then asks for the API: it must know the port to know its own name. */
export async function listen(makeApi: (port: number) => Fetch, options: ListenOptions): Promise<Listening> {
  const { limits, tls } = options;
  const server = serverWith({ limits, tls });
  server.on('clientError', answerUnreadable);
  server.maxConnections = 1024;
  const stopServer = stopperOf(server);
  const underway = new Underway();
  await new Promise<void>((done, fail) => {
    server.once('error', (error) => fail(listenError(error)));
    server.listen(options.port, options.host, done);
  });
  const { port } = server.address() as AddressInfo;
  const api = makeApi(port);
  const errorHandler = () => unreadable(tls !== undefined);
  const work = (request: Request, env: object) => underway.begin(async () => api(request, env));
  const listener = getRequestListener(work, {
    errorHandler,
    overrideGlobalObjects: false,
  });
  server.on('request', listener as unknown as RequestListener);
  const stop = async () => {
    await stopServer(limits.dropSeconds);
    await underway.settled();
  };
  return { port, stop };
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

/**
 * Closes the server: what waits for nothing at once, what waits for an answer with that answer, and all that is left
 * after so many seconds. Node itself waits for a connection on which nothing was sent yet, and for a handshake of TLS.
 */
function stopperOf(server: Server): (seconds: number) => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    response.once('finish', () => {
      if (!server.listening) socket.destroySoon();
    });
  });
  return async (seconds) => {
    const closed = new Promise<void>((done) => server.close(() => done()));
    server.closeIdleConnections();
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    const timer = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, seconds * 1000);
    await closed;
    clearTimeout(timer);
  };
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
