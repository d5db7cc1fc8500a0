// What can go wrong while launching, told in one plain line on standard error.

/** A failure a person can act on: its message is the whole line. */
export class Trouble extends Error {
  /** @param {string} message one line. @param {number} [exitCode] what the process ends with. */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Says what happened on standard error and returns the exit code. A bug keeps its stack when GLOSSA_DEBUG is set. */
export function complain(error) {
  if (error instanceof Trouble) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  process.stderr.write(`Glossa could not start: ${message}\n`);
  if (process.env.GLOSSA_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 1;
}

/** A line of news. On standard error, so that standard output stays the command's own. */
export function tell(line) {
  process.stderr.write(`${line}\n`);
}
