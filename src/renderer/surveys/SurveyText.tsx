// The rendered text of a survey. It renders again only when the text or its blocks change; what is alive in it
// reads the library through its context.
import { memo } from 'react';
import type { Survey } from '#shared/surveys.ts';
import { useMarkdownRenderer } from '../ui/Markdown.tsx';
import markdownStyles from '../ui/markdown/markdown.module.css';
import { classes } from '../ui/classes.ts';
import { livingComponents } from './LivingBlock.tsx';
import { bodyStretches } from './stretches.ts';
import styles from './SurveyView.module.css';

export type SurveyTextProps = { survey: Survey; /** Offset where the body begins. */ from: number };

/** The body of a survey. */
export const SurveyText = memo(function SurveyText({ survey, from }: SurveyTextProps) {
  const renderer = useMarkdownRenderer();
  const body = survey.text.slice(from);
  return (
    <div className={classes(markdownStyles.markdown, styles.text, !renderer && markdownStyles.plain)}>
      {renderer ? renderer.renderMarkdown(body, livingComponents, bodyStretches(survey, from)) : body}
    </div>
  );
});
