// Asks a program on this machine: the text on its standard input, the draft on its standard output.
import { spawn, type ChildProcess } from 'node:child_process';
import { AppError } from '#shared/errors.ts';
import { openProvider, type Command, type DraftRequest } from './provider.ts';

const PATIENCE_MS = 90_000;
const MAX_BYTES = 1024 * 1024;

/** The draft. No shell is involved. `refused` when the program fails, is late, or says too much or nothing. */
export function askCommand(command: Command, { text, from, to }: DraftRequest, closing: AbortSignal): Promise<string> {
  const { name } = openProvider(command);
  const refused = (why: string): AppError => new AppError('refused', `${name} ${why} Nothing was changed.`);
  const args = command.args.map((arg) => arg.replaceAll('{from}', from).replaceAll('{to}', to));
  return new Promise((resolve, reject) => {
    // A group of its own, so that what it starts ends with it.
    const detached = process.platform !== 'win32';
    const child = spawn(command.path, args, { detached, windowsHide: true, stdio: ['pipe', 'pipe', 'ignore'] });
    const out: Buffer[] = [];
    let size = 0;
    let why: AppError | undefined;
    const stop = (error: AppError): void => {
      if (why) return;
      why = error;
      killAll(child);
      child.stdout.destroy();
      end(() => reject(error));
    };
    const timer = setTimeout(() => stop(refused('did not answer in time.')), PATIENCE_MS);
    const onClosing = (): void => stop(new AppError('cancelled', 'The library is being closed.'));
    closing.addEventListener('abort', onClosing, { once: true });
    const end = (act: () => void): void => {
      clearTimeout(timer);
      closing.removeEventListener('abort', onClosing);
      act();
    };
    child.once('error', () => end(() => reject(refused('could not be started. Check the program.'))));
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BYTES) stop(refused('answered with more than a translation could be.'));
      else out.push(chunk);
    });
    child.once('close', (code) =>
      end(() => {
        const answer = Buffer.concat(out).toString('utf8').trim();
        if (why) return;
        if (code !== 0) reject(refused(`ended with code ${code ?? 'none'}.`));
        else if (answer === '') reject(refused('answered without a translation.'));
        else resolve(answer);
      }),
    );
    // A program that does not read its input is no error of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}

/** Ends the program and what it started. */
function killAll(child: ChildProcess): void {
  try {
    if (process.platform !== 'win32' && child.pid) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}
