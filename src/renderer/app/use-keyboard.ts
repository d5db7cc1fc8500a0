// The window's one listener for shortcuts, and for commands chosen in the application's own menu.
import { useEffect } from 'react';
import { host } from '../host/index.ts';
import { registry, runCommand } from '../ui/commands.tsx';
import { isMac } from '../ui/shortcut.ts';
import { type Focus, KeyFollower } from './keyboard.ts';

const OVERLAY = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const TYPED_IN = 'textarea, select, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
const PRESSED = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image']);

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(OVERLAY)) return 'overlay';
  if (target instanceof HTMLInputElement) return PRESSED.has(target.type) ? 'page' : 'field';
  return target.closest(TYPED_IN) ? 'field' : 'page';
}

/** Listens while mounted. What a component handled itself (default prevented) is not for us; nor is any key of a composition. */
export function useKeyboard(): void {
  useEffect(() => {
    const follower = new KeyFollower();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      const found = follower.press(event, focusOf(event.target), registry.all(), isMac(), event.timeStamp);
      if (!found) return;
      event.preventDefault();
      if (found !== 'begun') runCommand(found.id);
    };
    window.addEventListener('keydown', onKeyDown);
    const stop = host.onCommand((id) => {
      // A menu's Undo means the field one is typing in, as its key does.
      const inField = focusOf(document.activeElement) === 'field';
      if (inField && id === 'history.undo') document.execCommand('undo');
      else if (inField && id === 'history.redo') document.execCommand('redo');
      else runCommand(id);
    });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, []);
}
