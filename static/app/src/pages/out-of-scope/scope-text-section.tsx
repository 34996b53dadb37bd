import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ScopeTextView } from '../../../../../src/contract/out-of-scope';
import { filledIn } from '../../../../../src/domain/out-of-scope/out-of-scope';
import { useSaveScopeText, useScopeText } from '../../data/use-scope';
import { FailureNotice } from '../../parts/failure-notice';
import { AreaField, InputField } from '../../parts/field';
import { NotSavedNotice } from '../../parts/not-saved-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';

/** What the project tells customers of issues that no agreement covers (M5). */
export function ScopeTextSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useScopeText();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('scope.setting.noRights')}</Notice>;
  }
  const reload = (): void => void refetch();
  return (
    <section className={styles['section']} aria-labelledby="scope-text">
      <h2 id="scope-text" className="heading">
        {messages.text('scope.setting.title')}
      </h2>
      <p>{messages.text('scope.setting.intro')}</p>
      {error && !data && (
        <FailureNotice error={error} retry={reload} title={messages.text('scope.setting.failed')} />
      )}
      {!error && !data && <DefinitionsSkeleton label={messages.text('scope.setting.loading')} />}
      {data && <Form key={data.revision} view={data} reload={reload} />}
    </section>
  );
}

interface Props {
  readonly view: ScopeTextView;
  readonly reload: () => void;
}

const EXAMPLE = 'ITSD-123';
/** A text of some paragraphs can be read as a whole. */
const LINES = 9;

function Form({ view, reload }: Props): ReactElement {
  const { messages } = useReader();
  const saving = useSaveScopeText();
  const [doc, setDoc] = useState({
    text: view.text?.text ?? messages.text('scope.default.text'),
    offer: view.text?.offer ?? '',
  });
  const mistakes = mistakesIn(saving.error, ['text', 'offer'], 'doc.', messages);
  const edit = (change: Partial<typeof doc>): void => {
    setDoc({ ...doc, ...change });
    saving.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate({ doc, seen: view.revision });
  };
  const isOfFields = mistakes.others.length === 0 && (mistakes.at('text') ?? mistakes.at('offer'));
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {!view.text && <Notice tone="information">{messages.text('scope.setting.ready')}</Notice>}
      <AreaField
        label={messages.text('scope.setting.text')}
        help={messages.text('scope.setting.textHelp')}
        value={doc.text}
        lines={LINES}
        change={(text) => edit({ text })}
        mistake={mistakes.at('text')}
      />
      <InputField
        label={messages.text('scope.setting.offer')}
        help={messages.text('scope.setting.offerHelp')}
        value={doc.offer}
        change={(offer) => edit({ offer })}
        mistake={mistakes.at('offer')}
      />
      <div className="stack">
        <h3 className="label">{messages.text('scope.setting.preview')}</h3>
        <p className={`${styles['exception']} ${styles['text']}`}>
          {filledIn(doc.text, {
            issue: EXAMPLE,
            project: messages.text('scope.setting.example.project'),
            reporter: messages.text('scope.setting.example.reporter'),
            offer: doc.offer,
          })}
        </p>
      </div>
      {saving.error && !isOfFields && (
        <NotSavedNotice
          error={saving.error}
          title={messages.text('breaches.notSaved')}
          reload={messages.text('agreements.reload')}
          onReload={reload}
        />
      )}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={saving.isPending}>
          {messages.text('scope.setting.save')}
        </Button>
      </div>
    </form>
  );
}
