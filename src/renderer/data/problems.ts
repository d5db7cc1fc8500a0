// From whatever was thrown to an AppError the window can speak about. The words are in problem-messages.ts.
import { AppError, ERROR_CODES, type ErrorCode } from '#shared/errors.ts';

/** A problem as the window knows it: an error code of the core, or the core being out of reach. */
export type ProblemCode = ErrorCode | 'unreachable';

/** Codes of the transport, and what they mean to a user. */
const TRANSPORT: Record<string, ErrorCode> = {
  BAD_REQUEST: 'bad_input',
  NOT_FOUND: 'not_found',
  UNAUTHORIZED: 'unauthorized',
  FORBIDDEN: 'unauthorized',
  PAYLOAD_TOO_LARGE: 'refused',
  CONTENT_TOO_LARGE: 'refused',
  CLIENT_CLOSED_REQUEST: 'cancelled',
};

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);

/**
 * Reads any thrown value as an AppError. An aborted request is `cancelled`; a request that got no answer is
 * `internal` with `details.unreachable`, which {@link problemCode} reports as `unreachable`.
 */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error) {
    if (thrown.name === 'AbortError') return new AppError('cancelled', 'cancelled');
    const { code, data } = thrown as { code?: unknown; data?: unknown };
    const details = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
    if (isCode(code)) return new AppError(code, thrown.message, details);
    if (typeof code === 'string') return new AppError(TRANSPORT[code] ?? 'internal', thrown.message, details);
    if (thrown instanceof TypeError) return new AppError('internal', thrown.message, { unreachable: true });
    return new AppError('internal', thrown.message);
  }
  return new AppError('internal', String(thrown));
}

/** The code to find words by. */
export function problemCode(thrown: unknown): ProblemCode {
  const error = toAppError(thrown);
  return error.details['unreachable'] === true ? 'unreachable' : error.code;
}

/** An answered HTTP request as an error; reads the core's JSON `{code, message}` where the body has it. */
export async function responseError(response: Response): Promise<AppError> {
  const body: unknown = await response.json().catch(() => null);
  const { code, message } = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: unknown;
    message?: unknown;
  };
  const known = isCode(code) ? code : statusCode(response.status);
  return new AppError(known, typeof message === 'string' ? message : response.statusText);
}

function statusCode(status: number): ErrorCode {
  if (status === 404) return 'not_found';
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 413 || status === 422) return 'refused';
  if (status === 507) return 'storage';
  return status < 500 ? 'bad_input' : 'internal';
}
