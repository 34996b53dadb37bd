import { useState, type ReactElement } from 'react';
import { recipientRoles, type ActionOf, type Recipient } from '../../../../../../../src/domain/alert/action';
import { AreaField, InputField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import { Tick } from '../../../../parts/tick';
import { useMistake } from '../editor-context';
import styles from '../editor.module.css';
import { MOST_CHARACTERS } from './action-fields';
import { idsIn } from './new-action';

type Notify = Extract<ActionOf<string>, { readonly notify: unknown }>;

interface Props {
  readonly action: Notify;
  readonly change: (action: Notify) => void;
  readonly path: string;
}

/** Mail: to whom, and what it says. */
export function NotifyFields({ action, change, path }: Props): ReactElement {
  const { messages } = useReader();
  const { notify } = action;
  const nobody = useMistake(`${path}.notify`);
  const subject = useMistake(`${path}.subject`);
  const text = useMistake(`${path}.text`);
  const set = (recipients: readonly Recipient[]): void => change({ ...action, notify: recipients });
  return (
    <>
      <div role="group" aria-label={messages.text('agreement.edit.alert.to')} className={styles['clause']}>
        <span>{messages.text('agreement.edit.alert.to')}</span>
        {recipientRoles.map((role) => (
          <Tick
            key={role}
            label={messages.text(`agreement.edit.alert.role.${role}`)}
            isChecked={notify.includes(role)}
            change={(isChecked) =>
              set(isChecked ? [...notify, role] : notify.filter((each) => each !== role))
            }
          />
        ))}
      </div>
      <IdsField of="user" notify={notify} change={set} mistake={nobody} />
      <IdsField of="group" notify={notify} change={set} mistake={undefined} />
      <InputField
        label={messages.text('agreement.edit.alert.subject')}
        value={action.subject}
        maxLength={200}
        change={(line) => change({ ...action, subject: line })}
        mistake={subject}
        autoComplete="off"
      />
      <AreaField
        label={messages.text('agreement.edit.alert.text')}
        help={messages.text('agreement.edit.alert.placeholders')}
        value={action.text}
        change={(said) => change({ ...action, text: said.slice(0, MOST_CHARACTERS) })}
        mistake={text}
      />
    </>
  );
}

interface IdsProps {
  readonly of: 'user' | 'group';
  readonly notify: readonly Recipient[];
  readonly change: (notify: readonly Recipient[]) => void;
  readonly mistake: string | undefined;
}

/** Accounts or groups by their ids. What is typed stays as it is until the field is left. */
function IdsField({ of, notify, change, mistake }: IdsProps): ReactElement {
  const { messages } = useReader();
  const [typed, setTyped] = useState<string>();
  const idOf = (each: Recipient): string | undefined => {
    if (typeof each === 'string') return undefined;
    if ('user' in each) return of === 'user' ? each.user : undefined;
    return of === 'group' ? each.group : undefined;
  };
  const ids = notify.flatMap((each) => idOf(each) ?? []);
  return (
    <InputField
      label={messages.text(`agreement.edit.alert.ids.${of}`)}
      value={typed ?? ids.join(', ')}
      change={(text) => {
        setTyped(text);
        const named = idsIn(text).map((id): Recipient => (of === 'user' ? { user: id } : { group: id }));
        change([...notify.filter((each) => idOf(each) === undefined), ...named]);
      }}
      onBlur={() => setTyped(undefined)}
      mistake={mistake}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
