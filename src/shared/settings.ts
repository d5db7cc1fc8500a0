// Settings: preferences and places last seen. Not user content: no undo, the last write holds.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Nothing } from './values.ts';

/** Where a file was left: 1-based page, the point of it at the top left of the view (PDF points), zoom (1 = 72 dpi, or a fit). */
export const ReadingPlace = z.object({
  page: z.int().min(1),
  x: z.number(),
  y: z.number(),
  scale: z.union([z.number().min(0.1).max(25), z.enum(['page-width', 'page-fit'])]),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** How pages are laid out; one below the other where it is absent. */
  layout: z.enum(['continuous', 'single', 'spread', 'cover']).optional(),
  /** Margins are cropped away. */
  isCropped: z.boolean().optional(),
});
export type ReadingPlace = z.infer<typeof ReadingPlace>;

/** Every setting by its key; `place:<sha256>` is a family of keys. */
export const SettingKey = z
  .string()
  .regex(
    /^(theme|uiLanguage|citekeyPattern|layout(\.[a-z]+)?|marks\.palette|(place|view):[0-9a-f]{64}|panes:[0-9a-f-]{36})$/,
  );

export const settings = {
  all: query(z.object({}), z.record(z.string(), z.json())),
  get: query(z.object({ key: SettingKey }), z.json()),
  set: command(z.object({ key: SettingKey, value: z.json() }), Nothing),
};
