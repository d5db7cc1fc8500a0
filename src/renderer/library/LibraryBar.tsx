// Above the list: filter, what is lacking, how many; and bringing things in.
import { FilePlus2, PanelRightClose } from 'lucide-react';
import type { Ref } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { type Lack, LACKS } from './arrange.ts';
import { addPdfs } from './commands.ts';
import { messages } from './messages.ts';
import styles from './LibraryView.module.css';

export type LibraryBarProps = {
  typed: string;
  onType: (typed: string) => void;
  lack: Lack;
  onLack: (lack: Lack) => void;
  shown: number;
  all: number;
  fieldRef: Ref<HTMLInputElement>;
  hasDetails: boolean;
  onHideDetails: () => void;
  isInSurvey: boolean;
};

/** Tools of the list. */
export function LibraryBar({
  typed,
  onType,
  lack,
  onLack,
  shown,
  all,
  fieldRef,
  hasDetails,
  onHideDetails,
  isInSurvey,
}: LibraryBarProps) {
  const m = useMessages(messages);
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          className={styles.filter ?? ''}
          label={m.filter}
          value={typed}
          onChange={onType}
          inputRef={fieldRef}
        />
        <Select
          label={m.show}
          hideLabel
          variant="quiet"
          value={lack}
          onChange={onLack}
          items={LACKS.map((id) => ({ id, label: m[id] }))}
        />
        {!isInSurvey && (
          <span className={styles.count} role="status">
            {m.count(shown, all)}
          </span>
        )}
      </div>
      <div className={styles.tools}>
        <IconButton
          label={m.addPdfs}
          icon={<FilePlus2 aria-hidden />}
          shortcut="Mod+O"
          onPress={() => void addPdfs()}
        />
        {hasDetails && (
          <IconButton label={m.hideDetails} icon={<PanelRightClose aria-hidden />} onPress={onHideDetails} />
        )}
      </div>
    </>
  );
}
