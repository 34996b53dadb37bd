import type { ReactElement } from 'react';
import type { UsageView } from '../../../../../../src/contract/usage';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { lastDay } from '../../../../../../src/domain/usage/usage';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { styles } from '../styles';

interface Props {
  readonly usage: UsageView;
  readonly now: Instant;
}

/**
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ and
 * https://developer.atlassian.com/platform/forge/limits-sql/ (August 2026)
 */
const ALLOWED = { tierOne: 65_000, tierTwo: 100_000, writesASecond: 150 };

/** What Jira and Forge allow, beside what was measured. */
export function LimitsPart({ usage: { hours, rows }, now }: Props): ReactElement {
  const { messages } = useReader();
  const day = lastDay(hours, now);
  const points = Math.max(...day.map((of) => of.points));
  const statements = Math.max(...day.map((of) => of.statements));
  const used = messages.text('quota.limits.mostPoints', { points });
  const unknown = messages.text('quota.limits.unknown');
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const limits = [
    ['tierOne', messages.text('quota.limits.tierOneAllowed', { allowed: ALLOWED.tierOne }), used],
    ['tierTwo', messages.text('quota.limits.tierTwoAllowed', { allowed: ALLOWED.tierTwo }), used],
    [
      'writes',
      messages.text('quota.limits.writesAllowed', { allowed: ALLOWED.writesASecond }),
      messages.text('quota.limits.mean', { value: Math.round((statements / 3600) * 100) / 100 }),
    ],
    ['time', messages.text('quota.limits.timeAllowed'), unknown],
    [
      'storage',
      messages.text('quota.limits.storageAllowed'),
      messages.text('quota.limits.storageRows', { rows: all }),
    ],
    ['push', messages.text('quota.limits.pushAllowed'), unknown],
  ] as const;
  return (
    <section className={styles['section']} aria-labelledby="limits">
      <h3 id="limits" className="subheading">
        {messages.text('quota.limits.title')}
      </h3>
      <Table label={messages.text('quota.limits.title')}>
        <thead>
          <tr>
            {(['limit', 'allowed', 'measured'] as const).map((column) => (
              <th key={column} scope="col">
                {messages.text(`quota.limits.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {limits.map(([name, allowed, measured]) => (
            <tr key={name}>
              <th scope="row">{messages.text(`quota.limits.${name}`)}</th>
              <td>{allowed}</td>
              <td>{measured}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="note">{messages.text('quota.limits.source')}</p>
    </section>
  );
}
