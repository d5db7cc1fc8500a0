// Whose highlights a field's links offer: the paper being read.
import { createContext } from 'react';

/** The paper at hand; undefined where there is none. */
export const LinkScope = createContext<string | undefined>(undefined);
