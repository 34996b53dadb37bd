import type { ReactElement } from 'react';
import type { CausesCounted } from '../../../../../src/contract/gadgets';
import { endOf, type Period } from '../../../../../src/domain/report/periods';
import { dayNumberOf, localDateOf, type LocalDate } from '../../../../../src/domain/time/local-date';
import { useCausesCounted } from '../../data/use-gadget';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { goToProjectPage } from '../../platform/projects';
import { compareNames } from '../../text/names';
import { dayOf } from '../../text/wall-input';
import { causeName } from '../breaches/breach-text';
import { addressOf, type BreachFilter } from '../breaches/breaches-address';
import { spanOf } from '../breaches/period';
import { periodText, wholePercentText } from '../reports/report-text';
import { agreementText } from './agreement-text';
import { GadgetFrame, type ShownProps } from './gadget-frame';
import styles from './gadgets.module.css';
import { periodIn } from './settings';

const dayBefore = (day: LocalDate): LocalDate => localDateOf((dayNumberOf(day) ?? 0) - 1);
const daysOf = (period: Period) => ({ from: period.from, to: dayBefore(endOf(period)) });

/** Why promises were broken in a period (M3). */
export function BreachCauses({ project, settings }: ShownProps): ReactElement | null {
  const reader = useReader();
  const { messages, zone } = reader;
  const { agreement } = settings;
  const now = clockNow();
  const today = dayOf(now, zone);
  const period = periodIn(settings, today);
  const span = spanOf(daysOf(period), now, zone);
  const { data, error, refetch } = useCausesCounted({
    project: project.id,
    from: span?.from ?? now,
    to: span?.to ?? now,
    ...(agreement !== undefined && { agreement }),
  });
  const filter: BreachFilter = agreement === undefined ? {} : { agreement };
  const address = (more: BreachFilter): string[] =>
    addressOf({ period: daysOf(period), filter: { ...filter, ...more } });
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
      {data?.counts.length === 0 && (
        <Notice tone="information">{messages.text('gadgets.causes.nothing')}</Notice>
      )}
      {data && data.counts.length > 0 && (
        <CauseTable counted={data} open={(cause) => void goToProjectPage(project.key, address({ cause }))} />
      )}
    </GadgetFrame>
  );
}

interface Props {
  readonly counted: CausesCounted;
  readonly open: (cause: string | null) => void;
}

/** What has no cause yet comes first: it is what somebody has to do. */
function CauseTable({ counted, open }: Props): ReactElement {
  const { messages, locale } = useReader();
  const all = counted.counts.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(...counted.counts.map(({ count }) => count));
  const rows = counted.counts
    .map(({ cause, count }) => ({
      cause,
      count,
      name: cause === null ? messages.text('gadgets.causes.none') : causeName(cause, counted, messages),
    }))
    .sort(
      (a, b) =>
        Number(b.cause === null) - Number(a.cause === null) ||
        b.count - a.count ||
        compareNames(a.name, b.name, locale),
    );
  return (
    <>
      <Table label={messages.text('gadgets.causes.table')}>
        <thead>
          <tr>
            <th scope="col">{messages.text('breaches.filter.cause')}</th>
            <th scope="col">{messages.text('breaches.section')}</th>
            <th scope="col">{messages.text('gadgets.causes.share')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cause, count, name }) => (
            <tr key={cause ?? ''}>
              <th scope="row">
                <TextButton onClick={() => open(cause)}>{name}</TextButton>
              </th>
              <td className="figure">{count.toLocaleString(locale)}</td>
              <td className={styles['share']}>
                <span
                  className={styles['bar']}
                  data-none={cause === null}
                  style={{ inlineSize: `${(count / most) * 100}%` }}
                />
                <span className="figure">{wholePercentText(count / all, locale)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {!counted.areAll && <p className="note">{messages.text('gadgets.causes.latest', { count: all })}</p>}
    </>
  );
}
