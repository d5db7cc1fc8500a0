// Door of the settings room.
export { settingsCalls } from './calls.ts';
