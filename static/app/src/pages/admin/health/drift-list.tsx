import type { ReactElement } from 'react';
import type { HealthView } from '../../../../../../src/contract/health';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { useIssueAddresses } from '../../../data/use-names';
import { Filled } from '../../../parts/filled';
import { IssueLink } from '../../../parts/issue-link';
import { Moment } from '../../../parts/moment';
import { useReader } from '../../../parts/reader-context';
import { styles } from '../styles';

interface Props {
  readonly health: Pick<HealthView, 'projects' | 'drifts'>;
  readonly now: Instant;
}

/** What the daily check has found, the latest first. */
export function DriftList({ health: { projects, drifts }, now }: Props): ReactElement {
  const { messages } = useReader();
  const addresses = useIssueAddresses(drifts.map(({ issue }) => issue));
  const count = projects.reduce((sum, each) => sum + each.drifts, 0);
  return (
    <div className={styles['part']}>
      <h3 className="subheading">{messages.text('admin.health.drifts.title')}</h3>
      <p>
        {count === 0
          ? messages.text('admin.health.drifts.none')
          : messages.text('admin.health.drifts.count', { count })}
      </p>
      {drifts.length > 0 && (
        <ul className={styles['counts']}>
          {drifts.map(({ issue, foundAt }, index) => (
            <li key={index}>
              <IssueLink
                address={addresses.get(issue)}
                otherwise={messages.text('admin.issueUnnamed', { id: issue })}
              />
              {' · '}
              <Filled
                text="admin.health.drifts.found"
                values={{ at: <Moment at={foundAt} calendarZone={undefined} now={now} /> }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
