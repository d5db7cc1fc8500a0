// Asks for the name of a collection: a new one's, or another one for one that is there.
import { useState } from 'react';
import type { Collection } from '#shared/collections.ts';
import { write } from '../data/write.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { go } from '../ui/navigation.tsx';
import { TextField } from '../ui/TextField.tsx';
import { messages } from './messages.ts';

/** What the name is for. */
export type Naming = { collection: Collection } | { parentId: string | null };

/** A dialog; open while mounted. A new collection is shown once it is made. */
export function NameCollection({ naming, onClose }: { naming: Naming; onClose: () => void }) {
  const m = useMessages(messages);
  const known = 'collection' in naming ? naming.collection : null;
  const [name, setName] = useState(known?.name ?? '');
  const save = () => {
    if (!name.trim()) return;
    const saved =
      'collection' in naming
        ? write('collections', 'rename', { id: naming.collection.id, name })
        : write('collections', 'create', { name, parentId: naming.parentId }).then(({ id }) =>
            go({ view: 'library', collectionId: id }),
          );
    saved.then(onClose, () => undefined);
  };
  return (
    <Modal
      title={known ? m.renameCollection : m.newCollection}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <Button variant="accent" isDisabled={!name.trim()} onPress={save}>
          {m.save}
        </Button>
      }
    >
      <TextField label={m.collectionName} value={name} onChange={setName} onEnter={save} autoFocus />
    </Modal>
  );
}
