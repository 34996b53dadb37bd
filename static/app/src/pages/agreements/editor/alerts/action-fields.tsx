import type { ReactElement } from 'react';
import type { ActionOf } from '../../../../../../../src/domain/alert/action';
import { AreaField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import { Tick } from '../../../../parts/tick';
import { WordChoice } from '../condition/word-choice';
import { isMeant, valuesOf } from '../draft-values';
import { useEditor, useMistake } from '../editor-context';
import { withEntry } from '../entries';
import { NotifyFields } from './notify-fields';

interface Props {
  readonly action: ActionOf<string>;
  readonly change: (action: ActionOf<string>) => void;
  readonly path: string;
}

/** What an action does exactly. One word is shown; a text can be written. */
export function ActionFields({ action, change, path }: Props): ReactElement {
  if ('comment' in action) return <CommentFields action={action} change={change} path={path} />;
  if ('notify' in action) return <NotifyFields action={action} change={change} path={path} />;
  if ('priority' in action) return <PriorityField action={action} change={change} />;
  if ('label' in action) return <code>{action.label}</code>;
  if ('assign' in action) return <code>{action.assign}</code>;
  return 'watcher' in action ? <code>{action.watcher}</code> : <span>{action.summary}</span>;
}

function CommentFields({
  action,
  change,
  path,
}: Props & { readonly action: Extract<Props['action'], { readonly comment: string }> }): ReactElement {
  const { messages } = useReader();
  const mistake = useMistake(`${path}.comment`);
  return (
    <>
      <AreaField
        label={messages.text('agreement.edit.alert.text')}
        help={messages.text('agreement.edit.alert.placeholders')}
        value={action.comment}
        change={(comment) => change({ ...action, comment: comment.slice(0, MOST_CHARACTERS) })}
        mistake={mistake}
      />
      <Tick
        label={messages.text('agreement.edit.alert.public')}
        isChecked={action.public ?? false}
        change={(isPublic) => change(withEntry(action, 'public', isPublic || undefined))}
      />
    </>
  );
}

/** As many as a text of an action may have. */
export const MOST_CHARACTERS = 2_000;

function PriorityField({
  action,
  change,
}: Pick<Props, 'change'> & { readonly action: { readonly priority: string } }): ReactElement {
  const { messages } = useReader();
  const values = valuesOf('priority', useEditor().shape) ?? [];
  const current = values.find((value) => isMeant([action.priority], value));
  const unknown = {
    value: action.priority,
    label: messages.text('agreement.edit.unknown', { name: action.priority }),
  };
  return (
    <WordChoice
      label={messages.text('agreement.edit.alert.action.priority')}
      value={current?.text ?? action.priority}
      choices={[
        ...(current ? [] : [unknown]),
        ...values.map(({ text, name }) => ({ value: text, label: name })),
      ]}
      change={(priority) => change({ priority })}
      isWrong={!current}
    />
  );
}
