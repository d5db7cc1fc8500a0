// The door of the settings.
export { SettingsMenu } from './SettingsMenu.tsx';
export { isTheme, showTheme } from './theme.ts';
