import type { ReactElement } from 'react';
import type { OutagesView } from '../../../../../src/contract/outages';
import type { Span } from '../../../../../src/domain/time/instant';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { durationText } from '../../text/duration';
import type { Reader } from '../../text/reader';
import { serviceName } from './outage-text';
import styles from './outages.module.css';

const columns = ['service', 'availability', 'down', 'count', 'longest', 'mttr', 'mttf', 'mtbf'] as const;

type Figures = OutagesView['figures'][number];

/** How available services were in the period, and how soon they were restored (T11). */
export function FiguresTable({ figures, services }: Pick<OutagesView, 'figures' | 'services'>): ReactElement {
  const { messages } = useReader();
  return (
    <div className={styles['figures']}>
      <Table label={messages.text('outages.figures.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`outages.figures.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((each) => (
            <Row key={each.service} name={serviceName(each.service, services)} {...each} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Row({ name, hours, figures }: Figures & { readonly name: string }): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const { agreedMs, downMs, degradedMs, availability, count, longestMs, mttrMs, mttfMs, mtbfMs } = figures;
  const agreed = { agreed: durationText(agreedMs, messages) };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {availability === null ? messages.text('outages.figures.missing') : shareText(availability, reader)}
        <div className="note">
          {hours === null
            ? messages.text('outages.figures.aroundTheClock', agreed)
            : messages.text('outages.figures.agreed', { ...agreed, hours })}
        </div>
      </td>
      <td>
        {durationText(downMs, messages)}
        {degradedMs > 0 && (
          <div className="note">
            {messages.text('outages.figures.degraded', { degraded: durationText(degradedMs, messages) })}
          </div>
        )}
      </td>
      <td>{count.toLocaleString(locale)}</td>
      <td>{count === 0 ? messages.text('outages.figures.missing') : durationText(longestMs, messages)}</td>
      <Mean of={mttrMs} why={messages.text('outages.figures.noneRestored')} />
      <Mean of={mttfMs} why={messages.text('outages.figures.needsTwo')} />
      <Mean of={mtbfMs} why={messages.text('outages.figures.needsTwo')} />
    </tr>
  );
}

/** A mean, or why there is none. */
function Mean({ of, why }: { readonly of: Span | undefined; readonly why: string }): ReactElement {
  const { messages } = useReader();
  if (of !== undefined) return <td>{durationText(of, messages)}</td>;
  return (
    <td>
      {messages.text('outages.figures.missing')}
      <div className="note">{why}</div>
    </td>
  );
}

/** Cut off rather than rounded: only what was never down was available all the time. */
function shareText(share: number, { locale }: Reader): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  return format.format(Math.floor(share * 100_000) / 100_000);
}
