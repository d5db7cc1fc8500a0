// The web host's command line.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '#shared/errors.ts';

export type ServeOptions = {
  /** Absolute. Null: the default library. */
  library: string | null;
  /** 0: any free port. */
  port: number;
  /** Path of a private socket to listen on instead; null as a rule. */
  socket: string | null;
  /** Open a browser when there is a display. */
  open: boolean;
  /** Where there is no library yet, make the sample library. */
  sample: boolean;
  /** Print `{"url": …}` instead of the sentence. */
  json: boolean;
};

/** Reads the arguments. Throws `bad_input` for what it does not know. */
export function readServeOptions(args: string[]): ServeOptions {
  const values = parse(args);
  const port = values.port ?? '0';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new AppError('bad_input', `--port takes a number from 0 to 65535, not "${port}".`);
  }
  if (values.socket !== undefined && values.port !== undefined)
    throw new AppError('bad_input', '--socket takes the place of --port: choose one.');
  if (values.socket === '') throw new AppError('bad_input', '--socket needs a path.');
  return {
    library: values.library === undefined ? null : resolve(values.library),
    port: Number(port),
    socket: values.socket === undefined ? null : resolve(values.socket),
    open: values['no-open'] !== true,
    sample: values.sample === true || values.library === undefined,
    json: values.json === true,
  };
}

function parse(args: string[]) {
  const options = {
    library: { type: 'string' },
    port: { type: 'string' },
    socket: { type: 'string' },
    'no-open': { type: 'boolean' },
    sample: { type: 'boolean' },
    json: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw new AppError('bad_input', (error as Error).message);
  }
}
