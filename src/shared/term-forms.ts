// Forms of terms in a text: when two forms are one, and where forms stand. Pure; used by the core and by the page.
import { fold } from './text/fold.ts';

/** A form as forms are compared: case, width, spaces and hyphens aside. */
export const formKey = (form: string): string => fold(form.trim(), { spaces: 'none', hyphens: 'none' });
