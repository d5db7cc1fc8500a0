// What a verb of the command line is: its words, what it takes, what it does. The table is in verbs.ts.
import type { Client } from '#shared/contract.ts';
import type { Send } from '../host/client.ts';

/** The library a verb works on: the core in this process, or the host that holds it. */
export type Library = {
  client: Client;
  /** For what is not a call: bytes, text models, local paths. */
  send: Send;
  origin: string;
};

/** What a verb found: the JSON value of `--json`, and the same for a person to read. */
export type Answer = {
  json: unknown;
  /** Lines without the last line end; bytes are written as they are. */
  text: string | Uint8Array;
  /** Other than 0 when the answer itself is bad news (a doctor's finding). */
  exitCode?: number;
};

export type Arguments = {
  positionals: string[];
  /** Options given, by name without the dashes. */
  options: Record<string, string>;
};

export type Verb = {
  /** As typed, e.g. `import survey`. */
  name: string;
  /** For the usage line, after the name, e.g. `FILE`. */
  usage: string;
  /** One line of help. */
  help: string;
  /** How many positionals: at least, at most. */
  positionals: [min: number, max: number];
  /** Options with a value, besides `--library` and `--json`, which all verbs take; one without a value ends in `!`. */
  options: string[];
} & (
  | { run(library: Library, args: Arguments): Promise<Answer> }
  /** Verbs that open no library here, or their own. */
  | {
      runAlone(
        args: Arguments,
        shared: { library: string | null; isJson: boolean; built: string },
      ): Promise<Answer | null>;
    }
);
