// Door of the surveys room.
export { surveysCalls } from './calls.ts';
export { surveyBytes } from './sql.ts';
