import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useRef, useState, type ChangeEvent, type FormEvent, type ReactElement } from 'react';
import { useImport } from '../../data/use-definitions';
import { useReader } from '../../parts/reader-context';
import { ImportOutcome } from './import-outcome';
import styles from './project-settings.module.css';

/** As many characters as the app accepts in one call. */
const LONGEST = 400_000;

/** Brings a definitions file into force (P8). What was typed stays until the reader changes it. */
export function ImportForm(): ReactElement {
  const { messages } = useReader();
  const importing = useImport();
  const [text, setText] = useState('');
  const [mistake, setMistake] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);

  const write = (next: string): void => {
    setText(next);
    setMistake(undefined);
  };

  const takeFile = async ({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = currentTarget.files?.[0];
    if (!file) return;
    try {
      write(await file.text());
    } catch {
      setMistake(messages.text('settings.import.unreadableFile', { name: file.name }));
    }
    // Otherwise choosing the same file again, after mending it, would not be noticed.
    currentTarget.value = '';
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!text.trim()) return setMistake(messages.text('settings.import.nothing'));
    if (text.length > LONGEST)
      return setMistake(messages.text('settings.import.tooLong', { limit: LONGEST }));
    importing.mutate(text);
  };

  return (
    <section className={styles['section']} aria-labelledby="import">
      <h2 id="import" className={styles['heading']}>
        {messages.text('settings.import.title')}
      </h2>
      <p>{messages.text('settings.import.note')}</p>
      <form className={styles['form']} onSubmit={submit}>
        <label htmlFor="file" className={styles['label']}>
          {messages.text('settings.import.label')}
        </label>
        <TextArea
          id="file"
          value={text}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          isMonospaced
          isInvalid={mistake !== undefined}
          resize="vertical"
          minimumRows={10}
          maxHeight="60vh"
          spellCheck={false}
          aria-describedby="file-help file-mistake"
        />
        <p id="file-help" className={styles['note']}>
          {messages.text('settings.import.help')}
        </p>
        <p id="file-mistake" className={styles['mistake']} role="alert">
          {mistake}
        </p>
        <div className={styles['buttons']}>
          <Button type="submit" appearance="primary" isLoading={importing.isPending}>
            {messages.text('settings.import.submit')}
          </Button>
          <Button onClick={() => chooser.current?.click()}>{messages.text('settings.import.choose')}</Button>
          <input
            ref={chooser}
            type="file"
            accept=".json,application/json"
            hidden
            onChange={(event) => void takeFile(event)}
          />
        </div>
      </form>
      <ImportOutcome importing={importing} />
    </section>
  );
}
