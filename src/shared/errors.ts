// Every error a user can meet. Anything that is not an AppError is a bug and is answered as `internal`.

/** Each code once: what it means, its HTTP status, and the command line's exit code (docs/cli.md). */
export const ERROR_CODES = {
  /** The caller's words are off: a missing field, a file of the wrong kind. The message names it. */
  bad_input: { status: 400, exit: 2 },
  /** No such paper, file, finding... */
  not_found: { status: 404, exit: 2 },
  /** What was asked no longer fits what is there. */
  conflict: { status: 409, exit: 2 },
  /** A document or address is refused on purpose (not a PDF, a web page, too large). */
  refused: { status: 422, exit: 2 },
  /** Another process holds the library. */
  busy: { status: 423, exit: 3 },
  /** The disk, a permission or a quota stood in the way. */
  storage: { status: 507, exit: 4 },
  /** The library or one of its files is damaged. */
  damaged: { status: 500, exit: 5 },
  /** The library was written by a newer Glossa. */
  newer: { status: 409, exit: 5 },
  /** The caller is not let in. */
  unauthorized: { status: 401, exit: 2 },
  /** The user stopped it. */
  cancelled: { status: 499, exit: 2 },
  /** A bug; logged with its stack. */
  internal: { status: 500, exit: 1 },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error with a code from {@link ERROR_CODES}, a message that says what to do, and optional facts for programs. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
