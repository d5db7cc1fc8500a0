// The contents of a survey, beside its text where there is room.
import { type RefObject, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Section } from '#shared/surveys.ts';
import { classes } from '../ui/classes.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import { sectionStretch } from './stretches.ts';
import styles from './Outline.module.css';

/** Section titles; a press scrolls there, the one in view is lit. */
export function Outline({
  sections,
  scroller,
}: {
  sections: readonly Section[];
  scroller: RefObject<HTMLElement | null>;
}) {
  const m = useMessages(messages);
  const [here, setHere] = useState<number | null>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const find = () => {
      const top = element.getBoundingClientRect().top + 80;
      let line: number | null = null;
      for (const section of sections) {
        const heading = headingOf(element, section);
        if (heading && heading.getBoundingClientRect().top <= top) line = section.line;
      }
      setHere(line ?? sections[0]?.line ?? null);
    };
    find();
    element.addEventListener('scroll', find, { passive: true });
    return () => element.removeEventListener('scroll', find);
  }, [scroller, sections]);

  if (sections.length < 2) return null;
  const least = Math.min(...sections.map((section) => section.depth));
  return (
    <nav className={styles.outline} aria-label={m.outline}>
      <ul>
        {sections.map((section) => (
          <li key={section.line}>
            <Button
              className={classes(styles.entry, section.line === here && styles.here)}
              style={{ paddingLeft: 8 + (section.depth - least) * 12 }}
              onPress={() =>
                scroller.current && headingOf(scroller.current, section)?.scrollIntoView({ block: 'start' })
              }
            >
              {section.title}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const headingOf = (element: HTMLElement, section: Section) =>
  element.querySelector(`[data-stretch="${CSS.escape(sectionStretch(section.line))}"]`);
