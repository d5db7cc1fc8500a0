// Drafts of translations, from a provider the user has set up: off until then, and asked only by a click.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Source } from './files.ts';
import { Nothing, Side } from './values.ts';

export const ProviderKind = z.enum(['openai', 'libretranslate', 'command']);
export type ProviderKind = z.infer<typeof ProviderKind>;

/** The provider as anybody may know it: the key itself never leaves the core again. */
export const Provider = z.object({
  kind: ProviderKind,
  /** How its drafts are signed. */
  name: z.string(),
  /** Of a service: where it is asked. '' for a command. */
  address: z.string(),
  model: z.string(),
  hasKey: z.boolean(),
  /** Of a command: the program's file name, and what it is called with. */
  program: z.string(),
  args: z.array(z.string()),
});
export type Provider = z.infer<typeof Provider>;

/** Longest text one draft is asked for, in UTF-16 units. */
export const DRAFT_LENGTH = 20_000;

const Address = z.url({ protocol: /^https?$/ }).max(2000);
const Key = z.string().max(1000);

export const translation = {
  /** Null while none is set up. */
  provider: query(z.object({}), Provider.nullable()),
  /**
   * Sets one up in place of any other. A key left out keeps the one that is there if the address's host is the same;
   * '' forgets it. A command is a program let in by its host (`source`); it gets the text on standard input and answers
   * on standard output; `{from}` and `{to}` in its arguments are the languages, BCP 47.
   */
  configure: command(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('openai'), address: Address, model: z.string().min(1).max(200), key: Key.optional() }),
      z.object({ kind: z.literal('libretranslate'), address: Address, key: Key.optional() }),
      z.object({ kind: z.literal('command'), source: Source, args: z.array(z.string().max(1000)).max(50).default([]) }),
    ]),
    Provider,
  ),
  /** Turns drafts off and forgets the key. */
  remove: command(z.object({}), Nothing),
  /**
   * Asks the provider for a draft of a text of side `from` in the other language. Changes nothing in the library.
   * `refused` when the provider answers badly, too late, or leads to another host; `bad_input` without a provider.
   */
  draft: query(
    z.object({ text: z.string().min(1).max(DRAFT_LENGTH), from: Side }),
    z.object({ text: z.string(), by: z.string() }),
  ),
};
