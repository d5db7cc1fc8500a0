// Where live quotes meet rendered Markdown: who shows them, and who can write the text they stand in.
import { createContext, type ReactNode } from 'react';

/** A quote as its link says it: the highlight, the words, and the hash of the words it was last seen with. */
export type QuoteParts = { annotationId: string; words: string; hash: string };

/** What a note does when one of a quote's wordings is taken. `before` tells which of its quotes it is. */
export type TakeQuote = (before: QuoteParts, after: QuoteParts) => void;

/** Shows a live quote; without it a quote is a link like any other. */
export const QuoteSlot = createContext<((quote: QuoteParts) => ReactNode) | null>(null);

/** Put around rendered Markdown by whoever can write its text. */
export const QuoteContext = createContext<TakeQuote | null>(null);
