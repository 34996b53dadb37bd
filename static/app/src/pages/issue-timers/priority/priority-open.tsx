import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { PRIORITY } from '../../../../../../src/domain/agreement/priority-matrix';
import type { Reference } from '../../../../../../src/domain/timer/condition';
import { useHeldNames, useMayEdit, useSetPriority } from '../../../data/use-issue-priority';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import styles from '../issue-timers.module.css';
import type { Priority } from './priority-said';

interface Props {
  readonly issueId: string;
  readonly priority: Priority;
  readonly changed: () => void;
}

/** A priority that is not settled: Jira has another one, or the agreement has none as things are. */
export function PriorityOpen({ issueId, priority: given, changed }: Props): ReactElement {
  const { messages } = useReader();
  const { agreement, impact, urgency, priority, inJira } = given;
  const fields = [impact.field, urgency.field, PRIORITY];
  const held = [impact.value, urgency.value, inJira];
  const names = useHeldNames(issueId, fields, held.map((value) => value?.id).join(' '));
  const nameOf = (field: string, value: Reference): string =>
    names?.values.get(field)?.get(value.id) ?? value.name;

  if (!impact.value || !urgency.value) {
    const missing = impact.value ? 'urgency' : urgency.value ? 'impact' : 'both';
    return (
      <p className={styles['details']}>
        {messages.text('priority.panel.missing', { missing, agreement: agreement.name })}
      </p>
    );
  }
  const pair = { impact: nameOf(impact.field, impact.value), urgency: nameOf(urgency.field, urgency.value) };
  if (!priority) {
    return (
      <p className={styles['details']}>
        {messages.text('priority.panel.noCell', { ...pair, agreement: agreement.name })}
      </p>
    );
  }
  const now = inJira ? nameOf(PRIORITY, inJira) : messages.text('priority.panel.empty');
  return (
    <Notice tone="warning" action={<SetPriority issueId={issueId} priority={priority} changed={changed} />}>
      <p>{messages.text('priority.panel.given', { ...pair, priority: priority.name })}</p>
      <p>{messages.text('priority.panel.differs', { inJira: now, priority: priority.name })}</p>
    </Notice>
  );
}

interface SetProps {
  readonly issueId: string;
  readonly priority: Reference;
  readonly changed: () => void;
}

/** For those who may edit the issue, which Jira decides. */
function SetPriority({ issueId, priority, changed }: SetProps): ReactElement | null {
  const { messages } = useReader();
  const setting = useSetPriority(issueId);
  if (!useMayEdit(issueId)) return null;
  return (
    <>
      <Button
        spacing="compact"
        isLoading={setting.isPending}
        onClick={() => setting.mutate(priority.id, { onSuccess: changed })}
      >
        {messages.text('priority.panel.set', { priority: priority.name })}
      </Button>
      {setting.error && <p role="alert">{messages.text('priority.panel.failed')}</p>}
    </>
  );
}
