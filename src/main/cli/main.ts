// Entry of the command line (main/cli.js of a build): reads the verb, runs it, prints one answer, ends with its exit code.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import { defaultLibraryDir } from '../host/library-dir.ts';
import { stderrLog, tell } from '../host/log.ts';
import { readInvocation, usageOf } from './args.ts';
import { withLibrary } from './connect.ts';
import type { Answer } from './verb.ts';
import { verbs } from './verbs.ts';

const built = dirname(fileURLToPath(import.meta.url));

/** Gives the exit code, or null when a verb goes on running (the web host). */
async function main(argv: string[]): Promise<number | null> {
  if (argv.length === 0) {
    process.stderr.write(`${help()}\n`);
    return ERROR_CODES.bad_input.exit;
  }
  if (argv[0] === 'help' || argv.includes('--help')) {
    await print(help());
    return 0;
  }
  const { verb, args, library, isJson } = readInvocation(argv, verbs);
  const answer =
    'run' in verb
      ? await withLibrary(library ?? defaultLibraryDir(), built, (opened) => verb.run(opened, args))
      : await verb.runAlone(args, { library, isJson, built });
  if (!answer) return null;
  await print(isJson ? JSON.stringify(answer.json) : answer.text);
  return answer.exitCode ?? 0;
}

/** Bytes go out as they are; text gets its last line end. */
function print(what: Answer['text']): Promise<void> {
  const out = typeof what === 'string' ? (what === '' ? '' : `${what}\n`) : what;
  return new Promise((done) => process.stdout.write(out, () => done()));
}

function help(): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return [
    'Usage: glossa VERB [--library DIR] [--json]',
    '',
    ...verbs.map((verb) => `  ${verb.name.padEnd(width)}  ${verb.help}\n  ${''.padEnd(width)}    ${usageOf(verb)}`),
  ].join('\n');
}

// Someone who stops reading (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  tell(`The answer could not be written: ${error.message}`);
  process.exit(ERROR_CODES.storage.exit);
});

main(process.argv.slice(2)).then(
  (code) => {
    if (code !== null) process.exit(code);
  },
  (error: unknown) => {
    if (error instanceof AppError) tell(error.message);
    else stderrLog('error', 'This is a bug in Glossa', error);
    process.exit(error instanceof AppError ? ERROR_CODES[error.code].exit : 1);
  },
);
