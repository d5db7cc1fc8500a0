// Keeps what the list is narrowed to as a smart collection.
import { useState } from 'react';
import type { PaperFilter } from '#shared/paper-filter.ts';
import { write } from '../data/write.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { go } from '../ui/navigation.tsx';
import { TextField } from '../ui/TextField.tsx';
import { messages } from './messages.ts';

/** A dialog that asks for its name; open while mounted. */
export function SaveSearch({ filter, onClose }: { filter: PaperFilter; onClose: () => void }) {
  const m = useMessages(messages);
  const [name, setName] = useState(filter.text ?? '');
  const save = () => {
    if (!name.trim()) return;
    write('collections', 'create', { name, filter }).then(
      ({ id }) => {
        onClose();
        go({ view: 'library', collectionId: id });
      },
      () => undefined,
    );
  };
  return (
    <Modal
      title={m.saveSearch}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <Button variant="accent" isDisabled={!name.trim()} onPress={save}>
          {m.save}
        </Button>
      }
    >
      <p>{m.saveSearchText}</p>
      <TextField label={m.collectionName} value={name} onChange={setName} onEnter={save} autoFocus />
    </Modal>
  );
}
