import { useState, type ReactElement } from 'react';
import type { BreachRow, MonitoringView } from '../../../../../../src/contract/breaches';
import type { Cycle, Timer } from '../../../../../../src/domain/timer/cycle';
import { cycleIdOf } from '../../../../../../src/domain/timer/cycle-name';
import { useIssueBreaches, useMonitoring } from '../../../data/use-breaches';
import { FailureNotice } from '../../../parts/failure-notice';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import { AskForm } from '../../breaches/ask-form';
import { tellingText } from '../../breaches/breach-text';
import own from '../../breaches/breaches.module.css';
import { ExceptionList } from '../../breaches/exception-list';
import { ExplainForm } from '../../breaches/explain-form';
import { SaidFacts } from '../../breaches/said-facts';
import { VerdictsSaid } from '../../breaches/verdicts-said';
import styles from '../issue-timers.module.css';

interface Props {
  readonly issueId: string;
  readonly timer: Timer;
  /** A breached one. */
  readonly cycle: Cycle;
}

/** What is said of a breached cycle, and what the reader may say: its cause, and that it should not count. */
export function CycleBreach({ issueId, timer, cycle }: Props): ReactElement | null {
  const { messages } = useReader();
  const breaches = useIssueBreaches(issueId);
  const { data: monitoring, error, refetch } = useMonitoring();
  const failure = breaches.error ?? error;
  const { agreement, metric } = timer;
  const named = { issue: issueId, agreement: agreement.id, metric: metric.id, cycle: cycle.number };
  const row = breaches.data?.find(({ id }) => id === cycleIdOf(named));
  if (failure && !row) {
    const retry = (): void => {
      void breaches.refetch();
      void refetch();
    };
    return <FailureNotice error={failure} retry={retry} title={messages.text('breaches.failed')} />;
  }
  if (!breaches.data || !monitoring) return <div className={styles['saidPlace']} />;
  // What was breached a moment ago is there once it was judged.
  return row ? <Said row={row} monitoring={monitoring} /> : null;
}

interface SaidProps {
  readonly row: BreachRow;
  readonly monitoring: MonitoringView;
}

function Said({ row, monitoring }: SaidProps): ReactElement {
  const { messages } = useReader();
  const [doing, setDoing] = useState<'explain' | 'ask'>();
  const { timer, said, exceptions } = row;
  const close = (): void => setDoing(undefined);
  return (
    <div className={own['part']} role="group" aria-label={messages.text('breaches.panel')}>
      {timer && <VerdictsSaid timer={timer} />}
      {said && <SaidFacts doc={said.doc} monitoring={monitoring} />}
      <p className="note">{tellingText(row, messages)}</p>
      {exceptions.length > 0 && <ExceptionList exceptions={exceptions} monitoring={monitoring} />}
      {timer && monitoring.mayEdit && !doing && (
        <div className="links">
          <TextButton onClick={() => setDoing('explain')}>
            {messages.text(said ? 'breaches.panelChange' : 'breaches.panelExplain')}
          </TextButton>
          <TextButton onClick={() => setDoing('ask')}>{messages.text('breaches.ask.offer')}</TextButton>
        </div>
      )}
      {doing === 'explain' && (
        <div className={own['wide']}>
          <ExplainForm rows={[row]} monitoring={monitoring} close={close} />
        </div>
      )}
      {doing === 'ask' && (
        <div className={own['wide']}>
          <AskForm rows={[row]} close={close} />
        </div>
      )}
    </div>
  );
}
