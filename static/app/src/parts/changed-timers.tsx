import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import type { DifferenceView, JudgementView } from '../../../../src/contract/repairs';
import type { RulesPreviewView } from '../../../../src/contract/rules-preview';
import type { Instant } from '../../../../src/domain/time/instant';
import type { Verdict } from '../../../../src/domain/timer/standing';
import { useIssueAddresses } from '../data/use-names';
import styles from './changed-timers.module.css';
import { Filled } from './filled';
import { IssueLink } from './issue-link';
import { Moment } from './moment';
import { useReader } from './reader-context';
import { Table } from './table';
import { useNow } from './use-now';

const columns = ['issue', 'metric', 'before', 'after'] as const;

interface Props {
  /** What the table is of, for those who hear the page. */
  readonly label: string;
  readonly differences: readonly DifferenceView[];
}

/** Timers that other rules judge otherwise: how each stands, and how it would. */
export function ChangedTimers({ label, differences }: Props): ReactElement {
  const { messages } = useReader();
  const now = useNow();
  const addresses = useIssueAddresses(differences.map(({ issue }) => issue));
  return (
    <Table label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {messages.text(`admin.repairs.diff.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differences.map(({ issue, agreement, metric, kind, cycle, before, after }) => (
          <tr key={`${issue} ${agreement} ${metric} ${cycle}`}>
            <th scope="row">
              <IssueLink
                address={addresses.get(issue)}
                otherwise={messages.text('admin.issueUnnamed', { id: issue })}
              />
            </th>
            <td>
              {cycle === 1
                ? messages.text(`timer.kind.${kind}`)
                : messages.text('admin.repairs.diff.cycle', {
                    metric: messages.text(`timer.kind.${kind}`),
                    cycle,
                  })}
            </td>
            <td>
              <Judged judgement={before} now={now} />
            </td>
            <td>
              <Judged judgement={after} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** How many timers change from which verdict to which. */
export function VerdictChanges({
  verdicts,
}: {
  readonly verdicts: readonly RulesPreviewView['verdicts'][number][];
}): ReactElement | null {
  const { messages } = useReader();
  if (verdicts.length === 0) return null;
  const word = (verdict: Verdict | null): string =>
    messages.text(`admin.repairs.verdict.${verdict ?? 'absent'}`);
  return (
    <ul className={styles['counts']}>
      {verdicts.map(({ before, after, count }) => (
        <li key={`${before} ${after}`}>
          {before === after
            ? messages.text('admin.repairs.preview.verdictSame', { count, verdict: word(before) })
            : messages.text('admin.repairs.preview.verdictChange', {
                count,
                before: word(before),
                after: word(after),
              })}
        </li>
      ))}
    </ul>
  );
}

const appearances = {
  met: 'success',
  breached: 'danger',
  open: 'information',
  unknown: 'discovery',
  'no-promise': 'neutral',
  none: 'neutral',
} as const satisfies Record<JudgementView['verdict'], ComponentProps<typeof Lozenge>['appearance']>;

function Judged({
  judgement,
  now,
}: {
  readonly judgement: JudgementView | null;
  readonly now: Instant;
}): ReactElement {
  const { messages } = useReader();
  if (!judgement) return <>{messages.text('admin.repairs.verdict.absent')}</>;
  const { verdict, due } = judgement;
  return (
    <div className={styles['judgement']}>
      <Lozenge appearance={appearances[verdict]}>{messages.text(`admin.repairs.verdict.${verdict}`)}</Lozenge>
      <span className="note">
        {due === null ? (
          messages.text('admin.repairs.diff.noDue')
        ) : (
          <Filled
            text="admin.repairs.diff.due"
            values={{ due: <Moment at={due} calendarZone={undefined} now={now} /> }}
          />
        )}
      </span>
    </div>
  );
}
