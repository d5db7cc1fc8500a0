// One side of a two-language text while it is edited: what is in the field, what the store holds, what is on its way.
// No React and no DOM here; the field itself is SideField.
import { AppError } from '#shared/errors.ts';
import type { DraftSlot } from './draft.ts';

/** `unsaved`: waiting for a pause; `saving`: on its way; `failed`: the last attempt failed, the draft is kept. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';

export type SideSnapshot = {
  /** What the field shows. */
  text: string;
  /** A version written elsewhere while this side was being typed in; shown beside it until the user chooses. */
  theirs: string | null;
  state: SaveState;
};

/** `mine` keeps the field, `theirs` takes the other version, `both` puts the other version below. */
export type Choice = 'mine' | 'theirs' | 'both';

/**
 * Sends the whole side, and what it was written over; resolves when it is on disk. May reject with `conflict`
 * (details: `stored`) when the store holds something else than `base`.
 */
export type SaveSide = (text: string, base: string) => Promise<unknown>;

export type SideText = {
  /** Sends with this from now on. */
  saveWith: (save: SaveSide) => void;
  subscribe: (listener: () => void) => () => void;
  snapshot: () => SideSnapshot;
  /** The user typed: `text` is the whole field. */
  type: (text: string) => void;
  /** An input method started or ended composing; nothing is saved in between. */
  compose: (isComposing: boolean) => void;
  /** The store's value as last read. Taken over only where nothing typed would be lost. */
  remote: (stored: string) => void;
  /** Saves now what is not saved. Resolves when it is acknowledged; never rejects. */
  flush: () => Promise<void>;
  /** Ends a conflict. */
  resolve: (choice: Choice) => void;
};

export type SideTextOptions = {
  stored: string;
  save: SaveSide;
  draft: DraftSlot;
  /** Pause after the last key before a save, in ms. */
  delayMs?: number;
  /** Longest time unbroken typing goes unsaved, in ms. */
  longestMs?: number;
};

/** What the store holds, where that is why it refused. */
function storedIn(error: unknown): string | null {
  const stored = error instanceof AppError && error.code === 'conflict' ? error.details['stored'] : null;
  return typeof stored === 'string' ? stored : null;
}

/** Makes the editing state of one side. A draft left by a lost window is taken up again. */
export function createSideText({
  stored,
  save: firstSave,
  draft,
  delayMs = 400,
  longestMs = 2000,
}: SideTextOptions): SideText {
  const listeners = new Set<() => void>();
  const left = draft.read();
  let save = firstSave;
  let base = stored;
  let text = left?.text ?? stored;
  // The draft was written over `left.base`: where the store has moved on since, the user sees both.
  let theirs = left && left.base !== stored && left.text !== stored ? stored : null;
  let isComposing = false;
  let failed = false;
  /** The save on its way, and what it carries: our own words must not come back as somebody else's. */
  let inFlight: Promise<void> | null = null;
  let sent: string[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let unsavedSince: number | null = null;
  let view: SideSnapshot = look();

  function look(): SideSnapshot {
    const isDirty = text !== base;
    const state: SaveState = inFlight ? 'saving' : failed && isDirty ? 'failed' : isDirty ? 'unsaved' : 'saved';
    return { text, theirs, state };
  }

  function show(): void {
    const next = look();
    if (next.text === view.text && next.theirs === view.theirs && next.state === view.state) return;
    view = next;
    for (const listener of listeners) listener();
  }

  function keepDraft(): void {
    if (text === base && !inFlight) draft.clear();
    else draft.write({ base, text });
  }

  function schedule(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (isComposing || text === base) return;
    unsavedSince ??= Date.now();
    const wait = Math.max(0, Math.min(delayMs, unsavedSince + longestMs - Date.now()));
    timer = setTimeout(() => void send(), wait);
  }

  async function send(force = false): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // One save at a time: two could overtake each other on the wire.
    if (inFlight) await inFlight;
    if (isComposing || (text === base && !force)) return;
    const carried = text;
    unsavedSince = null;
    sent = [...sent.slice(-20), carried];
    const attempt = save(carried, base).then(
      () => {
        failed = false;
        base = carried;
      },
      (error: unknown) => {
        const stored = storedIn(error);
        failed = stored === null;
        if (stored === null) return;
        // Another window was first: both are shown, ours goes on top of theirs, which history keeps.
        base = stored;
        if (stored !== text) theirs = stored;
      },
    );
    inFlight = attempt.then(() => {
      inFlight = null;
      if (text === base && theirs === null) sent = [];
      keepDraft();
      show();
      if (!failed && text !== base) schedule();
    });
    show();
    await inFlight;
  }

  function remote(value: string): void {
    const isBusy = text !== base || inFlight !== null || isComposing;
    // Known already, or our own words coming back: a conflict goes on until the user ends it.
    if (value === base || sent.includes(value)) return;
    if (value === text) {
      base = value;
      theirs = null;
    } else if (!isBusy) {
      base = value;
      text = value;
      theirs = null;
    } else {
      base = value;
      theirs = value;
      schedule();
    }
    keepDraft();
    show();
  }

  function resolve(choice: Choice): void {
    if (theirs === null) return;
    if (choice === 'theirs') text = theirs;
    if (choice === 'both') text = `${text.trimEnd()}\n\n${theirs}`;
    theirs = null;
    keepDraft();
    void send(true);
    show();
  }

  return {
    saveWith: (next) => {
      save = next;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => view,
    type: (next) => {
      text = next;
      keepDraft();
      schedule();
      show();
    },
    compose: (on) => {
      isComposing = on;
      if (!on) schedule();
    },
    remote,
    flush: () => {
      isComposing = false;
      return inFlight || text !== base ? send() : Promise.resolve();
    },
    resolve,
  };
}
