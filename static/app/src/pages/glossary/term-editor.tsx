import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { GlossaryView } from '../../../../../src/contract/glossary';
import { glossaryLanguages, type Term } from '../../../../../src/domain/glossary/term';
import { termProblems } from '../../../../../src/domain/glossary/term-rules';
import { useSaveTerm } from '../../data/use-glossary';
import { useUnsaved } from '../../parts/address';
import { AreaField, InputField } from '../../parts/field';
import { NotSavedNotice } from '../../parts/not-saved-notice';
import { Dialog } from '../../parts/dialog';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { CallFailure } from '../../platform/call-failure';
import { problemText } from '../../text/failure-text';
import { termName } from '../../text/term-text';
import { problemAt } from '../calendars/draft';
import styles from './glossary.module.css';
import { draftOf, termOf } from './term-draft';

type Kept = GlossaryView['terms'][number];

interface Props {
  readonly view: GlossaryView;
  /** What is edited; a new term when left out. */
  readonly kept: Kept | undefined;
  readonly back: () => void;
  /** Called with what was done. */
  readonly done: (said: string) => void;
  /** Brings what somebody else has saved. */
  readonly reload: () => Promise<Kept | undefined>;
}

/** Writes a term in both languages, or takes it out of the glossary. */
export function TermEditor({ view, kept: opened, back, done, reload }: Props): ReactElement {
  const { messages, locale } = useReader();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const saving = useSaveTerm();
  const [kept, setKept] = useState(opened);
  const [draft, setDraft] = useState(() => draftOf(opened?.record));
  const [tries, setTries] = useState(0);
  const [isRemoving, setRemoving] = useState(false);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(kept?.record));
  useUnsaved(isChanged);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  const term = termOf(draft, view.terms);
  const name = termName(kept?.record ?? term, locale);
  const problems = termProblems(
    term,
    view.terms.map(({ record }) => record),
  );
  const refused = saving.error instanceof CallFailure ? saving.error.problems : [];
  const mistakeAt = (field: string): string | undefined => {
    const found = (tries > 0 && problemAt(problems, field)) || problemAt(refused, field);
    return found && problemText(found, messages);
  };
  const edit = (change: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...change });
    if (!refused.some(({ code }) => code === 'record.newer')) saving.reset();
  };
  const send = (doc: Term, said: string): void =>
    saving.mutate({ doc, seen: kept?.revision ?? 0 }, { onSuccess: () => done(said) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (problems.length > 0 || saving.isPending) return;
    send(term, messages.text('glossary.saved', { name: termName(term, locale) }));
  };
  const showNewer = async (): Promise<void> => {
    const newer = await reload();
    saving.reset();
    if (!newer) return back();
    setKept(newer);
    setDraft(draftOf(newer.record));
  };

  return (
    <section className="section" aria-labelledby={id}>
      <div>
        <TextButton onClick={back}>{messages.text('glossary.back')}</TextButton>
      </div>
      <h2 id={id} className="heading">
        {kept ? name : messages.text('glossary.new')}
      </h2>
      <form ref={form} className={styles['form']} onSubmit={submit} noValidate>
        <p className="note">{messages.text('glossary.help')}</p>
        <div className={styles['languages']}>
          {glossaryLanguages.map((language) => (
            <div key={language} className={styles['language']}>
              <InputField
                label={messages.text(`glossary.field.name.${language}`)}
                value={draft[language].name}
                lang={language}
                change={(value) => edit({ [language]: { ...draft[language], name: value } })}
                mistake={mistakeAt(`doc.${language}.name`)}
              />
              <AreaField
                label={messages.text(`glossary.field.meaning.${language}`)}
                value={draft[language].meaning}
                change={(meaning) => edit({ [language]: { ...draft[language], meaning } })}
                mistake={mistakeAt(`doc.${language}.meaning`)}
              />
            </div>
          ))}
        </div>
        <AreaField
          label={messages.text('glossary.field.otherWords')}
          help={messages.text('glossary.field.otherWordsHelp')}
          value={draft.otherWords}
          change={(otherWords) => edit({ otherWords })}
          mistake={mistakeAt('doc.otherWords')}
        />
        {saving.error && (
          <NotSavedNotice
            error={saving.error}
            title={messages.text('glossary.notSaved')}
            reload={messages.text('glossary.reload')}
            onReload={() => void showNewer()}
          />
        )}
        <div className="buttons">
          <Button type="submit" appearance="primary" isLoading={saving.isPending}>
            {messages.text('glossary.save')}
          </Button>
          <Button onClick={back}>{messages.text(isChanged ? 'glossary.cancel' : 'glossary.close')}</Button>
          {kept && (
            <Button appearance="subtle" onClick={() => setRemoving(true)}>
              {messages.text('glossary.remove.offer')}
            </Button>
          )}
        </div>
      </form>
      {isRemoving && kept && (
        <Dialog title={messages.text('glossary.remove.title', { name })} close={() => setRemoving(false)}>
          <p>{messages.text('glossary.remove.text')}</p>
          <div className="buttons">
            <Button
              appearance="primary"
              onClick={() => {
                setRemoving(false);
                send({ ...kept.record, removed: true }, messages.text('glossary.removed', { name }));
              }}
            >
              {messages.text('glossary.remove.confirm')}
            </Button>
            <Button onClick={() => setRemoving(false)}>{messages.text('glossary.remove.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
