// Every verb of the command line. docs/cli.md is their description for people; a test holds the two together.
import { backups, restore } from './verbs/backups.ts';
import { annotate, text } from './verbs/read.ts';
import { doctor, redo, undo } from './verbs/care.ts';
import { evidenceSuggest } from './verbs/evidence.ts';
import { exportSurvey } from './verbs/export.ts';
import { importPdf, importSurvey } from './verbs/import.ts';
import { init } from './verbs/init.ts';
import { linkSurvey, lintSurvey } from './verbs/lint.ts';
import { lists } from './verbs/list.ts';
import { indexRebuild, indexStatus, search } from './verbs/search.ts';
import { reanchor } from './verbs/reanchor.ts';
import { serve } from './verbs/serve.ts';
import { exportMatrix, exportOutline } from './verbs/tables.ts';
import { translator } from './verbs/translator.ts';
import type { Verb } from './verb.ts';

export const verbs: readonly Verb[] = [
  init,
  importSurvey,
  importPdf,
  ...lists,
  text,
  annotate,
  evidenceSuggest,
  search,
  indexStatus,
  indexRebuild,
  reanchor,
  exportSurvey,
  lintSurvey,
  linkSurvey,
  exportMatrix,
  exportOutline,
  translator,
  serve,
  undo,
  redo,
  doctor,
  backups,
  restore,
];
