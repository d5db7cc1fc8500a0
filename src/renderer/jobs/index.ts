// The door of the jobs.
export { JobsButton } from './JobsButton.tsx';
