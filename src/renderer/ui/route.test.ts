import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRoute, isSamePlace, parseRoute, type Route } from './route.ts';

const id = fc.oneof(
  fc.uuid(),
  fc.string({ minLength: 1 }).filter((text) => text.isWellFormed()),
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const route: fc.Arbitrary<Route> = fc
  .oneof(
    fc.record({
      view: fc.constant('library' as const),
      surveyId: optional(id),
      trash: optional(fc.constant(true as const)),
      paperId: optional(id),
    }),
    fc.record({ view: fc.constant('annotations' as const), surveyId: optional(id) }),
    fc.record({
      view: fc.constant('survey' as const),
      surveyId: id,
      show: optional(fc.constant('findings' as const)),
      blockId: optional(id),
      findingId: optional(id),
    }),
    fc.record({ view: fc.constant('findings' as const), surveyId: optional(id), findingId: optional(id) }),
    fc.record({
      view: fc.constant('terms' as const),
      surveyId: optional(id),
      termId: optional(id),
      inconsistent: optional(fc.constant(true as const)),
    }),
    fc.record({
      view: fc.constant('reader' as const),
      paperId: id,
      sha256: optional(id),
      annotationId: optional(id),
      page: optional(fc.integer({ min: 1, max: 99_999 })),
      passageId: optional(id),
      findingId: optional(id),
    }),
    fc.record({
      view: fc.constant('notes' as const),
      noteId: optional(id),
      surveyId: optional(id),
      passageId: optional(id),
    }),
    fc.record({ view: fc.constant('matrix' as const), matrixId: optional(id), surveyId: optional(id) }),
    fc.record({ view: fc.constant('outline' as const), outlineId: optional(id), surveyId: optional(id) }),
    fc.record({ view: fc.constant('evidence' as const), findingId: id }),
  )
  .map((value) => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Route);

describe('a route', () => {
  test('comes back from its address, whatever its ids are', () => {
    fc.assert(
      fc.property(route, (value) => {
        expect(parseRoute(formatRoute(value))).toEqual(value);
      }),
    );
  });

  test.each(['', '#', '#/', '#/nowhere/x', '#/reader/', '#/survey', '#/reader/%E0%A4%A'])(
    'from the address %j is the start',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ view: 'library' });
    },
  );

  test.each(['0', '-1', '1.5', 'x', ''])('has no page %j', (page) => {
    expect(parseRoute(`#/reader/p?page=${page}`)).toEqual({ view: 'reader', paperId: 'p' });
  });

  test('is the same place as another that points elsewhere in the same paper', () => {
    expect(isSamePlace({ view: 'reader', paperId: 'p', page: 3 }, { view: 'reader', paperId: 'p', sha256: 'f' })).toBe(
      true,
    );
    expect(
      isSamePlace({ view: 'reader', paperId: 'p', sha256: 'e' }, { view: 'reader', paperId: 'p', sha256: 'f' }),
    ).toBe(false);
    expect(isSamePlace({ view: 'library' }, { view: 'library', trash: true })).toBe(false);
  });
});
