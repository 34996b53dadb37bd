import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import { usePlan } from '../../data/use-improvement';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { ActionForm } from './action-form';
import { IMPROVEMENT, ONE, type Origin } from './improvement-address';

interface Props {
  readonly origin: Origin;
  readonly monitoring: MonitoringView;
}

/** Plans an action. */
export function NewActionPage({ origin, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { plan, error, retry } = usePlan({});
  return (
    <>
      <div>
        <TextButton onClick={() => go(IMPROVEMENT)}>{messages.text('improvement.back')}</TextButton>
      </div>
      <h2 id="improvement" className="heading">
        {messages.text('improvement.new')}
      </h2>
      {error && <FailureNotice error={error} retry={retry} title={messages.text('improvement.failed')} />}
      {!monitoring.mayMonitor && <Notice tone="warning">{messages.text('rights.monitor.mayNot')}</Notice>}
      {monitoring.mayMonitor && !plan && !error && (
        <DefinitionsSkeleton label={messages.text('improvement.loading')} />
      )}
      {monitoring.mayMonitor && plan && (
        <ActionForm
          kept={undefined}
          origin={{ owner: monitoring.account, ...origin }}
          agreements={plan.agreements}
          cancel={() => go(IMPROVEMENT)}
          saved={(id) => go(IMPROVEMENT, ONE, id)}
        />
      )}
    </>
  );
}
