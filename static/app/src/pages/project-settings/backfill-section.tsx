import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { BackfillView } from '../../../../../src/contract/views';
import { useBackfill, useBackfillChange } from '../../data/use-backfill';
import { FailureNotice } from '../../parts/failure-notice';
import { Filled } from '../../parts/filled';
import { Moment } from '../../parts/moment';
import { ProgressBar } from '../../parts/progress-bar';
import { useReader } from '../../parts/reader-context';
import { useNow } from '../../parts/use-now';
import { jobAct, jobState, type JobState } from '../../text/job-state';
import { DefinitionsSkeleton } from './definitions-skeleton';
import styles from './project-settings.module.css';

/** Until the issues are counted, only a backfill that moves has something to show. */
const showsProgress = (state: JobState, { total }: BackfillView): boolean =>
  state === 'counting' || (state !== 'done' && total !== null);

/** How far the app is in reading the issues that were there before the rules (design §3.6). */
export function BackfillSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useBackfill();
  return (
    <section className={styles['section']} aria-labelledby="backfill">
      <h2 id="backfill" className="heading">
        {messages.text('settings.backfill.title')}
      </h2>
      <p>{messages.text('settings.backfill.note')}</p>
      {error && <FailureNotice error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <DefinitionsSkeleton />}
      {data !== undefined && <Progress view={data} />}
    </section>
  );
}

function Progress({ view }: { readonly view: BackfillView | null }): ReactElement {
  const { messages } = useReader();
  const change = useBackfillChange();
  const state = jobState(view);
  const action = jobAct[state];
  return (
    <>
      {view && showsProgress(state, view) && (
        <ProgressBar done={view.done} total={view.total} labelledBy="backfill" />
      )}
      <p className={state === 'failed' || state === 'late' ? 'mistake' : undefined}>
        <Said state={state} view={view} />
      </p>
      {change.error && <FailureNotice error={change.error} retry={() => change.mutate(change.variables)} />}
      <div className="buttons">
        <Button
          appearance={action === 'start' ? 'primary' : 'default'}
          isLoading={change.isPending}
          onClick={() => change.mutate(action === 'pause' ? 'pause' : 'resume')}
        >
          {messages.text(`settings.backfill.${action}`)}
        </Button>
      </div>
    </>
  );
}

function Said({
  state,
  view,
}: {
  readonly state: JobState;
  readonly view: BackfillView | null;
}): ReactElement {
  const now = useNow();
  const at = state === 'running' ? view?.endsAt : view?.changedAt;
  return (
    <Filled
      text={`settings.backfill.state.${state}`}
      values={{
        done: view?.done ?? 0,
        total: view?.total ?? 0,
        at: at ? <Moment at={at} calendarZone={undefined} now={now} /> : '',
      }}
    />
  );
}
