// Calls of the translation room.
import { AppError } from '#shared/errors.ts';
import type { translation } from '#shared/translation.ts';
import type { Handlers } from '../kinds.ts';
import { askCommand } from './command.ts';
import { forget, nextProvider, openProvider, readProvider, store } from './provider.ts';
import { askService } from './service.ts';

export const translationCalls: Handlers<typeof translation> = {
  provider: ({ db }) => {
    const stored = readProvider(db);
    return stored && openProvider(stored);
  },
  configure: (tx, input) => {
    const next = nextProvider(tx, input, readProvider(tx.db));
    store(tx, next);
    return openProvider(next);
  },
  remove: (tx) => {
    forget(tx);
    return {};
  },
  draft: async ({ db, library, closing }, { text, from }) => {
    const provider = readProvider(db);
    if (!provider) throw new AppError('bad_input', 'No translation provider is set up. Set one up first.');
    const request = {
      text,
      from: from === 'primary' ? library.primary : library.secondary,
      to: from === 'primary' ? library.secondary : library.primary,
    };
    const answer =
      provider.kind === 'command'
        ? await askCommand(provider, request, closing)
        : await askService(provider, request, closing);
    return { text: answer, by: openProvider(provider).name };
  },
};
