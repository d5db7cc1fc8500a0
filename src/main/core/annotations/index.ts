// Door of the annotations room.
export { annotationsCalls, getAnnotation, placeOf } from './calls.ts';
export { createAnnotation, inShort, linkEvidence, requireAnnotation } from './create.ts';
export { newVersions } from './reanchor/job.ts';
