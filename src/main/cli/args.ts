// Reads a command line against the table of verbs.
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AppError } from '#shared/errors.ts';
import type { Arguments, Verb } from './verb.ts';

export type Invocation = {
  verb: Verb;
  args: Arguments;
  /** Absolute; null: the default library. */
  library: string | null;
  isJson: boolean;
};

/** Finds the verb and its arguments. Throws `bad_input` with the line to type instead. */
export function readInvocation(argv: string[], verbs: readonly Verb[]): Invocation {
  // Options may stand before the verb: it is found among the positionals of a reading that takes every option.
  const every = parse(
    argv,
    verbs.flatMap((verb) => verb.options),
  );
  const verb = verbs.find(({ name }) => startsWith(every.positionals, name.split(' ')));
  if (!verb) {
    const asked = every.positionals.slice(0, 2).join(' ');
    throw new AppError('bad_input', `${asked ? `Unknown verb "${asked}"` : 'No verb given'}. See: glossa help`);
  }
  const { values, positionals } = parse(argv, verb.options, verb);
  const rest = positionals.slice(verb.name.split(' ').length);
  const [min, max] = verb.positionals;
  if (rest.length < min || rest.length > max) throw new AppError('bad_input', `Usage: ${usageOf(verb)}`);
  const options = Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name !== 'library' && name !== 'json')
      .map(([name, value]) => [name, String(value)]),
  );
  const library = values['library'];
  if (library === '') throw new AppError('bad_input', '--library needs the path of a folder.');
  return {
    verb,
    args: { positionals: rest, options },
    library: typeof library === 'string' ? resolve(library) : null,
    isJson: values['json'] === true,
  };
}

/** `glossa import pdf PATH... [--library DIR] [--json]` */
export function usageOf(verb: Verb): string {
  return ['glossa', verb.name, verb.usage, '[--library DIR] [--json]'].filter(Boolean).join(' ');
}

function startsWith(words: string[], start: string[]): boolean {
  return start.every((word, index) => words[index] === word);
}

function parse(args: string[], names: string[], verb?: Verb) {
  const options: NonNullable<ParseArgsConfig['options']> = { library: { type: 'string' }, json: { type: 'boolean' } };
  for (const name of names) {
    const [long, short] = name.replace('!', '').split('/');
    options[long!] = { type: name.endsWith('!') ? 'boolean' : 'string', ...(short && { short }) };
  }
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const [first] = (error as Error).message.split('. ');
    throw new AppError('bad_input', verb ? `${first}. Usage: ${usageOf(verb)}` : `${first}. See: glossa help`);
  }
}
