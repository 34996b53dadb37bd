import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { HealthView } from '../../../../../../src/contract/health';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { useBackfillChangeOf } from '../../../data/use-health';
import { Filled } from '../../../parts/filled';
import { Moment } from '../../../parts/moment';
import { useReader } from '../../../parts/reader-context';
import { failureText } from '../../../text/failure-text';
import { jobAct, jobState } from '../../../text/job-state';
import { styles } from '../styles';

type ProjectHealth = HealthView['projects'][number];

interface Props {
  readonly health: ProjectHealth;
  readonly name: string;
  readonly now: Instant;
}

/** How far the app is in one project. */
export function ProjectRow({ health, name, now }: Props): ReactElement {
  const { messages } = useReader();
  const { waiting, oldest, judgedAt, reconciledUntil, checkedAt } = health;
  const moment = (at: Instant | null): ReactElement =>
    at === null ? (
      <>{messages.text('admin.health.never')}</>
    ) : (
      <Moment at={at} calendarZone={undefined} now={now} />
    );
  return (
    <tr>
      <th scope="row" className={styles['project']}>
        {name}
      </th>
      <td>
        {oldest === null ? (
          messages.text('admin.health.waitingNone')
        ) : (
          <Filled text="admin.health.waitingCount" values={{ count: waiting, since: moment(oldest) }} />
        )}
      </td>
      <td>{moment(judgedAt)}</td>
      <td>{moment(reconciledUntil)}</td>
      <td>{moment(checkedAt)}</td>
      <td>
        <BackfillCell health={health} name={name} moment={moment} />
      </td>
    </tr>
  );
}

interface CellProps extends Omit<Props, 'now'> {
  readonly moment: (at: Instant | null) => ReactElement;
}

function BackfillCell({ health: { project, backfill }, name, moment }: CellProps): ReactElement {
  const { messages } = useReader();
  const change = useBackfillChangeOf();
  const state = jobState(backfill);
  const act = jobAct[state];
  const label = messages.text(`settings.backfill.${act}`);
  return (
    <>
      <p role="status">
        <Filled
          text={`admin.health.backfillState.${state}`}
          values={{
            done: backfill?.done ?? 0,
            total: backfill?.total ?? 0,
            at: moment(backfill?.changedAt ?? null),
          }}
        />
      </p>
      <div className="buttons">
        <Button
          spacing="compact"
          isLoading={change.isPending}
          aria-label={messages.text('admin.health.act', { act: label, project: name })}
          onClick={() => change.mutate({ project, change: act === 'pause' ? 'pause' : 'resume' })}
        >
          {label}
        </Button>
      </div>
      {change.error && (
        <p className="mistake" role="alert">
          {failureText(change.error, messages)}
        </p>
      )}
    </>
  );
}
