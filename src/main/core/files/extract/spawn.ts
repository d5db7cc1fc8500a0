// What the core needs of a child process, whatever the host makes it of (child_process under Node, utilityProcess
// under Electron). The host hands a `Spawn` to the core.

/** A running child. Messages are plain data that survive JSON. */
export type Child = {
  /** Undefined until the system has started it, or when it could not be started. */
  pid: number | undefined;
  post: (message: unknown) => void;
  onMessage: (listener: (message: unknown) => void) => void;
  /** Called once, also when the child could not be started; `code` is null when a signal ended it. */
  onExit: (listener: (code: number | null) => void) => void;
  /** Ends it at once. */
  kill: () => void;
};

/** Starts the bundle of that name. */
export type Spawn = (entry: 'extract' | 'search') => Child;
