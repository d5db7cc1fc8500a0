// Reading: a query of the contract as a hook, and as a plain function over the same cache.
import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AppError } from '#shared/errors.ts';
import type { InputAt, OutputAt, RoomName, VerbOf } from './calls.ts';
import { callByName } from './client.ts';
import { queryClient } from './query-client.ts';

/** `enabled: false` waits. `keep: true` shows the former answer while the input changes. */
export type ReadOptions = { enabled?: boolean; keep?: boolean };

/** Reads `room.verb`; the answer is renewed when the tables behind it change. Errors stay in `result.error`. */
export function useRead<R extends RoomName, V extends VerbOf<R, 'query'>>(
  room: R,
  verb: V,
  input: InputAt<R, V>,
  options: ReadOptions = {},
): UseQueryResult<OutputAt<R, V>, AppError> {
  return useQuery<OutputAt<R, V>, AppError>({
    queryKey: [room, verb, input],
    queryFn: ({ signal }) => callByName(room, verb, input, { signal }) as Promise<OutputAt<R, V>>,
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Reads `room.verb` for several inputs at once; the answers there are, in the order of the inputs. */
export function useReads<R extends RoomName, V extends VerbOf<R, 'query'>>(
  room: R,
  verb: V,
  inputs: readonly InputAt<R, V>[],
): (OutputAt<R, V> | undefined)[] {
  return useQueries({
    queries: inputs.map((input) => ({
      queryKey: [room, verb, input],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        callByName(room, verb, input, { signal }) as Promise<OutputAt<R, V>>,
    })),
    combine: dataOf,
  }) as (OutputAt<R, V> | undefined)[];
}

const dataOf = (results: { data?: unknown }[]): unknown[] => results.map(({ data }) => data);

/** Reads `room.verb` once, from the cache where it is fresh. */
export function read<R extends RoomName, V extends VerbOf<R, 'query'>>(
  room: R,
  verb: V,
  input: InputAt<R, V>,
): Promise<OutputAt<R, V>> {
  return queryClient.fetchQuery({
    queryKey: [room, verb, input],
    queryFn: ({ signal }) => callByName(room, verb, input, { signal }) as Promise<OutputAt<R, V>>,
  });
}
