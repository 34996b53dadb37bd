import type { ReactElement } from 'react';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { useEditor } from '../editor-context';
import styles from '../editor.module.css';
import { useRowFocus } from '../use-row-focus';
import { groupAs, groupKindsFor, newState, wantedOf, withoutPart, type groupOf } from './condition-kinds';
import { ConditionNode, type NodeProps } from './condition-node';
import type { ConditionDraft } from '../draft-values';
import { WordChoice } from './word-choice';

type Props = NodeProps & { readonly group: NonNullable<ReturnType<typeof groupOf>> };

/** Conditions of which all, any or none must hold. */
export function GroupNode({ group, change, want, path, remove }: Props): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const { kind, parts } = group;
  const rows = useRowFocus<HTMLDivElement>(parts.length);
  const kinds = groupKindsFor(want);
  const set = (changed: readonly ConditionDraft[]): void => change(groupAs(kind, changed));
  const fresh: ConditionDraft = want === 'event' && kind !== 'all' ? { created: true } : newState(shape);
  return (
    <div ref={rows} className={styles['node']} data-rows>
      <div className={styles['clause']}>
        <WordChoice
          label={messages.text('agreement.edit.condition.group.label')}
          value={kind}
          choices={(kinds.includes(kind) ? kinds : [...kinds, kind]).map((value) => ({
            value,
            label: messages.text(`agreement.edit.condition.group.${value}`),
          }))}
          change={(chosen) => change(groupAs(chosen, parts))}
        />
        {remove && (
          <TextButton onClick={remove}>{messages.text('agreement.edit.condition.removeGroup')}</TextButton>
        )}
      </div>
      <ul className={styles['parts']}>
        {parts.map((part, index) => (
          <li key={index} data-row>
            <ConditionNode
              condition={part}
              change={(changed) => set(parts.with(index, changed))}
              want={wantedOf(group, index, want)}
              path={group.path === '.not' ? `${path}.not` : `${path}${group.path}[${index}]`}
              remove={() => change(withoutPart(group, index, want))}
            />
          </li>
        ))}
      </ul>
      <div className={styles['actions']} data-adds>
        <TextButton onClick={() => set([...parts, fresh])}>
          {messages.text('agreement.edit.condition.add')}
        </TextButton>
        <TextButton onClick={() => set([...parts, groupAs(kind === 'any' ? 'all' : 'any', [fresh])])}>
          {messages.text('agreement.edit.condition.addGroup')}
        </TextButton>
      </div>
    </div>
  );
}
