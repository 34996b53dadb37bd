import type { ReactElement } from 'react';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { countedKinds, type HourOfUse } from '../../../../../../src/domain/usage/usage';
import { Disclosure } from '../../../parts/disclosure';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { whenText } from '../../../text/when';
import own from './quota.module.css';

interface Props {
  /** The latest first. */
  readonly hours: readonly HourOfUse[];
  readonly now: Instant;
}

/** What was counted in each hour. */
export function HourTable({ hours, now }: Props): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const shown = (of: HourOfUse, kind: (typeof countedKinds)[number]): string =>
    kind === 'runMs'
      ? messages.text('quota.points.seconds', { seconds: Math.round(of.runMs / 1000) })
      : of[kind].toLocaleString(locale);
  return (
    <Disclosure summary={messages.text('quota.points.hours')}>
      <Table label={messages.text('quota.points.hours')}>
        <thead>
          <tr>
            <th scope="col">{messages.text('quota.points.hour')}</th>
            {countedKinds.map((kind) => (
              <th key={kind} scope="col" className={own['number']}>
                {messages.text(`quota.points.${kind === 'runMs' ? 'running' : kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((of) => (
            <tr key={of.hour}>
              <th scope="row">{whenText(of.hour, now, reader)}</th>
              {countedKinds.map((kind) => (
                <td key={kind} className={own['number']}>
                  {shown(of, kind)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  );
}
