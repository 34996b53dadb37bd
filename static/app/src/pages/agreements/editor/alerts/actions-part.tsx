import { useState, type ReactElement } from 'react';
import type { ActionOf } from '../../../../../../../src/domain/alert/action';
import { actionKindOf } from '../../../../../../../src/domain/alert/action-summary';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { Adding } from '../adding';
import { valuesOf } from '../draft-values';
import { useEditor, useFindings } from '../editor-context';
import styles from '../editor.module.css';
import { Said } from '../said';
import { ActionFields } from './action-fields';
import { isWordKind, newActionKinds, type NewActionKind, type WordKind } from './new-action';
import { WordAction } from './word-action';

interface Props {
  readonly actions: readonly ActionOf<string>[];
  readonly change: (actions: readonly ActionOf<string>[]) => void;
  readonly path: string;
}

/** What is done when a threshold is passed, in this order. */
export function ActionsPart({ actions, change, path }: Props): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const findings = useFindings(path);
  const [asked, setAsked] = useState<WordKind>();
  const add = (kind: NewActionKind): void => {
    if (isWordKind(kind)) return setAsked(kind);
    const [first] = valuesOf('priority', shape) ?? [];
    const added: Record<typeof kind, ActionOf<string>> = {
      comment: { comment: messages.text('agreement.edit.alert.defaultText') },
      notify: {
        notify: ['assignee'],
        subject: messages.text('agreement.edit.alert.defaultSubject'),
        text: messages.text('agreement.edit.alert.defaultText'),
      },
      priority: { priority: first?.text ?? '' },
    };
    change([...actions, added[kind]]);
  };
  return (
    <div className={styles['list']}>
      {actions.map((action, index) => {
        const name = messages.text(`agreement.edit.alert.action.${actionKindOf(action)}`);
        return (
          <div key={index} role="group" aria-label={name} className={styles['action']}>
            <div className={styles['line']}>
              <span className="label">{name}</span>
              <TextButton
                aria-label={messages.text('agreement.edit.removeNamed', { name })}
                onClick={() => change(actions.toSpliced(index, 1))}
              >
                {messages.text('agreement.edit.remove')}
              </TextButton>
            </div>
            <ActionFields
              action={action}
              change={(changed) => change(actions.with(index, changed))}
              path={`${path}[${index}]`}
            />
          </div>
        );
      })}
      {asked ? (
        <WordAction
          kind={asked}
          done={(action) => {
            if (action) change([...actions, action]);
            setAsked(undefined);
          }}
        />
      ) : (
        <Adding
          label={messages.text('agreement.edit.alert.do')}
          choices={newActionKinds.map((value) => ({
            value,
            label: messages.text(`agreement.edit.alert.action.${value}`),
          }))}
          add={add}
        />
      )}
      <Said findings={findings} />
    </div>
  );
}
