// The hosts' log: plain lines on standard error, bugs with their stack. Standard output belongs to what was asked for.
import { inspect } from 'node:util';
import type { Log } from '../core/kinds.ts';

/** Warnings and errors always; `info` only when GLOSSA_DEBUG is set. */
export const stderrLog: Log = (level, message, error) => {
  if (level === 'info' && !process.env['GLOSSA_DEBUG']) return;
  const detail =
    error === undefined ? '' : `\n${error instanceof Error ? (error.stack ?? error.message) : inspect(error)}`;
  process.stderr.write(`${level}: ${message}${detail}\n`);
};

/** Tells a person what went wrong and what to do: always one line, whatever the system put into the message. */
export function tell(message: string): void {
  process.stderr.write(`${message.replace(/\s*\n\s*/g, ' ').trim()}\n`);
}
