import Button from '@atlaskit/button/new';
import { Fragment, type ReactElement } from 'react';
import type { BackfillView } from '../../../../../src/contract/views';
import { useBackfill, useBackfillChange } from '../../data/use-backfill';
import { FailureNotice } from '../../parts/failure-notice';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { useNow } from '../../parts/use-now';
import { DefinitionsSkeleton } from './definitions-skeleton';
import styles from './project-settings.module.css';

type State = 'none' | 'counting' | 'late' | BackfillView['state'];

const stateOf = (view: BackfillView | null): State => {
  if (!view) return 'none';
  if (view.late) return 'late';
  return view.state === 'running' && view.endsAt === null ? 'counting' : view.state;
};

/** Until the issues are counted, only a backfill that moves has something to show. */
const showsProgress = (state: State, { total }: BackfillView): boolean =>
  state === 'counting' || (state !== 'done' && total !== null);

/** What the one button does in each state. */
const actions = {
  none: 'start',
  counting: 'pause',
  running: 'pause',
  late: 'resume',
  paused: 'resume',
  failed: 'retry',
  done: 'again',
} as const satisfies Record<State, string>;

/** How far the app is in reading the issues that were there before the rules (design §3.6). */
export function BackfillSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useBackfill();
  return (
    <section className={styles['section']} aria-labelledby="backfill">
      <h2 id="backfill" className={styles['heading']}>
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
  const state = stateOf(view);
  const action = actions[state];
  return (
    <>
      {view && showsProgress(state, view) && <ProgressBar done={view.done} total={view.total} />}
      <p className={state === 'failed' || state === 'late' ? styles['mistake'] : undefined}>
        <Said state={state} view={view} />
      </p>
      {change.error && <FailureNotice error={change.error} retry={() => change.mutate(change.variables)} />}
      <div className={styles['buttons']}>
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

function ProgressBar({ done, total }: Pick<BackfillView, 'done' | 'total'>): ReactElement {
  return (
    <progress
      className={styles['progress']}
      aria-labelledby="backfill"
      {...(total !== null && { value: Math.min(done, total), max: Math.max(total, 1) })}
    />
  );
}

function Said({ state, view }: { readonly state: State; readonly view: BackfillView | null }): ReactElement {
  const { messages } = useReader();
  const now = useNow();
  const at = state === 'running' ? view?.endsAt : view?.changedAt;
  const parts = messages.parts<ReactElement>(`settings.backfill.state.${state}`, {
    done: view?.done ?? 0,
    total: view?.total ?? 0,
    at: at ? <Moment at={at} calendarZone={undefined} now={now} /> : '',
  });
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>{part}</Fragment>
      ))}
    </>
  );
}
