import type { ReactElement } from 'react';
import type { PreviewView, RepairsView } from '../../../../../../src/contract/repairs';
import { revisionNumber } from '../../../../../../src/domain/agreement/revisions';
import { Filled } from '../../../parts/filled';
import { Moment } from '../../../parts/moment';
import { useNow } from '../../../parts/use-now';

interface Props {
  readonly proposal: Pick<PreviewView['proposal'], 'agreement' | 'version' | 'from' | 'to'>;
  readonly agreements: RepairsView['agreements'];
}

/** Which cycles a repair is about, and what judges them. */
export function ProposalText({ proposal, agreements }: Props): ReactElement {
  const now = useNow();
  const { agreement, version, from, to } = proposal;
  return (
    <p>
      <Filled
        text="admin.repairs.preview.about"
        values={{
          agreement: agreements.find(({ id }) => id === agreement)?.name ?? agreement,
          revision: revisionNumber(version),
          from: <Moment at={from} calendarZone={undefined} now={now} />,
          to: <Moment at={to} calendarZone={undefined} now={now} />,
        }}
      />
    </p>
  );
}
