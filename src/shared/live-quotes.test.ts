import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  quoteAddress,
  quoteBlock,
  quoteHash,
  quoteLink,
  quotesIn,
  quoteState,
  replaceQuote,
  takeWords,
} from './live-quotes.ts';

const ID = '01a2072d-2180-738e-819a-634fdfa59187';

describe('a live quote', () => {
  it('is a link in a block of its own, whose words and mark are read off again', () => {
    const block = quoteBlock(ID, 'Readers who\n gloss [twice] remember *more*');
    expect(block).toBe(
      `> [Readers who gloss \\[twice\\] remember \\*more\\*](glossa:annotation/${ID}#${quoteHash('Readers who gloss [twice] remember *more*')})`,
    );
    expect(quotesIn(`before\n\n${block}\n\nafter`)).toMatchObject([
      { annotationId: ID, words: 'Readers who gloss [twice] remember *more*' },
    ]);
  });

  it('keeps any words whatever signs are in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        const [found, ...others] = quotesIn(`x ${quoteLink({ annotationId: ID, words, hash: quoteHash(words) })} y`);
        expect(others).toEqual([]);
        expect(found?.words).toBe(words.normalize('NFC').replace(/\s+/gu, ' ').trim());
        expect(quoteState(found!, words)).toBe('same');
      }),
    );
  });

  it('says which side has changed, and takes either', () => {
    const text = `A\n\n${quoteBlock(ID, 'the old words')}\n`;
    const [quote] = quotesIn(text);
    if (!quote) throw new Error('no quote');
    expect(quoteState(quote, 'the old words')).toBe('same');
    expect(quoteState(quote, 'quite new words')).toBe('marked');
    expect(quoteState(quote, null)).toBe('gone');
    const mine = { ...quote, words: 'my own words' };
    expect(quoteState(mine, 'the old words')).toBe('reworded');
    expect(quoteState(mine, 'quite new words')).toBe('both');
    const taken = replaceQuote(text, quote, takeWords(quote, 'quite new words', 'mark'));
    expect(taken).toContain('[quite new words]');
    expect(quoteState(quotesIn(taken)[0]!, 'quite new words')).toBe('same');
    const kept = replaceQuote(text, quote, takeWords(mine, 'quite new words', 'note'));
    expect(quoteState(quotesIn(kept)[0]!, 'quite new words')).toBe('kept');
    expect(quoteState(quotesIn(kept)[0]!, 'newer still')).toBe('both');
    expect(kept.startsWith('A\n\n> [my own words](')).toBe(true);
  });

  it('is told from other links of the library by its hash', () => {
    expect(quoteAddress(`glossa:annotation/${ID}#abc`)).toEqual({ annotationId: ID, hash: 'abc' });
    expect(quoteAddress(`glossa:annotation/${ID}`)).toBeNull();
    expect(quoteAddress(`glossa:paper/${ID}#abc`)).toBeNull();
    expect(quotesIn(`[a](glossa:annotation/${ID}) ![b](glossa:image/x#1)`)).toEqual([]);
  });
});
