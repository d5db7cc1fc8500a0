// Rendered Markdown with formulas. The pipeline loads on first use; until then the text shows as it is.
import { type ReactNode, useEffect, useState } from 'react';
import { classes } from './classes.ts';
import styles from './markdown/markdown.module.css';

type Renderer = typeof import('./markdown/render.tsx');

let renderer: Renderer | null = null;
let loading: Promise<Renderer> | null = null;

/** Fetches the pipeline ahead of need. */
export function loadMarkdown(): Promise<Renderer> {
  loading ??= import('./markdown/render.tsx').then(
    (loaded) => (renderer = loaded),
    (failure: unknown) => {
      // The next text asks again.
      loading = null;
      throw failure;
    },
  );
  return loading;
}

/** The pipeline, or null until it is there. */
export function useMarkdownRenderer(): Renderer | null {
  const [ready, setReady] = useState(renderer);
  useEffect(() => {
    if (ready) return;
    let isHere = true;
    loadMarkdown()
      .then((loaded) => isHere && setReady(() => loaded))
      // Until it can be fetched the text shows as it is.
      .catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [ready]);
  return ready;
}

export type MarkdownProps = {
  text: string;
  /** BCP 47 tag of the text's language. */
  lang?: string;
  className?: string;
};

/** Rendered Markdown (GFM and `$formulas$`). Nothing in it loads, runs or moves the window. */
export function Markdown({ text, lang, className }: MarkdownProps): ReactNode {
  const ready = useMarkdownRenderer();
  return (
    <div className={classes(styles.markdown, !ready && styles.plain, className)} lang={lang}>
      {ready ? ready.renderMarkdown(text) : text}
    </div>
  );
}
