import Button from '@atlaskit/button/new';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { ActionOf } from '../../../../../../../src/domain/alert/action';
import { InputField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import styles from '../editor.module.css';
import { wordAction, type WordKind } from './new-action';

interface Props {
  readonly kind: WordKind;
  /** Called with the action, or with none when the reader thinks better of it. */
  readonly done: (action: ActionOf<string> | undefined) => void;
}

/** Asks for the label or the account that an action is nothing without. */
export function WordAction({ kind, done }: Props): ReactElement {
  const { messages } = useReader();
  const [typed, setTyped] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const action = wordAction(kind, typed.trim());
  const take = (): void => (action ? done(action) : setWasTried(true));
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    take();
  };
  return (
    <div className={styles['more']}>
      <InputField
        label={messages.text(`agreement.edit.alert.word.${kind}`)}
        help={messages.text(`agreement.edit.alert.wordHelp.${kind}`)}
        value={typed}
        change={setTyped}
        onKeyDown={enter}
        mistake={wasTried && !action ? messages.text(`agreement.edit.alert.wordWrong.${kind}`) : undefined}
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      <span className={styles['actions']}>
        <Button spacing="compact" onClick={take}>
          {messages.text('agreement.edit.add')}
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={() => done(undefined)}>
          {messages.text('agreement.edit.cancel')}
        </Button>
      </span>
    </div>
  );
}
