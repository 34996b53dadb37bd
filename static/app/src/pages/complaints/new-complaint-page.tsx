import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { ComplaintIssue } from '../../../../../src/contract/complaint-issues';
import type { Complaint } from '../../../../../src/domain/complaint/complaint';
import { useComplaintIssue } from '../../data/use-complaint-issues';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { ComplaintForm } from './complaint-form';
import { COMPLAINTS, ONE, type ComplaintOrigin } from './complaints-address';

interface Props {
  readonly origin: ComplaintOrigin;
  readonly monitoring: MonitoringView;
}

/** Records a complaint. */
export function NewComplaintPage({ origin, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  return (
    <>
      <div>
        <TextButton onClick={() => go(COMPLAINTS)}>{messages.text('complaints.back')}</TextButton>
      </div>
      <h2 id="complaints" className="heading">
        {messages.text('complaints.new')}
      </h2>
      {!monitoring.mayMonitor && <Notice tone="warning">{messages.text('rights.monitor.mayNot')}</Notice>}
      {monitoring.mayMonitor &&
        (origin.issue === undefined ? (
          <NewForm origin={origin} monitoring={monitoring} />
        ) : (
          <FormOfIssue key={origin.issue} issueKey={origin.issue} monitoring={monitoring} />
        ))}
    </>
  );
}

interface FormProps {
  readonly origin: Partial<Complaint>;
  readonly monitoring: MonitoringView;
}

function NewForm({ origin, monitoring }: FormProps): ReactElement {
  const { go } = useAddress();
  return (
    <ComplaintForm
      kept={undefined}
      origin={{ owner: monitoring.account, ...origin }}
      monitoring={monitoring}
      cancel={() => go(COMPLAINTS)}
      saved={(id) => go(COMPLAINTS, ONE, id)}
    />
  );
}

interface OfIssueProps {
  readonly issueKey: string;
  readonly monitoring: MonitoringView;
}

/** The form filled in with what the issue says that the complaint came as. */
function FormOfIssue({ issueKey, monitoring }: OfIssueProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useComplaintIssue(issueKey);
  if (error && data === undefined) {
    const title = messages.text('complaints.issues.oneFailed', { key: issueKey });
    return <FailureNotice error={error} retry={() => void refetch()} title={title} />;
  }
  if (data === undefined) return <DefinitionsSkeleton label={messages.text('complaints.issues.loading')} />;
  const record = data?.record;
  return (
    <>
      {record && (
        <Notice
          tone="warning"
          action={
            <Button spacing="compact" onClick={() => go(COMPLAINTS, ONE, record.id)}>
              {messages.text('improvement.showSource')}
            </Button>
          }
        >
          {messages.text('complaints.issues.already', { key: issueKey })}
        </Notice>
      )}
      <p className="note">
        {messages.text(data ? 'complaints.issues.filledIn' : 'complaints.issues.hidden', { key: issueKey })}
      </p>
      <NewForm origin={data ? originOf(data) : { issue: issueKey }} monitoring={monitoring} />
    </>
  );
}

const originOf = ({ key, summary, createdAt, reporter, assignee }: ComplaintIssue): Partial<Complaint> => ({
  issue: key,
  text: summary,
  receivedAt: createdAt,
  ...(reporter && { customer: reporter.name }),
  ...(assignee && { owner: assignee.account }),
});
