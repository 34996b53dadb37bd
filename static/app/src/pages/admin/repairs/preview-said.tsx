import type { ReactElement } from 'react';
import type { PreviewView } from '../../../../../../src/contract/repairs';
import { VerdictChanges } from '../../../parts/changed-timers';
import { Filled } from '../../../parts/filled';
import { Moment } from '../../../parts/moment';
import { useReader } from '../../../parts/reader-context';
import { useNow } from '../../../parts/use-now';
import type { JobState } from '../../../text/job-state';
import { styles } from '../styles';

interface Props {
  readonly preview: PreviewView;
  readonly state: JobState;
}

/** How far a preview is and what it has counted; whoever hears the page is told as it goes on. */
export function PreviewSaid({ preview, state }: Props): ReactElement {
  const { messages } = useReader();
  const now = useNow();
  const { done, total, timers, changed, verdicts, endsAt, changedAt, spent } = preview;
  const at = (state === 'running' ? endsAt : changedAt) ?? changedAt;
  const isStopped = spent && state !== 'done';
  const counts = messages.text('admin.repairs.preview.changes', { changed, timers });
  return (
    <div role="status" className={styles['said']}>
      {!isStopped && state !== 'none' && (
        <p className={state === 'failed' || state === 'late' ? 'mistake' : undefined}>
          <Filled
            text={`admin.repairs.preview.state.${state}`}
            values={{ done, total: total ?? 0, at: <Moment at={at} calendarZone={undefined} now={now} /> }}
          />
        </p>
      )}
      {total !== null && (
        <p className="subheading">
          {state === 'done' ? counts : messages.text('admin.repairs.preview.soFar', { text: counts })}
        </p>
      )}
      <VerdictChanges verdicts={verdicts} />
    </div>
  );
}
