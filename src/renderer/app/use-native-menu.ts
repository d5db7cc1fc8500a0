// The application's own menu shows the command list; what it chooses, and links from outside, come back here.
import { useEffect } from 'react';
import type { MenuCommand } from '#shared/native.ts';
import { host } from '../host/index.ts';
import { flushEdits } from '../data/unsaved.ts';
import { isEnabled } from '../ui/command-registry.ts';
import { type Command, useAllCommands } from '../ui/commands.tsx';
import { messagesIn } from '../ui/i18n.tsx';
import { useUiLanguage } from '../ui/language.ts';
import { goToPlace } from '../ui/navigation.tsx';
import { messages } from './messages.ts';

/** Commands come and go in bursts while a view is being built. */
const DELAY_MS = 80;
/** Groups the native menu has a place of its own for; others stand under their own name. */
const PLACED = new Set(['library', 'history', 'go', 'settings', 'window', 'view']);

/** The command as the menu shows it; commands that are not for lists are left out. */
export function menuCommand(command: Command, language: 'en' | 'zh-Hans'): MenuCommand[] {
  if (command.hidden && command.id !== 'app.palette') return [];
  const { id, label, shortcut, group = '' } = command;
  const place = id === 'app.palette' ? 'view' : PLACED.has(group) ? group : group || messagesIn(messages, language).app;
  return [{ id, label: label[language], enabled: isEnabled(command), group: place, ...(shortcut && { shortcut }) }];
}

/** Mounted once, by the shell. */
export function useNativeMenu(): void {
  const commands = useAllCommands();
  const language = useUiLanguage();
  useEffect(() => {
    const timer = setTimeout(() => {
      host.setCommands(
        language,
        commands.flatMap((command) => menuCommand(command, language)),
      );
    }, DELAY_MS);
    return () => clearTimeout(timer);
  }, [commands, language]);
  useEffect(() => host.onClosing(flushEdits), []);
  useEffect(() => host.onGo((place) => void goToPlace(place)), []);
}
