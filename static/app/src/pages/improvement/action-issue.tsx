import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ActionRow, ActionSaved } from '../../../../../src/contract/improvement';
import { useChangeAction, useIssueStates, useIssueTypes } from '../../data/use-improvement';
import { Dialog } from '../../parts/dialog';
import { ChoiceField, InputField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';
import { IssueStateShown } from './issue-state-shown';

interface Props {
  readonly row: ActionRow;
  readonly mayChange: boolean;
}

/** The Jira issue in which an action is worked on: made from here, or one that is there already. */
export function ActionIssue({ row, mayChange }: Props): ReactElement {
  const { messages } = useReader();
  const [asked, setAsked] = useState<'create' | 'bind' | 'release'>();
  const [leftOut, setLeftOut] = useState<ActionSaved['leftOut']>([]);
  const { issue } = row.doc;
  const states = useIssueStates(issue ? [issue.id] : []);
  const close = (): void => setAsked(undefined);
  const ask = (what: typeof asked): void => {
    setLeftOut([]);
    setAsked(what);
  };
  return (
    <section className={styles['part']}>
      <h3 className="subheading">{messages.text('improvement.issue.title')}</h3>
      {issue ? (
        <div>
          <IssueStateShown bound={issue} issue={states?.get(issue.id)} />
        </div>
      ) : (
        <p className="note">{messages.text('improvement.issue.none')}</p>
      )}
      {leftOut.length > 0 && (
        <Notice tone="warning">
          {messages.text('improvement.issue.leftOut', {
            fields: leftOut.map((field) => messages.text(`improvement.issue.field.${field}`)).join(', '),
          })}
        </Notice>
      )}
      {mayChange && (
        <div className="buttons unprinted">
          {issue ? (
            <Button onClick={() => ask('release')}>{messages.text('improvement.issue.release')}</Button>
          ) : (
            <>
              <Button onClick={() => ask('create')}>{messages.text('improvement.issue.create')}</Button>
              <Button onClick={() => ask('bind')}>{messages.text('improvement.issue.bind')}</Button>
            </>
          )}
        </div>
      )}
      {asked && (
        <Dialog title={messages.text(`improvement.issueTitle.${asked}`)} close={close}>
          {asked === 'create' && <CreateForm row={row} close={close} made={setLeftOut} />}
          {asked === 'bind' && <BindForm row={row} close={close} />}
          {asked === 'release' && <ReleaseForm row={row} close={close} />}
        </Dialog>
      )}
    </section>
  );
}

interface FormProps {
  readonly row: ActionRow;
  readonly close: () => void;
}

interface CreateProps extends FormProps {
  readonly made: (leftOut: ActionSaved['leftOut']) => void;
}

function CreateForm({ row: { doc, revision: seen }, close, made }: CreateProps): ReactElement {
  const { messages } = useReader();
  const types = useIssueTypes();
  const creating = useChangeAction('createActionIssue');
  const [chosen, setChosen] = useState('');
  const issueType = chosen || (types.data?.[0]?.id ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (creating.isPending || !issueType) return;
    creating.mutate(
      { id: doc.id, seen, issueType },
      {
        onSuccess: ({ leftOut }) => {
          made(leftOut);
          close();
        },
      },
    );
  };
  const { others } = mistakesIn(creating.error, [], '', messages);
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{messages.text('improvement.issue.createText')}</p>
      <ChoiceField
        label={messages.text('improvement.issue.type')}
        value={issueType}
        choices={(types.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        change={setChosen}
        mistake={types.isError ? messages.text('improvement.issue.noTypes') : undefined}
      />
      <RefusedNotice error={creating.error} others={others} />
      <Buttons
        label={messages.text('improvement.issue.createNow')}
        {...{ close }}
        isPending={creating.isPending}
      />
    </form>
  );
}

function BindForm({ row: { doc, revision: seen }, close }: FormProps): ReactElement {
  const { messages } = useReader();
  const binding = useChangeAction('bindActionIssue');
  const [key, setKey] = useState('');
  const mistakes = mistakesIn(binding.error, ['key'], '', messages);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (binding.isPending) return;
    binding.mutate({ id: doc.id, seen, key: key.trim().toUpperCase() }, { onSuccess: close });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <InputField
        label={messages.text('improvement.issue.key')}
        help={messages.text('improvement.issue.keyHelp')}
        value={key}
        change={(text) => {
          setKey(text);
          binding.reset();
        }}
        mistake={mistakes.at('key')}
      />
      <RefusedNotice error={binding.error} others={mistakes.others} />
      <Buttons
        label={messages.text('improvement.issue.bindNow')}
        {...{ close }}
        isPending={binding.isPending}
      />
    </form>
  );
}

function ReleaseForm({ row: { doc, revision: seen }, close }: FormProps): ReactElement {
  const { messages } = useReader();
  const releasing = useChangeAction('releaseActionIssue');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (releasing.isPending) return;
    releasing.mutate({ id: doc.id, seen }, { onSuccess: close });
  };
  const { others } = mistakesIn(releasing.error, [], '', messages);
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{messages.text('improvement.issue.releaseText')}</p>
      <RefusedNotice error={releasing.error} others={others} />
      <Buttons
        label={messages.text('improvement.issue.releaseNow')}
        {...{ close }}
        isPending={releasing.isPending}
      />
    </form>
  );
}

interface ButtonsProps {
  readonly label: string;
  readonly close: () => void;
  readonly isPending: boolean;
}

function Buttons({ label, close, isPending }: ButtonsProps): ReactElement {
  const { messages } = useReader();
  return (
    <div className="buttons">
      <Button type="submit" appearance="primary" isLoading={isPending}>
        {label}
      </Button>
      <Button isDisabled={isPending} onClick={close}>
        {messages.text('agreements.cancel')}
      </Button>
    </div>
  );
}
