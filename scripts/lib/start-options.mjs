// The options of `npm start`, read before anything is installed or built.
import { isAbsolute, resolve } from 'node:path';
import { Trouble } from './trouble.mjs';

const usage = 'Options: --desktop --web --library DIR --port N --no-open.';

/**
 * Reads the options. Throws Trouble (exit code 2) for one it does not know.
 * @returns {{ host: 'desktop' | 'web' | null, library: string | null, port: number, open: boolean }}
 */
export function readStartOptions(args) {
  const options = { host: null, library: null, port: 0, open: true };
  for (let at = 0; at < args.length; at += 1) {
    const [name, glued] = splitEquals(args[at]);
    const value = () => {
      const text = glued ?? args[(at += 1)];
      if (!text || (glued === undefined && text.startsWith('--')))
        throw new Trouble(`${name} needs a value. ${usage}`, 2);
      return text;
    };
    if (name === '--desktop' || name === '--web') {
      if (options.host && options.host !== name.slice(2)) throw new Trouble('Choose one of --desktop and --web.', 2);
      options.host = name.slice(2);
    } else if (name === '--no-open') options.open = false;
    else if (name === '--library') options.library = absolute(value());
    else if (name === '--port') options.port = port(value());
    else throw new Trouble(`Unknown option ${args[at]}. ${usage}`, 2);
  }
  return options;
}

function splitEquals(arg) {
  const cut = arg.startsWith('--') ? arg.indexOf('=') : -1;
  return cut < 0 ? [arg, undefined] : [arg.slice(0, cut), arg.slice(cut + 1)];
}

/** npm runs scripts in the package's folder; the person typed the path where they stood. */
function absolute(path) {
  return isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function port(text) {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65535)
    throw new Trouble(`--port takes a number from 0 to 65535, not "${text}".`, 2);
  return number;
}
