import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useState, type ComponentProps, type ReactElement } from 'react';
import {
  DIFFERENCES_A_PAGE,
  type DifferenceView,
  type JudgementView,
  type PreviewView,
} from '../../../../../../src/contract/repairs';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { useIssueAddresses } from '../../../data/use-names';
import { useDifferences } from '../../../data/use-repairs';
import { FailureNotice } from '../../../parts/failure-notice';
import { Filled } from '../../../parts/filled';
import { IssueLink } from '../../../parts/issue-link';
import { Moment } from '../../../parts/moment';
import { useReader } from '../../../parts/reader-context';
import { useNow } from '../../../parts/use-now';
import { DefinitionsSkeleton } from '../../project-settings/definitions-skeleton';
import { styles } from '../styles';

interface Props {
  readonly project: string;
  readonly preview: Pick<PreviewView, 'id' | 'kept' | 'changed'>;
}

/** Each cycle that a repair would change, page by page: how it stands now, and how it would. */
export function DifferenceTable({ project, preview: { id, kept, changed } }: Props): ReactElement {
  const { messages } = useReader();
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useDifferences({ project, preview: id, offset }, kept);
  const last = Math.min(offset + DIFFERENCES_A_PAGE, kept);
  return (
    <div className={styles['part']}>
      <h4 id="differences" className={styles['name']}>
        {messages.text('admin.repairs.diff.title')}
      </h4>
      {changed > kept && <p>{messages.text('admin.repairs.diff.limited', { kept, changed })}</p>}
      {error && (
        <FailureNotice
          error={error}
          retry={() => void refetch()}
          title={messages.text('admin.repairs.diff.failed')}
        />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('admin.repairs.diff.loading')} />}
      {data && <Rows differences={data} />}
      {kept > DIFFERENCES_A_PAGE && (
        <div className={styles['pager']}>
          <Button
            spacing="compact"
            isDisabled={offset === 0}
            onClick={() => setOffset(offset - DIFFERENCES_A_PAGE)}
          >
            {messages.text('admin.repairs.diff.earlier')}
          </Button>
          <span role="status">
            {messages.text('admin.repairs.diff.range', { first: offset + 1, last, count: kept })}
          </span>
          <Button
            spacing="compact"
            isDisabled={last >= kept}
            onClick={() => setOffset(offset + DIFFERENCES_A_PAGE)}
          >
            {messages.text('admin.repairs.diff.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

const columns = ['issue', 'metric', 'before', 'after'] as const;

function Rows({ differences }: { readonly differences: readonly DifferenceView[] }): ReactElement {
  const { messages } = useReader();
  const now = useNow();
  const addresses = useIssueAddresses(differences.map(({ issue }) => issue));
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-labelledby="differences">
      <table className={styles['table']}>
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
      </table>
    </div>
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
      <span className={styles['note']}>
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
