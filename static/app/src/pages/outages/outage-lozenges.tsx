import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ReactElement } from 'react';
import type { OutageRow } from '../../../../../src/contract/outages';
import { useReader } from '../../parts/reader-context';

/** What kind of outage it was. */
export function KindLozenge({ doc }: Pick<OutageRow, 'doc'>): ReactElement {
  const { messages } = useReader();
  if (doc.withdrawn) return <Lozenge appearance="neutral">{messages.text('outages.withdrawn')}</Lozenge>;
  if (doc.planned) return <Lozenge appearance="neutral">{messages.text('outages.planned')}</Lozenge>;
  const { degree } = doc;
  return (
    <Lozenge appearance={degree === 'full' ? 'danger' : 'warning'}>
      {messages.text(`outages.degree.${degree}`)}
    </Lozenge>
  );
}

const rtoAppearances = { met: 'success', missed: 'danger', running: 'information' } as const;

/** Whether the recovery time objective was met. */
export function RtoLozenge({ rto }: Pick<OutageRow, 'rto'>): ReactElement {
  const { messages } = useReader();
  if (rto === null) return <span>{messages.text('outages.figures.missing')}</span>;
  return <Lozenge appearance={rtoAppearances[rto]}>{messages.text(`outages.rto.${rto}`)}</Lozenge>;
}
