// What a host says at `/libraries` (GET): which library is open, which were lately, and what is wrong with one that does
// not open. POST `/libraries/open` {ticket}, `/libraries/restore` {name} and `/libraries/read-only` {} change it, and
// answer the same. This stands beside the contract, since it also answers while no library is open.
import type { Backup } from './library.ts';

/** A library's folder goes by a ticket; its path stays in the host. */
export type LibrariesState = {
  current: { id: string; name: string } | null;
  /** Null unless the library could not be opened. */
  problem: { code: string; message: string; name: string; backups: Backup[] } | null;
  recents: { ticket: string; name: string; isThere: boolean }[];
};
