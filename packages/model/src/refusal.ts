/**
 * Every reason for which a request is not carried out, with its HTTP status and the exit code of the command.
 * `docs/errors.md` is generated from this list.
 */
export const refusalCodes = {
  usage: { http: 400, exit: 2, title: 'The command was not understood' },
  'not-found': { http: 404, exit: 3, title: 'There is no such thing' },
  'not-a-hub': { http: 404, exit: 3, title: 'This folder is not a hub' },
  'already-there': { http: 409, exit: 3, title: 'It is there already' },
  'no-snapshot': { http: 409, exit: 3, title: 'Nothing has been published yet' },
  'file-missing': { http: 404, exit: 4, title: 'The file is not there' },
  'file-empty': { http: 422, exit: 4, title: 'The file is empty' },
  'file-unreadable': { http: 422, exit: 4, title: 'The file cannot be read' },
  'file-unknown-format': { http: 415, exit: 4, title: 'The format of the file is not known' },
  'file-too-large': { http: 413, exit: 4, title: 'The file is too large once unpacked' },
  'mapping-invalid': { http: 422, exit: 5, title: 'The mapping does not fit' },
  'terms-invalid': { http: 422, exit: 5, title: 'The terms do not fit' },
  'terms-forbid': { http: 403, exit: 5, title: 'The terms of the owner do not allow it' },
  'input-invalid': { http: 422, exit: 2, title: 'Something that was given does not fit' },
  'already-done': { http: 409, exit: 3, title: 'It has been done already' },
  erased: { http: 410, exit: 3, title: 'It was erased' },
  'not-signed-in': { http: 401, exit: 9, title: 'Nobody is signed in' },
  forbidden: { http: 403, exit: 9, title: 'The rules of the hub do not allow it' },
  'second-person': { http: 403, exit: 9, title: 'Somebody else must do this' },
  'too-many-requests': { http: 429, exit: 6, title: 'Too many requests' },
  'upload-too-large': { http: 413, exit: 4, title: 'The upload is too large' },
  'method-not-allowed': { http: 405, exit: 2, title: 'This address does not take this method' },
  'content-type': { http: 415, exit: 2, title: 'The body is not of the type that is taken here' },
  'in-progress': { http: 409, exit: 6, title: 'The same request is being carried out' },
  'not-ready': { http: 503, exit: 6, title: 'It is being prepared' },
  'ledger-unreachable': { http: 503, exit: 6, title: 'The ledger cannot be reached' },
  'audit-broken': { http: 500, exit: 8, title: 'The audit log is not as it was written' },
  busy: { http: 423, exit: 6, title: 'Another process works on this hub' },
  'disk-full': { http: 507, exit: 7, title: 'The disk is full' },
  'out-of-memory': { http: 507, exit: 7, title: 'The memory limit was reached' },
  damaged: { http: 500, exit: 8, title: 'What is stored does not agree with its checksum' },
  'hub-key': { http: 500, exit: 8, title: 'The key of the hub is missing, unsafe or wrong' },
  cancelled: { http: 499, exit: 130, title: 'Cancelled' },
} as const;

export type RefusalCode = keyof typeof refusalCodes;

/**
 * A request that can't be honoured, through no fault of the code. `message` says what is wrong, `advice` what to do
 * next. Nothing personal belongs in either.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly advice: string;

  constructor(code: RefusalCode, message: string, advice = '') {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.advice = advice;
  }
}
