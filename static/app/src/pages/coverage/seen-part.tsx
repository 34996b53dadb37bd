import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { CoverageView } from '../../../../../src/contract/coverage';
import { neverSeen } from '../../../../../src/domain/coverage/seen';
import { MORE, useIssueCreated, type Seeing } from '../../data/use-coverage';
import { useIssueAddresses } from '../../data/use-names';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { IssueLink } from '../../parts/issue-link';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { dateText } from '../../text/when';
import styles from './coverage.module.css';
import { Gap, GapFrame, type GapItem } from './gap';

type Target = CoverageView['targets'][number];

interface Props {
  readonly targets: CoverageView['targets'];
  readonly seeing: Seeing;
}

/** Targets and goals that none of the latest issues ever used, and issues that use none. */
export function SeenPart({ targets, seeing }: Props): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const { go } = useAddress();
  const { seen, oldest, isReading, hasMore, error, goOn } = seeing;
  const createdAt = useIssueCreated(isReading ? undefined : oldest);
  const now = clockNow();
  const { unstarted, unmatched } = neverSeen(targets, seen);
  const itemOf = (target: Target, goals?: readonly string[]): GapItem => {
    const { agreement, metric, since } = target;
    const name = messages.text('coverage.target', {
      agreement: agreement.name,
      target: messages.text(`timer.kind.${metric.kind}`),
    });
    return {
      key: `${agreement.id} ${metric.id}`,
      name: goals
        ? messages.text('coverage.goals', { target: name, goals: new Intl.ListFormat(locale).format(goals) })
        : name,
      mend: () => go('agreements', agreement.id),
      more: messages.text('coverage.since', { date: dateText(since, now, reader) }),
    };
  };
  const readText = (): string => {
    if (seen.read === 0) return messages.text('coverage.seen.none');
    return createdAt === undefined
      ? messages.text('coverage.seen.readUndated', { count: seen.read })
      : messages.text('coverage.seen.read', { count: seen.read, date: dateText(createdAt, now, reader) });
  };
  return (
    <section className={styles['part']} aria-labelledby="coverage-seen">
      <h3 id="coverage-seen" className="subheading">
        {messages.text('coverage.seen.title')}
      </h3>
      <p className="note">{messages.text('coverage.seen.note')}</p>
      <p role="status">
        {isReading ? messages.text('coverage.seen.reading', { count: seen.read }) : readText()}{' '}
        {!isReading && !hasMore && seen.read > 0 && messages.text('coverage.seen.all')}{' '}
        {!isReading &&
          seen.unreadable > 0 &&
          messages.text('coverage.seen.unreadable', { count: seen.unreadable })}
      </p>
      {error && <FailureNotice error={error} retry={goOn} title={messages.text('coverage.seen.failed')} />}
      {!isReading && hasMore && !error && (
        <div>
          <Button onClick={goOn}>{messages.text('coverage.seen.goOn', { count: MORE })}</Button>
        </div>
      )}
      {!isReading && seen.read > 0 && (
        <>
          {seen.bare + unstarted.length + unmatched.length === 0 && (
            <p>{messages.text('coverage.seen.fine')}</p>
          )}
          {seen.bare > 0 && <BareIssues count={seen.bare} issues={seen.bareIssues} />}
          <Gap kind="unstarted" items={unstarted.map((target) => itemOf(target))} />
          <Gap kind="unmatched" items={unmatched.map((target) => itemOf(target, target.goals))} />
        </>
      )}
    </section>
  );
}

interface BareProps {
  readonly count: number;
  readonly issues: readonly string[];
}

function BareIssues({ count, issues }: BareProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const addresses = useIssueAddresses(issues);
  return (
    <GapFrame kind="bare" count={count}>
      <ul className={styles['keys']}>
        {issues.map((issue) => (
          <li key={issue}>
            <IssueLink
              address={addresses.get(issue)}
              otherwise={messages.text('admin.issueUnnamed', { id: issue })}
            />
          </li>
        ))}
      </ul>
      <div>
        <TextButton onClick={() => go('rules')}>{messages.text('coverage.which')}</TextButton>
      </div>
    </GapFrame>
  );
}
