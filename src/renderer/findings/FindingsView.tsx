// The findings of the whole library, as a view of its own.
import type { Route } from '../ui/navigation.tsx';
import { SurveyFindings } from './SurveyFindings.tsx';

/** Every finding; a route with `findingId` shows that one. */
export function FindingsView({ route }: { route: Extract<Route, { view: 'findings' }> }) {
  return <SurveyFindings key={route.surveyId ?? ''} {...(route.surveyId ? { surveyId: route.surveyId } : {})} />;
}
