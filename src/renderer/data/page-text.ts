// The text model of a page, and the words of a document, fetched once: they never change for a given file and model version.
import { useQuery } from '@tanstack/react-query';
import type { PageText } from '#shared/text/model.ts';
import { responseError, toAppError } from './problems.ts';
import { queryClient } from './query-client.ts';
import type { PageWords } from '#shared/text/words.ts';
import { textUrl, wordsUrl } from './urls.ts';

const options = (sha256: string, page: number) => ({
  queryKey: ['text', sha256, page],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<PageText> => {
    const response = await fetch(textUrl(sha256, page), { signal }).catch((thrown: unknown) => {
      throw toAppError(thrown);
    });
    if (!response.ok) throw await responseError(response);
    return (await response.json()) as PageText;
  },
  staleTime: Infinity,
  gcTime: 2 * 60_000,
});

/** The text model of a page (1-based), or undefined while it is on its way or where there is none. */
export function usePageText(sha256: string, page: number, enabled = true): PageText | undefined {
  return useQuery({ ...options(sha256, page), enabled }).data;
}

/** The text model of a page (1-based). Rejects with an AppError. */
export function fetchPageText(sha256: string, page: number): Promise<PageText> {
  return queryClient.fetchQuery(options(sha256, page));
}

const wordsOptions = (sha256: string) => ({
  queryKey: ['words', sha256],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<PageWords[]> => {
    const response = await fetch(wordsUrl(sha256), { signal }).catch((thrown: unknown) => {
      throw toAppError(thrown);
    });
    if (!response.ok) throw await responseError(response);
    return (await response.json()) as PageWords[];
  },
  staleTime: Infinity,
  gcTime: 2 * 60_000,
});

/** The words of all pages of a file, or undefined while they are on their way or where there are none. */
export function useDocumentWords(sha256: string, enabled = true): PageWords[] | undefined {
  return useQuery({ ...wordsOptions(sha256), enabled }).data;
}

/** The words of all pages of a file. Rejects with an AppError. */
export function fetchDocumentWords(sha256: string): Promise<PageWords[]> {
  return queryClient.fetchQuery(wordsOptions(sha256));
}
