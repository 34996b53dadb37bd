import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useRef, useState, type ChangeEvent, type FormEvent, type ReactElement } from 'react';
import { recordKey, type RecordKey } from '../../../../../src/domain/transfer/compared';
import { LONGEST_FILE } from '../../../../../src/contract/transfer';
import type { Home } from '../../data/use-calendars';
import { useImportReview, useReviewedImport } from '../../data/use-transfer';
import { useReader } from '../../parts/reader-context';
import { ImportOutcome } from './import-outcome';
import { Review } from './review';
import { ReviewFailed } from './review-failed';
import styles from './transfer.module.css';

/** Brings a file into force (P8), once it was read what it would change. What was typed stays. */
export function ImportPart({ home }: { readonly home: Home }): ReactElement {
  const { messages } = useReader();
  const reviewing = useImportReview(home);
  const importing = useReviewedImport(home);
  const [text, setText] = useState('');
  const [kept, setKept] = useState<ReadonlySet<RecordKey>>(new Set());
  const [mistake, setMistake] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  const isBusy = reviewing.isPending || importing.isPending;

  const write = (next: string): void => {
    setText(next);
    setMistake(undefined);
    setKept(new Set());
    reviewing.reset();
    importing.reset();
  };

  const takeFile = async ({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = currentTarget.files?.[0];
    if (!file) return;
    try {
      write(await file.text());
    } catch {
      setMistake(messages.text('transfer.import.unreadableFile', { name: file.name }));
    }
    // Otherwise choosing the same file again, after mending it, would not be noticed.
    currentTarget.value = '';
  };

  const review = (): void => {
    if (isBusy) return;
    if (!text.trim()) return setMistake(messages.text('transfer.import.nothing'));
    if (text.length > LONGEST_FILE)
      return setMistake(messages.text('transfer.import.tooLong', { limit: LONGEST_FILE }));
    importing.reset();
    reviewing.mutate(text);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    review();
  };

  return (
    <section className={styles['section']} aria-labelledby="import">
      <h2 id="import" className="heading">
        {messages.text(`transfer.import.title.${home}`)}
      </h2>
      <p>{messages.text(`transfer.import.note.${home}`)}</p>
      <form className={styles['form']} onSubmit={submit}>
        <label htmlFor="file" className="label">
          {messages.text(`transfer.import.label.${home}`)}
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
        <p id="file-help" className="note">
          {messages.text('transfer.import.help')}
        </p>
        <p id="file-mistake" className="mistake" role="alert">
          {mistake}
        </p>
        <div className="buttons">
          <Button
            type="submit"
            appearance={reviewing.data ? 'default' : 'primary'}
            isLoading={reviewing.isPending}
          >
            {messages.text('transfer.import.review')}
          </Button>
          <Button onClick={() => chooser.current?.click()}>{messages.text('transfer.import.choose')}</Button>
          <input
            ref={chooser}
            type="file"
            accept=".json,application/json"
            hidden
            onChange={(event) => void takeFile(event)}
          />
        </div>
      </form>
      {reviewing.error && <ReviewFailed error={reviewing.error} retry={review} />}
      {reviewing.data && !importing.data && (
        <Review
          review={reviewing.data}
          kept={kept}
          keep={setKept}
          isBusy={importing.isPending}
          submit={() => {
            const { compared, state } = reviewing.data;
            const keep = compared.map(recordKey).filter((key) => kept.has(key));
            if (!isBusy) importing.mutate({ text, keep, seen: state });
          }}
        />
      )}
      <ImportOutcome importing={importing} again={review} />
    </section>
  );
}
