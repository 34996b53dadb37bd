import type { ReactElement } from 'react';
import { useAddress } from '../../parts/address';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { OutageForm } from './outage-form';
import type { Known } from './outage-text';
import { OUTAGES } from './outages-address';

/** Records an outage by hand. */
export function NewOutagePage(known: Known): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const back = (): void => go(OUTAGES);
  const { monitoring, services } = known;
  const isPossible = services.some(({ isRetired }) => !isRetired);
  return (
    <>
      <div>
        <TextButton onClick={back}>{messages.text('outages.back')}</TextButton>
      </div>
      <h2 id="outages" className="heading">
        {messages.text('outages.new')}
      </h2>
      {monitoring.mayMonitor && isPossible ? (
        <OutageForm row={undefined} close={back} {...known} />
      ) : (
        <Notice tone="warning">
          {messages.text(monitoring.mayMonitor ? 'outages.noServices' : 'rights.monitor.mayNot')}
        </Notice>
      )}
    </>
  );
}
