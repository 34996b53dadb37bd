import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import { useAddress } from '../../parts/address';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { BREACHES } from './breaches-address';
import { HandBreachForm } from './hand-breach-form';

/** Records a breach that no timer measures. */
export function HandBreachPage({ monitoring }: { readonly monitoring: MonitoringView }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const back = (): void => go(BREACHES);
  return (
    <>
      <div>
        <TextButton onClick={back}>{messages.text('breaches.back')}</TextButton>
      </div>
      <h2 id="breaches" className="heading">
        {messages.text('breaches.byHand.new')}
      </h2>
      {monitoring.mayMonitor && monitoring.agreements.length > 0 ? (
        <HandBreachForm kept={null} monitoring={monitoring} close={back} removed={back} />
      ) : (
        <Notice tone="warning">
          {messages.text(monitoring.mayMonitor ? 'breaches.byHand.noAgreement' : 'rights.monitor.mayNot')}
        </Notice>
      )}
    </>
  );
}
