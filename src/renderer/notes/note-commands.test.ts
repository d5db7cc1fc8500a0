import type { Passage } from '#shared/notes.ts';
import { describe, expect, it } from 'vitest';
import { findClashes, isEnabled } from '../ui/command-registry.ts';
import { noteCommands, type NoteAt } from './note-commands.ts';

const passage = (id: string, position: number, annotationIds: string[] = []): Passage => ({
  id,
  noteId: 'n',
  position,
  primary: '',
  secondary: '',
  primaryAt: 0,
  secondaryAt: 0,
  stale: null,
  annotationIds,
  surveyId: null,
  spot: null,
  draftedBy: { primary: '', secondary: '' },
  deletedAt: null,
  createdAt: 0,
  updatedAt: 0,
});

const nothing = () => undefined;
const at = (over: Partial<NoteAt>): NoteAt => ({
  group: 'Notes',
  passages: [passage('a', 1, ['m']), passage('b', 2)],
  atId: null,
  isWithin: false,
  markId: null,
  add: nothing,
  addLinked: nothing,
  link: nothing,
  move: nothing,
  split: nothing,
  join: nothing,
  ...over,
});
const enabled = (over: Partial<NoteAt>) =>
  noteCommands(at(over))
    .filter(isEnabled)
    .map((command) => command.id);

describe("the note's commands", () => {
  it('claim no key while the focus is elsewhere, and no key twice', () => {
    expect(noteCommands(at({})).some((command) => command.shortcut)).toBe(false);
    expect(findClashes(noteCommands(at({ atId: 'a', isWithin: true, markId: 'x' })))).toEqual([]);
  });

  it('link only a highlight that is not linked there yet', () => {
    expect(enabled({ atId: 'a', markId: 'm' })).not.toContain('notes.link');
    expect(enabled({ atId: 'b', markId: 'm' })).toContain('notes.link');
    expect(enabled({ atId: 'b' })).not.toContain('notes.link');
  });

  it('move only where there is room', () => {
    expect(enabled({ atId: 'a' })).toEqual(['notes.add', 'notes.moveDown', 'notes.split', 'notes.join']);
    expect(enabled({ atId: 'b' })).toEqual(['notes.add', 'notes.moveUp', 'notes.split']);
    expect(enabled({ atId: 'gone' })).toEqual(['notes.add']);
  });
});
