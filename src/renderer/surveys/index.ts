// The door of the surveys.
export { removeSurvey, restoreSurvey } from './actions.ts';
export { ImportSurveyDialog } from './ImportSurveyDialog.tsx';
export { importSurveys, pickSurvey } from './importing.ts';
export { SurveyBar } from './SurveyBar.tsx';
export { SurveyView } from './SurveyView.tsx';
