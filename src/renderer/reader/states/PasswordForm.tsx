// Asking for the password of a locked file; wrong and right are told at once.
import { useState } from 'react';
import { client } from '../../data/client.ts';
import { problemText } from '../../data/problem-messages.ts';
import { toAppError } from '../../data/problems.ts';
import { write } from '../../data/write.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { messages } from '../messages.ts';
import styles from './NoDocument.module.css';

/** `onOpen` gets the password once it has proved right. */
export function PasswordForm({ sha256, onOpen }: { sha256: string; onOpen: (password: string) => void }) {
  const m = useMessages(messages);
  const [password, setPassword] = useState('');
  const [isWanted, setWanted] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const submit = async () => {
    if (password === '' || isBusy) return;
    setBusy(true);
    try {
      const { isRight } = await client.files.unlock({ sha256, password });
      if (!isRight) setError(m.wrongPassword);
      else {
        if (isWanted) await write('files', 'rememberPassword', { sha256, isWanted });
        onOpen(password);
      }
    } catch (thrown) {
      setError(problemText(toAppError(thrown)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.password}>
      <TextField
        label={m.password}
        type="password"
        value={password}
        onChange={(word) => {
          setPassword(word);
          setError('');
        }}
        onEnter={() => void submit()}
        error={error}
        autoFocus
      />
      <Checkbox isSelected={isWanted} onChange={setWanted}>
        {m.rememberPassword}
      </Checkbox>
      <Button variant="accent" onPress={() => void submit()} isPending={isBusy} isDisabled={password === ''}>
        {m.unlock}
      </Button>
    </div>
  );
}
