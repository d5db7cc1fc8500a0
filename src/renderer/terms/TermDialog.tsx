// The window's one dialog for making and changing a term.
import { useState } from 'react';
import { toAppError } from '../data/problems.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { messages } from './messages.ts';
import { type Asked, askForTerm, useAsked } from './term-dialog.ts';
import { type TermFields, TermForm } from './TermForm.tsx';

/** Mounted once, by the shell. */
export function TermDialog() {
  const asked = useAsked();
  return asked && <Open key={'term' in asked ? asked.term.id : 'new'} asked={asked} />;
}

function Open({ asked }: { asked: Asked }) {
  const text = useMessages(messages);
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => askForTerm(null);
  const store = async (fields: TermFields) => {
    try {
      if ('term' in asked) await write('terms', 'edit', { id: asked.term.id, ...fields }, { quiet: true });
      else {
        const { id } = await write('terms', 'create', fields, { quiet: true });
        offerUndo(text.created, 'term.create', () => write('terms', 'remove', { id }));
      }
      close();
    } catch (thrown) {
      const error = toAppError(thrown);
      setProblem(error.code === 'conflict' ? text.exists : error.message);
    }
  };
  const start = 'term' in asked ? asked.term : { primary: '', secondary: '', aliases: [], note: '', ...asked.start };
  const isSecondaryOpen = start.primary !== '' && start.secondary === '';
  return (
    <Modal
      title={'term' in asked ? asked.term.primary || asked.term.secondary : text.newTerm}
      isOpen
      onClose={close}
      isDismissable={false}
    >
      <TermForm
        start={{ primary: start.primary, secondary: start.secondary, aliases: start.aliases, note: start.note }}
        onSave={store}
        onCancel={close}
        focus={isSecondaryOpen ? 'secondary' : 'primary'}
        problem={problem}
      />
    </Modal>
  );
}
