import type { ReactElement } from 'react';
import type { Author } from '../../../../../../../src/domain/timer/history';
import { useReader } from '../../../../parts/reader-context';
import { Tick } from '../../../../parts/tick';
import type { ConditionDraft } from '../draft-values';
import styles from '../editor.module.css';
import { withEntry } from '../entries';
import { ConditionNode } from './condition-node';
import { FieldChoice } from './field-choice';
import { ValuesField } from './values-field';
import { WordChoice } from './word-choice';

interface Props {
  readonly condition: ConditionDraft;
  readonly change: (condition: ConditionDraft) => void;
  readonly path: string;
}

/** What more is to be said of an event: nothing of many. */
export function EventParts({ condition, change, path }: Props): ReactElement | null {
  if ('changed' in condition) return <ChangeParts condition={condition} change={change} />;
  if ('commented' in condition) return <CommentParts condition={condition} change={change} />;
  if ('begins' in condition) {
    return (
      <ConditionNode
        condition={condition.begins}
        change={(begins) => change({ begins })}
        want="state"
        path={`${path}.begins`}
      />
    );
  }
  if (!('ends' in condition)) return null;
  return (
    <ConditionNode
      condition={condition.ends}
      change={(ends) => change({ ends })}
      want="state"
      path={`${path}.ends`}
    />
  );
}

type PartsProps<Key extends string> = Pick<Props, 'change'> & {
  readonly condition: Extract<ConditionDraft, Readonly<Record<Key, unknown>>>;
};

function ChangeParts({ condition, change }: PartsProps<'changed'>): ReactElement {
  const { messages } = useReader();
  const { changed } = condition;
  const set = (side: 'from' | 'to', texts: readonly string[]): void =>
    change(withEntry(condition, side, texts.length > 0 ? texts : undefined));
  return (
    <>
      <FieldChoice
        label={messages.text('agreement.edit.condition.field')}
        field={changed}
        change={(field) => change({ changed: field })}
      />
      {(['from', 'to'] as const).map((side) => (
        <span key={side} className={styles['clause']}>
          <span>{messages.text(`agreement.edit.condition.${side}`)}</span>
          <ValuesField
            label={messages.text(`agreement.edit.condition.${side}`)}
            field={changed}
            texts={condition[side] ?? []}
            change={(texts) => set(side, texts)}
            isOptional
          />
        </span>
      ))}
    </>
  );
}

const authors: readonly Author[] = ['agent', 'customer', 'automation'];

function CommentParts({ condition, change }: PartsProps<'commented'>): ReactElement {
  const { messages } = useReader();
  const { commented } = condition;
  const { by } = commented;
  const audience = commented.public === undefined ? 'any' : commented.public ? 'public' : 'internal';
  const tick = (author: Author, isTicked: boolean): void => {
    const chosen = authors.filter((each) => (each === author ? isTicked : by?.includes(each)));
    change({ commented: withEntry(commented, 'by', chosen.length > 0 ? chosen : undefined) });
  };
  return (
    <>
      <WordChoice
        label={messages.text('agreement.edit.condition.audience.label')}
        value={audience}
        choices={(['any', 'public', 'internal'] as const).map((value) => ({
          value,
          label: messages.text(`agreement.edit.condition.audience.${value}`),
        }))}
        change={(chosen) =>
          change({
            commented: withEntry(commented, 'public', chosen === 'any' ? undefined : chosen === 'public'),
          })
        }
      />
      <span
        role="group"
        aria-label={messages.text('agreement.edit.condition.by')}
        className={styles['clause']}
      >
        <span>{messages.text('agreement.edit.condition.by')}</span>
        {authors.map((author) => (
          <Tick
            key={author}
            label={messages.text(`condition.author.${author}`)}
            isChecked={by?.includes(author) ?? false}
            change={(isChecked) => tick(author, isChecked)}
          />
        ))}
      </span>
    </>
  );
}
