import type { ReactElement } from 'react';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { useEditor } from '../editor-context';
import type { ConditionDraft } from '../draft-values';
import styles from '../editor.module.css';
import { useKeptFocus } from '../use-row-focus';
import {
  eventAs,
  eventKindOf,
  eventKinds,
  groupOf,
  newState,
  type EventKind,
  type Want,
} from './condition-kinds';
import { EventParts } from './event-parts';
import { GroupNode } from './group-node';
import { StateParts } from './state-parts';
import { WordChoice } from './word-choice';

export interface NodeProps {
  readonly condition: ConditionDraft;
  readonly change: (condition: ConditionDraft) => void;
  readonly want: Want;
  readonly path: string;
  readonly isRoot?: boolean;
  readonly remove?: () => void;
}

/** A condition in the builder: a group of others, or a line that reads as a clause. */
export function ConditionNode(props: NodeProps): ReactElement {
  const { condition, change, isRoot, want } = props;
  const { shape } = useEditor();
  const { messages } = useReader();
  const group = groupOf(condition);
  const place = useKeptFocus<HTMLDivElement>(group !== undefined);
  if (group) {
    return (
      <div ref={place}>
        <GroupNode {...props} group={group} />
      </div>
    );
  }
  const joined = (word: 'all' | 'any'): void => {
    const next: ConditionDraft =
      want === 'event' && word === 'any' ? { created: true } : newState(shape, condition);
    change(word === 'all' ? { all: [condition, next] } : { any: [condition, next] });
  };
  return (
    <div ref={place} className={styles['node']}>
      <Line {...props} />
      {isRoot && (
        <div className={styles['actions']}>
          <TextButton onClick={() => joined('all')}>
            {messages.text('agreement.edit.condition.and')}
          </TextButton>
          <TextButton onClick={() => joined('any')}>
            {messages.text('agreement.edit.condition.or')}
          </TextButton>
        </div>
      )}
    </div>
  );
}

function Line({ condition, change, want, path, remove }: NodeProps): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const kind = eventKindOf(condition);
  const kinds: readonly (EventKind | 'state')[] = want === 'event' ? eventKinds : ['state', ...eventKinds];
  const isStateOnly = want === 'state' && kind === undefined;
  return (
    <div className={styles['clause']}>
      {!isStateOnly && (
        <WordChoice
          label={messages.text('agreement.edit.condition.what')}
          value={kind ?? 'state'}
          choices={(kinds.includes(kind ?? 'state') ? kinds : [...kinds, kind ?? ('state' as const)]).map(
            (value) => ({
              value,
              label: messages.text(`agreement.edit.condition.kind.${value}`),
            }),
          )}
          change={(chosen) =>
            change(
              chosen === 'state'
                ? newState(shape, 'begins' in condition ? condition.begins : condition)
                : eventAs(chosen, condition, shape),
            )
          }
        />
      )}
      {kind === undefined ? (
        <StateParts condition={condition} change={change} />
      ) : (
        <EventParts condition={condition} change={change} path={path} />
      )}
      {remove && (
        <TextButton onClick={remove}>{messages.text('agreement.edit.condition.removeClause')}</TextButton>
      )}
    </div>
  );
}
