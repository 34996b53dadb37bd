import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import { useAddress } from '../../parts/address';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { ComplaintForm } from './complaint-form';
import { COMPLAINTS, ONE, type ComplaintOrigin } from './complaints-address';

interface Props {
  readonly origin: ComplaintOrigin;
  readonly monitoring: MonitoringView;
}

/** Records a complaint. */
export function NewComplaintPage({ origin, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  return (
    <>
      <div>
        <TextButton onClick={() => go(COMPLAINTS)}>{messages.text('complaints.back')}</TextButton>
      </div>
      <h2 id="complaints" className="heading">
        {messages.text('complaints.new')}
      </h2>
      {monitoring.mayMonitor ? (
        <ComplaintForm
          kept={undefined}
          origin={{ owner: monitoring.account, ...origin }}
          monitoring={monitoring}
          cancel={() => go(COMPLAINTS)}
          saved={(id) => go(COMPLAINTS, ONE, id)}
        />
      ) : (
        <Notice tone="warning">{messages.text('rights.monitor.mayNot')}</Notice>
      )}
    </>
  );
}
