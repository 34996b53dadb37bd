import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import { DIFFERENCES_A_PAGE, type PreviewView } from '../../../../../../src/contract/repairs';
import { useDifferences } from '../../../data/use-repairs';
import { ChangedTimers } from '../../../parts/changed-timers';
import { FailureNotice } from '../../../parts/failure-notice';
import { useReader } from '../../../parts/reader-context';
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
      <h4 id="differences" className="subheading">
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
      {data && <ChangedTimers label={messages.text('admin.repairs.diff.title')} differences={data} />}
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
