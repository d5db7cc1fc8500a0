// The cache of what was read. Answers hold until the event stream says that their tables changed.
import { QueryClient } from '@tanstack/react-query';
import { problemCode } from './problems.ts';

/** The window's one query cache. The core is local, so nothing here waits for a network. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Infinity,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => problemCode(error) === 'unreachable' && count < 3,
      retryDelay: (count) => Math.min(250 * 2 ** count, 2000),
    },
  },
});
