// What an import understood, list by list; each point can be set right before anything is written.
import { type ReactNode, useState } from 'react';
import type { Correction, LineKind, SurveyImport } from '#shared/surveys.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { importing } from './import-messages.ts';
import { classes } from '../ui/classes.ts';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { type TabItem, Tabs } from '../ui/Tabs.tsx';
import { messages } from './messages.ts';
import styles from './ImportSurveyDialog.module.css';

type Kind =
  | 'papers'
  | 'findings'
  | 'passages'
  | 'references'
  | 'merged'
  | 'proposals'
  | 'mentions'
  | 'text'
  | 'warnings';

const ALWAYS: ReadonlySet<Kind> = new Set(['papers', 'findings', 'warnings']);

/** What an import understood. Opens at what needs a look: the papers, or the warnings where there is nothing else. */
export function ImportPreview({
  preview,
  fileName,
  onCorrect,
}: {
  preview: SurveyImport;
  fileName: string;
  onCorrect: (correction: Correction) => void;
}) {
  const m = useMessages(messages);
  const w = useMessages(importing);
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
        <Row
          key={merged.paperId}
          where={m.lines(merged.lines)}
          tag={[...merged.by.map(w.mergedBy), ...(merged.inLibrary ? [w.inLibrary] : [])].join(' · ')}
        >
          {titleOf(merged.paperId)}
          <p className={styles.actions}>
            {(merged.inLibrary || merged.lines.length > 1 ? merged.lines : []).map((line) => (
              <Button
                key={line}
                size="small"
                variant="quiet"
                label={w.alone(line)}
                onPress={() => onCorrect({ do: 'split', line })}
              >
                {`${w.notSame}: ${m.line(line)}`}
              </Button>
            ))}
          </p>
        </Row>
      )),
    },
    {
      id: 'proposals',
      label: w.proposals,
      rows: preview.proposals.map((each) => (
        <Row key={`${each.line} ${each.withLine}`} where={m.line(each.line)} tag={w.near(each.why)} isWarning>
          {each.title}
          <p className={styles.of}>{`${w.alikeWith(each.withLine)}: ${each.withTitle}`}</p>
          <p className={styles.actions}>
            <Button
              size="small"
              onPress={() =>
                onCorrect({
                  do: 'join',
                  line: each.line,
                  ...(each.withLine === null ? {} : { withLine: each.withLine }),
                  ...(each.paperId === null ? {} : { paperId: each.paperId }),
                })
              }
            >
              {w.sameWork}
            </Button>
            <Button size="small" variant="quiet" onPress={() => onCorrect({ do: 'split', line: each.line })}>
              {w.otherWork}
            </Button>
          </p>
        </Row>
      )),
    },
    {
      id: 'mentions',
      label: w.mentions,
      rows: preview.mentions.map((mention) => (
        <Row
          key={`${mention.line} ${mention.url} ${mention.title}`}
          where={m.line(mention.line)}
          {...(mention.paperId ? {} : { tag: w.notInList })}
        >
          {mention.title}
          <p className={styles.of}>{titleOf(mention.paperId) || mention.url}</p>
        </Row>
      )),
    },
    {
      id: 'text',
      label: w.text,
      rows: preview.blocks.map((block) => (
        <Row key={block.line} where={m.line(block.line)}>
          <div className={styles.block}>
            <span className={styles.words}>{block.text}</span>
            <Select
              label={w.kindOf(block.line)}
              hideLabel
              variant="quiet"
              items={choices(block.as).map((kind) => ({ id: kind, label: w.kind(kind) }))}
              value={block.as}
              onChange={(kind) => isChosen(kind) && onCorrect({ do: 'as', line: block.line, kind })}
            />
          </div>
        </Row>
      )),
    },
    {
      id: 'warnings',
      label: m.warnings,
      rows: preview.warnings.map((warning) => (
        <Row key={`${warning.line} ${warning.message}`} where={m.line(warning.line)}>
          {w[warning.code](warning.params)}
        </Row>
      )),
    },
  ];
  // Lists with nothing in them stand in the way of those that matter.
  const shown = tabs.filter(({ id, rows }) => rows.length > 0 || ALWAYS.has(id));
  return (
    <>
      <h3 className={styles.title}>{preview.title || m.untitled}</h3>
      {fileName && <p className={styles.file}>{fileName}</p>}
      <p className={styles.note}>{isEmpty ? m.nothing : m.understood}</p>
      <div className={styles.tabs}>
        <Tabs
          label={m.importTitle}
          value={shown.some(({ id }) => id === kind) ? kind : 'papers'}
          onChange={setKind}
          tabs={shown.map(({ rows, ...tab }) => ({
            ...tab,
            count: rows.length,
            content: rows.length > 0 ? <ul>{rows}</ul> : <p className={styles.none}>{m.none}</p>,
          }))}
        />
      </div>
    </>
  );
}

/** What a block may be made: a heading stays one. */
const CHOSEN = ['paper', 'finding', 'passage', 'none'] as const;
const isChosen = (kind: LineKind): kind is (typeof CHOSEN)[number] => CHOSEN.some((each) => each === kind);
const choices = (now: LineKind): LineKind[] => (isChosen(now) ? [...CHOSEN] : [now, ...CHOSEN]);

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
