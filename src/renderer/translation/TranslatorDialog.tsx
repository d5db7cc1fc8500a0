// Setting up a provider of translation drafts, or turning it off.
import { useState } from 'react';
import type { Provider, ProviderKind } from '#shared/translation.ts';
import { queryClient } from '../data/query-client.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toast-queue.ts';
import { messages } from './messages.ts';
import styles from './TranslatorDialog.module.css';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

/** Mounted once, by the shell; opens by its command. */
export function TranslatorDialog() {
  const [isOpen, setOpen] = useState(false);
  const { data: provider } = useRead('translation', 'provider', {}, { enabled: isOpen });
  useCommands([
    {
      id: 'translation.setUp',
      label: { en: en.setUp, 'zh-Hans': zh.setUp },
      group: 'settings',
      run: () => setOpen(true),
    },
  ]);
  if (!isOpen || provider === undefined) return null;
  return <Form key={JSON.stringify(provider)} provider={provider} onClose={() => setOpen(false)} />;
}

/** What is set up stands outside the history: no event tells of it. */
const renew = () => queryClient.invalidateQueries({ queryKey: ['translation'] });

function Form({ provider, onClose }: { provider: Provider | null; onClose: () => void }) {
  const text = useMessages(messages);
  const [kind, setKind] = useState<ProviderKind>(provider?.kind ?? 'openai');
  const [address, setAddress] = useState(provider?.address ?? '');
  const [model, setModel] = useState(provider?.model ?? '');
  const [key, setKey] = useState('');
  const isService = kind !== 'command';
  const canSave = isService && /^https?:\/\/./u.test(address.trim()) && (kind !== 'openai' || model.trim() !== '');
  const save = async () => {
    if (!canSave) return;
    const common = { address: address.trim(), ...(key ? { key } : {}) };
    await write(
      'translation',
      'configure',
      kind === 'openai' ? { kind, model: model.trim(), ...common } : { kind: 'libretranslate', ...common },
    );
    await renew();
    toast({ text: text.saved });
    onClose();
  };
  const turnOff = async () => {
    await write('translation', 'remove', {});
    await renew();
    toast({ text: text.offDone });
    onClose();
  };
  // What goes wrong is said by the writer, and the dialog stays.
  const run = (work: Promise<unknown>) => void work.catch(() => undefined);
  return (
    <Modal
      title={text.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          {provider && <Button onPress={() => run(turnOff())}>{text.off}</Button>}
          {isService && (
            <Button variant="accent" isDisabled={!canSave} onPress={() => run(save())}>
              {text.save}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.about}>{text.about}</p>
        <p>{provider ? text.now(provider.name) : text.none}</p>
        <Select<ProviderKind>
          label={text.provider}
          value={kind}
          onChange={setKind}
          items={[
            { id: 'openai', label: text.openai },
            { id: 'libretranslate', label: text.libretranslate },
            { id: 'command', label: text.command },
          ]}
        />
        {isService ? (
          <>
            <TextField
              label={text.address}
              value={address}
              onChange={setAddress}
              inputMode="url"
              description={kind === 'openai' ? text.addressOpenai : text.addressLibre}
              onEnter={() => run(save())}
            />
            {kind === 'openai' && (
              <TextField label={text.model} value={model} onChange={setModel} onEnter={() => run(save())} />
            )}
            <TextField
              label={text.key}
              value={key}
              onChange={setKey}
              description={provider?.hasKey ? text.keyKept : text.keyNone}
              onEnter={() => run(save())}
            />
          </>
        ) : (
          <>
            {provider?.kind === 'command' && <p>{text.commandNow(provider.program)}</p>}
            <p>{text.commandText}</p>
            <code className={styles.code}>glossa translator command PROGRAM [ARG...]</code>
          </>
        )}
      </div>
    </Modal>
  );
}
