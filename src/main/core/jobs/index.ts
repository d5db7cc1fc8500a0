// Door of the jobs room.
export { jobsCalls } from './calls.ts';
export { makeJobs, type JobBody, type Jobs } from './runner.ts';
