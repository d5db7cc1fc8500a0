// Where a link of the library leads in the window.
import type { OwnLink } from '#shared/links.ts';
import { go, goToPlace } from './navigation.tsx';

/** Shows what the link names; stays where one is when it is gone. */
export async function openLink({ kind, id }: OwnLink): Promise<void> {
  switch (kind) {
    case 'paper':
      return go({ view: 'reader', paperId: id });
    case 'finding':
      return goToPlace({ findingId: id });
    case 'annotation':
      return goToPlace({ annotationId: id });
    case 'survey':
      return go({ view: 'survey', surveyId: id });
    case 'note':
      return go({ view: 'notes', noteId: id });
    case 'matrix':
      return go({ view: 'matrix', matrixId: id });
    case 'outline':
      return go({ view: 'outline', outlineId: id });
    case 'term':
      return go({ view: 'terms', termId: id });
  }
}
