import type { ReactElement } from 'react';
import { endOf } from '../../../../../src/domain/report/periods';
import { useCausesCountedOf } from '../../data/use-gadget';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { goToProjectPage } from '../../platform/projects';
import { dayOf } from '../../text/wall-input';
import { addressOf, type BreachFilter } from '../breaches/breaches-address';
import { CauseTable } from '../breaches/cause-table';
import { daysIn, spanOf } from '../breaches/period';
import { periodText } from '../reports/report-text';
import { agreementText } from './agreement-text';
import { GadgetFrame, type ShownProps } from './gadget-frame';
import { periodIn } from './settings';

/** Why promises were broken in a period (M3). */
export function BreachCauses({ project, settings }: ShownProps): ReactElement | null {
  const reader = useReader();
  const { messages, zone } = reader;
  const { agreement } = settings;
  const now = clockNow();
  const today = dayOf(now, zone);
  const period = periodIn(settings, today);
  const span = spanOf(daysIn(period), now, zone);
  const { data, error, refetch } = useCausesCountedOf({
    project: project.id,
    from: span?.from ?? now,
    to: span?.to ?? now,
    ...(agreement !== undefined && { agreement }),
  });
  const filter: BreachFilter = agreement === undefined ? {} : { agreement };
  const address = (more: BreachFilter): string[] =>
    addressOf({ period: daysIn(period), filter: { ...filter, ...more } });
  const soFar = endOf(period) > today ? ` ${messages.text('reports.soFar')}` : '';
  return (
    <GadgetFrame
      project={project}
      scope={[agreementText(agreement, data, messages), `${periodText(period, reader)}${soFar}`]}
      answer={data}
      error={error}
      retry={() => void refetch()}
      more={{ text: messages.text('gadgets.more.breaches'), parts: address({}) }}
    >
      {data?.counts.length === 0 && <Notice tone="information">{messages.text('causes.nothing')}</Notice>}
      {data && data.counts.length > 0 && (
        <CauseTable
          counted={data}
          label={messages.text('causes.title')}
          open={(cause) => void goToProjectPage(project.key, address({ cause }))}
        />
      )}
    </GadgetFrame>
  );
}
