// What an import understood, list by list.
import { type ReactNode, useState } from 'react';
import type { SurveyImport } from '#shared/surveys.ts';
import { classes } from '../ui/classes.ts';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { type TabItem, Tabs } from '../ui/Tabs.tsx';
import { messages } from './messages.ts';
import styles from './ImportSurveyDialog.module.css';

type Kind = 'papers' | 'findings' | 'passages' | 'references' | 'merged' | 'sections' | 'warnings';

/** What an import understood. Opens at what needs a look: the papers, or the warnings where there is nothing else. */
export function ImportPreview({ preview, fileName }: { preview: SurveyImport; fileName: string }) {
  const m = useMessages(messages);
  const languages = useLibraryLanguages();
  const isEmpty = preview.papers.length === 0 && preview.findings.length === 0;
  const [kind, setKind] = useState<Kind>(isEmpty && preview.warnings.length > 0 ? 'warnings' : 'papers');
  const titles = new Map(preview.papers.map((paper) => [paper.id, paper.title]));
  const titleOf = (id: string | null) => (id ? (titles.get(id) ?? '') : '');

  const sides = (primary: string, secondary: string, paperId: string | null) => (
    <>
      {primary && <p lang={languages.primary.tag}>{primary}</p>}
      {secondary && <p lang={languages.secondary.tag}>{secondary}</p>}
      {titleOf(paperId) && <p className={styles.of}>{titleOf(paperId)}</p>}
    </>
  );
  const tabs: (Omit<TabItem<Kind>, 'content'> & { rows: ReactNode[] })[] = [
    {
      id: 'papers',
      label: m.papers,
      rows: preview.papers.map((paper) => (
        <Row
          key={paper.id}
          where={m.lines(paper.lines)}
          tag={paper.created ? m.isNew : m.isKnown}
          isNew={paper.created}
        >
          {paper.title}
        </Row>
      )),
    },
    {
      id: 'findings',
      label: m.findings,
      rows: preview.findings.map((finding) => (
        <Row key={finding.id} where={m.line(finding.line)}>
          {sides(finding.primary, finding.secondary, finding.paperId)}
        </Row>
      )),
    },
    {
      id: 'passages',
      label: m.passages,
      rows: preview.passages.map((passage) => (
        <Row key={passage.id} where={m.line(passage.line)}>
          {sides(passage.primary, passage.secondary, passage.paperId)}
        </Row>
      )),
    },
    {
      id: 'references',
      label: m.references,
      rows: preview.references.map((reference) => (
        <Row
          key={reference.line}
          where={m.line(reference.line)}
          {...(reference.paperId ? {} : { tag: m.noPaper, isWarning: true })}
        >
          {titleOf(reference.paperId) || reference.raw}
          {titleOf(reference.paperId) && <p className={styles.of}>{reference.raw}</p>}
        </Row>
      )),
    },
    {
      id: 'merged',
      label: m.merged,
      rows: preview.merged.map((merged) => (
        <Row key={merged.paperId} where={m.lines(merged.lines)} tag={merged.why}>
          {titleOf(merged.paperId)}
        </Row>
      )),
    },
    {
      id: 'sections',
      label: m.sections,
      rows: preview.sections.map((section) => (
        <Row key={section.line} where={m.line(section.line)}>
          <span style={{ paddingLeft: `${(section.depth - 1) * 16}px` }}>{section.title}</span>
        </Row>
      )),
    },
    {
      id: 'warnings',
      label: m.warnings,
      rows: preview.warnings.map((warning) => (
        <Row key={`${warning.line} ${warning.message}`} where={m.line(warning.line)}>
          {warning.message}
        </Row>
      )),
    },
  ];
  return (
    <>
      <h3 className={styles.title}>{preview.title || m.untitled}</h3>
      {fileName && <p className={styles.file}>{fileName}</p>}
      <p className={styles.note}>{isEmpty ? m.nothing : m.understood}</p>
      <div className={styles.tabs}>
        <Tabs
          label={m.importTitle}
          value={kind}
          onChange={setKind}
          tabs={tabs.map(({ rows, ...tab }) => ({
            ...tab,
            count: rows.length,
            content: rows.length > 0 ? <ul>{rows}</ul> : <p className={styles.none}>{m.none}</p>,
          }))}
        />
      </div>
    </>
  );
}

function Row({
  where,
  tag,
  isNew,
  isWarning,
  children,
}: {
  where: string;
  tag?: string;
  isNew?: boolean;
  isWarning?: boolean;
  children: ReactNode;
}) {
  return (
    <li className={styles.row}>
      <span className={styles.line}>{where}</span>
      <div className={styles.what}>{children}</div>
      {tag && <span className={classes(styles.tag, isNew && styles.new, isWarning && styles.warn)}>{tag}</span>}
    </li>
  );
}
