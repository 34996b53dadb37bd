import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { IssueScope } from '../../../../../src/contract/out-of-scope';
import { filledIn } from '../../../../../src/domain/out-of-scope/out-of-scope';
import { useChangeScope, useNamesForText } from '../../data/use-scope';
import { FailureNotice } from '../../parts/failure-notice';
import { AreaField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';

interface Props {
  readonly issueId: string;
  readonly scope: IssueScope;
  readonly close: () => void;
}

/** The text to the customer as it would be sent, to be changed and sent. */
export function TellForm({ issueId, scope, close }: Props): ReactElement {
  const { messages } = useReader();
  const { data: names, error, refetch } = useNamesForText(issueId);
  if (error && !names) {
    return (
      <FailureNotice error={error} retry={() => void refetch()} title={messages.text('scope.panel.failed')} />
    );
  }
  if (!names) return <p className="note">{messages.text('scope.tell.loading')}</p>;
  const { text, offer } = scope.text ?? { text: messages.text('scope.default.text'), offer: '' };
  const reporter = names.reporter || messages.text('scope.tell.somebody');
  const begun = scope.doc?.sending?.text ?? filledIn(text, { ...names, reporter, offer });
  return <Form begun={begun} revision={scope.revision} close={close} />;
}

/** A text of some paragraphs can be read as a whole. */
const LINES = 9;

interface FormProps {
  readonly begun: string;
  readonly revision: number;
  readonly close: () => void;
}

function Form({ begun, revision: seen, close }: FormProps): ReactElement {
  const { messages } = useReader();
  const sending = useChangeScope('tellCustomer');
  const [text, setText] = useState(begun);
  const mistakes = mistakesIn(sending.error, ['text'], '', messages);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!sending.isPending) sending.mutate({ text, seen }, { onSuccess: close });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{messages.text('scope.tell.intro')}</p>
      <AreaField
        label={messages.text('scope.tell.text')}
        help={messages.text('scope.tell.filled')}
        value={text}
        lines={LINES}
        change={(changed) => {
          setText(changed);
          sending.reset();
        }}
        mistake={mistakes.at('text')}
      />
      <RefusedNotice error={sending.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={sending.isPending}>
          {messages.text('scope.tell.send')}
        </Button>
        <Button isDisabled={sending.isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}
