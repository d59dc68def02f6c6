/** How much of what. Times are in seconds, sizes in bytes. */
export interface Limits {
  /** The largest file that is taken. */
  readonly uploadBytes: number;
  /** The most of a file that is looked at before it is handed in. */
  readonly proposalBytes: number;
  /** How long an upload may stand still before it is dropped. */
  readonly uploadStallSeconds: number;
  /** How long a request may take to arrive in all. */
  readonly uploadSeconds: number;
  /** How long an announced upload waits for its content. */
  readonly uploadWaitSeconds: number;
  /** Announced uploads of one person that have no content yet. */
  readonly uploadsWaiting: number;
  readonly bodyBytes: number;
  /** How deep JSON may be nested. */
  readonly bodyDepth: number;
  readonly bodySeconds: number;
  readonly headerBytes: number;
  /** Requests that one person may make in a minute. */
  readonly personPerMinute: number;
  /** Requests from one address in a minute, whoever makes them. */
  readonly addressPerMinute: number;
  /** Steps of signing in from one address in a minute. */
  readonly signInPerMinute: number;
  /** How long a stopping server lets finish what is under way, before it breaks off what is computed. */
  readonly stopSeconds: number;
  /** After how long a stopping server closes all connections, whatever they wait for. */
  readonly dropSeconds: number;
}

export const defaultLimits: Limits = {
  uploadBytes: 2 * 1024 ** 3,
  proposalBytes: 64 * 1024 ** 2,
  uploadStallSeconds: 60,
  uploadSeconds: 6 * 3600,
  uploadWaitSeconds: 3600,
  uploadsWaiting: 20,
  bodyBytes: 1024 ** 2,
  bodyDepth: 32,
  bodySeconds: 30,
  headerBytes: 16 * 1024,
  personPerMinute: 600,
  addressPerMinute: 1200,
  signInPerMinute: 20,
  stopSeconds: 2,
  dropSeconds: 3,
};
