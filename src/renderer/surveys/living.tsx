// What the living parts of a survey need to know of the library, handed down so that the rendered text itself stays put.
import { createContext, useContext, useMemo } from 'react';
import type { Finding } from '#shared/findings.ts';
import type { Passage } from '#shared/notes.ts';
import type { PaperItem } from '#shared/papers.ts';
import type { Survey, SurveyBlock } from '#shared/surveys.ts';
import { useRead } from '../data/read.ts';

/** Everything by id. */
export type Living = {
  blocks: ReadonlyMap<string, SurveyBlock>;
  papers: ReadonlyMap<string, PaperItem>;
  findings: ReadonlyMap<string, Finding>;
  passages: ReadonlyMap<string, Passage & { paperId: string | null }>;
  /** The survey's own text, to tell which side of a finding it says. */
  text: string;
};

const NOTHING: Living = { blocks: new Map(), papers: new Map(), findings: new Map(), passages: new Map(), text: '' };

/** Set by the survey view around the text. */
export const LivingContext = createContext<Living>(NOTHING);

/** What the library knows of the survey's parts. */
export const useLiving = (): Living => useContext(LivingContext);

/** Reads it; parts not read yet are simply not alive yet. */
export function useLivingOf(survey: Survey): Living {
  const papers = useRead('papers', 'list', { surveyId: survey.id }).data;
  const findings = useRead('findings', 'list', { surveyId: survey.id }).data;
  const notes = useRead('notes', 'list', { surveyId: survey.id }).data;
  return useMemo(
    () => ({
      blocks: byId(survey.blocks),
      papers: byId(papers ?? []),
      findings: byId(findings ?? []),
      passages: byId(
        (notes ?? []).flatMap((note) => note.passages.map((passage) => ({ ...passage, paperId: note.paperId }))),
      ),
      text: survey.text,
    }),
    [survey, papers, findings, notes],
  );
}

const byId = <T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));
