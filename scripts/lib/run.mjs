// Runs a program and waits for it.
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program to its end. What it prints goes to standard error (`output: 'stderr'`, the default), is kept and
 * returned (`'keep'`), or goes where this process's own goes (`'inherit'`).
 * Never throws: a program that cannot be started ends with code 127 and the reason as its text.
 * @returns {Promise<{ code: number, text: string, timedOut: boolean }>}
 */
export function run(
  command,
  args,
  { env = process.env, output = 'stderr', timeoutMs = 0, cwd = root, shell = false } = {},
) {
  return new Promise((done) => {
    const stdio = { stderr: ['ignore', 2, 2], inherit: 'inherit', keep: ['ignore', 'pipe', 'pipe'] }[output];
    let text = '';
    let timedOut = false;
    const child = spawn(command, args, { cwd, env, stdio, shell });
    child.stdout?.on('data', (chunk) => (text += chunk));
    child.stderr?.on('data', (chunk) => (text += chunk));
    const timer =
      timeoutMs > 0 &&
      setTimeout(() => {
        timedOut = true;
        child.kill('SIGKILL');
      }, timeoutMs);
    const finish = (code, reason) => {
      if (timer) clearTimeout(timer);
      done({ code, text: reason ?? text, timedOut });
    };
    child.on('error', (error) => finish(127, error.message));
    child.on('close', (code) => finish(code ?? 1));
  });
}
