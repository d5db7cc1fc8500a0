// The palette: every command, and the way to any paper or survey, by typing.
import { FileText, ScrollText, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import type { HitKind } from '#shared/search.ts';
import { useRead } from '../data/read.ts';
import { openHit, useNames } from '../search/index.ts';
import { runCommand, useAllCommands } from '../ui/commands.tsx';
import { useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { isMac, showShortcut } from '../ui/shortcut.ts';
import { messages } from './messages.ts';
import { grouped, offer } from './palette-items.ts';
import styles from './Palette.module.css';

/** What is looked for beside commands, papers and surveys by name. */
const FOUND: HitKind[] = ['paper', 'finding', 'note', 'term'];
const MOST_FOUND = 8;

export type PaletteProps = { isOpen: boolean; onClose: () => void };

/** The palette, in front of everything. */
export function Palette({ isOpen, onClose }: PaletteProps) {
  const m = useMessages(messages);
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={m.palette}>
          <Choices onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choices({ onClose }: { onClose: () => void }) {
  const m = useMessages(messages);
  const language = useUiLanguage();
  const [typed, setTyped] = useState('');
  const commands = useAllCommands();
  const papers = useRead('papers', 'list', {}).data;
  const surveys = useRead('surveys', 'list', {}).data;
  const found = useMemo(() => offer(typed, commands, surveys ?? [], papers ?? []), [typed, commands, surveys, papers]);
  const groups = useMemo(() => grouped(found.commands), [found]);
  const names = useNames();
  const asked = useDeferredValue(typed.trim());
  const hits = useRead(
    'search',
    'query',
    { query: asked, kinds: FOUND, limit: MOST_FOUND, isTyping: true },
    { enabled: asked !== '', keep: true },
  ).data?.hits;
  // A paper that the list offers already is not offered twice.
  const more = (asked === '' ? [] : (hits ?? [])).filter(
    (hit) => hit.kind !== 'paper' || !found.papers.some((paper) => paper.id === hit.paperId),
  );

  const choose = (key: string) => {
    const [kind, id = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    onClose();
    // The palette gives the focus back first, so that a command acts where the user was.
    setTimeout(() => {
      if (kind === 'command') runCommand(id);
      else if (kind === 'search') go({ view: 'search', query: typed.trim() });
      else if (kind === 'hit') void openFound(id);
      else if (kind === 'survey') go({ view: 'survey', surveyId: id });
      else go(hasPdf(id) ? { view: 'reader', paperId: id } : { view: 'library', paperId: id });
    }, 0);
  };
  const openFound = async (key: string): Promise<void> => {
    const hit = more.find((each) => `${each.kind} ${each.id}` === key);
    if (hit) await openHit(hit);
  };
  const hasPdf = (id: string) => (papers?.find((paper) => paper.id === id)?.files.length ?? 0) > 0;

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={m.paletteHint} autoFocus className={styles.field ?? ''}>
        <Input className={styles.input ?? ''} placeholder={m.paletteHint} spellCheck={false} />
      </SearchField>
      <Menu
        className={styles.menu ?? ''}
        aria-label={m.palette}
        onAction={(key) => choose(String(key))}
        renderEmptyState={() => <p className={styles.nothing}>{m.paletteNothing}</p>}
      >
        {groups.map(([group, list]) => (
          <MenuSection
            key={group}
            id={`group:${group}`}
            className={styles.section ?? ''}
            aria-label={m.group(group) || m.palette}
          >
            {group && <Header className={styles.heading ?? ''}>{m.group(group)}</Header>}
            {list.map((command) => (
              <MenuItem
                key={command.id}
                id={`command:${command.id}`}
                textValue={command.label[language]}
                className={styles.item ?? ''}
              >
                <span className={styles.label}>{command.label[language]}</span>
                {command.shortcut && <kbd className={styles.key}>{showShortcut(command.shortcut, isMac())}</kbd>}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
        {found.surveys.length > 0 && (
          <MenuSection id="group:surveys" className={styles.section ?? ''}>
            <Header className={styles.heading ?? ''}>{m.surveys}</Header>
            {found.surveys.map((survey) => (
              <MenuItem
                key={survey.id}
                id={`survey:${survey.id}`}
                textValue={survey.title}
                className={styles.item ?? ''}
              >
                <ScrollText aria-hidden />
                <span className={styles.label}>{survey.title}</span>
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {found.papers.length > 0 && (
          <MenuSection id="group:papers" className={styles.section ?? ''}>
            <Header className={styles.heading ?? ''}>{m.papers}</Header>
            {found.papers.map((paper) => (
              <MenuItem key={paper.id} id={`paper:${paper.id}`} textValue={paper.title} className={styles.item ?? ''}>
                <FileText aria-hidden />
                <span className={styles.label}>{paper.title}</span>
                {paper.year && <span className={styles.key}>{paper.year}</span>}
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {more.length > 0 && (
          <MenuSection id="group:found" className={styles.section ?? ''}>
            <Header className={styles.heading ?? ''}>{m.found}</Header>
            {more.map((hit) => (
              <MenuItem
                key={`${hit.kind} ${hit.id}`}
                id={`hit:${hit.kind} ${hit.id}`}
                textValue={hit.snippet}
                className={styles.item ?? ''}
              >
                <span className={styles.label}>{hit.snippet}</span>
                <span className={styles.key}>{names.kinds[hit.kind]}</span>
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {typed.trim() !== '' && (
          <MenuSection id="group:search" className={styles.section ?? ''} aria-label={m.goSearch}>
            <MenuItem id="search:all" textValue={m.searchFor(typed.trim())} className={styles.item ?? ''}>
              <Search aria-hidden />
              <span className={styles.label}>{m.searchFor(typed.trim())}</span>
            </MenuItem>
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  );
}
