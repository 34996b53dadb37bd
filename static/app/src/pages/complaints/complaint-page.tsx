import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { ComplaintRow, ComplaintView } from '../../../../../src/contract/complaints';
import {
  complaintTransitions,
  stateOf,
  stepsFrom,
  type Complaint,
  type ComplaintStep,
} from '../../../../../src/domain/complaint/complaint';
import { useChangeComplaint, useComplaint } from '../../data/use-complaints';
import { usePersons } from '../../data/use-rights';
import { useAddress } from '../../parts/address';
import { Dialog } from '../../parts/dialog';
import { Disclosure } from '../../parts/disclosure';
import { FailureNotice } from '../../parts/failure-notice';
import { AreaField } from '../../parts/field';
import { Moment } from '../../parts/moment';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { datesText } from '../../text/day-text';
import { BREACHES, ONE as ONE_BREACH } from '../breaches/breaches-address';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';
import { newAddressOf } from '../improvement/improvement-address';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { personName } from '../rights/person-name';
import { ComplaintForm } from './complaint-form';
import { ComplaintIssueNamed } from './complaint-issue';
import { ComplaintLozenge } from './complaint-lozenge';
import { COMPLAINTS } from './complaints-address';

interface Props {
  readonly id: string;
  readonly monitoring: MonitoringView;
}

/** One complaint: what it is about, and what came of it. */
export function ComplaintPage({ id, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useComplaint(id);
  return (
    <>
      <div>
        <TextButton onClick={() => go(COMPLAINTS)}>{messages.text('complaints.back')}</TextButton>
      </div>
      {error && (
        <FailureNotice
          error={error}
          retry={() => void refetch()}
          title={messages.text('complaints.failed')}
        />
      )}
      {data === undefined && !error && <DefinitionsSkeleton label={messages.text('complaints.loading')} />}
      {data === null && <Notice tone="warning">{messages.text('complaints.gone')}</Notice>}
      {data && <Loaded view={data} monitoring={monitoring} />}
    </>
  );
}

interface LoadedProps {
  readonly view: ComplaintView;
  readonly monitoring: MonitoringView;
}

function Loaded({ view: { row, history }, monitoring }: LoadedProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const [doing, setDoing] = useState<ComplaintStep | 'edit'>();
  const { doc } = row;
  const state = stateOf(doc);
  const close = (): void => setDoing(undefined);
  const { id, agreement } = doc;
  return (
    <>
      <h2 id="complaints" className="heading">
        {doc.customer}
      </h2>
      <div className={styles['line']}>
        <ComplaintLozenge state={state} />
        {row.isLate && <Lozenge appearance="danger">{messages.text('complaints.late')}</Lozenge>}
      </div>
      <Facts doc={doc} monitoring={monitoring} />
      {monitoring.mayMonitor && (
        <div className="buttons unprinted">
          {stepsFrom(doc).map((step) => (
            <Button
              key={step}
              appearance={step === 'answer' || step === 'close' ? 'primary' : 'default'}
              onClick={() => setDoing(step)}
            >
              {messages.text(`complaints.step.${step}`)}
            </Button>
          ))}
          {(state === 'open' || state === 'answered') && (
            <Button onClick={() => setDoing('edit')}>{messages.text('complaints.edit')}</Button>
          )}
          <Button
            onClick={() =>
              go(...newAddressOf({ source: 'complaint', sourceId: id, ...(agreement && { agreement }) }))
            }
          >
            {messages.text('improvement.planOne')}
          </Button>
        </div>
      )}
      {history.length > 1 && <Before history={history} />}
      {doing === 'edit' && (
        <Dialog title={messages.text('complaints.editTitle')} close={close}>
          <ComplaintForm kept={row} monitoring={monitoring} cancel={close} saved={close} />
        </Dialog>
      )}
      {doing && doing !== 'edit' && (
        <Dialog title={messages.text(`complaints.stepTitle.${doing}`)} close={close}>
          <StepForm row={row} step={doing} close={close} />
        </Dialog>
      )}
    </>
  );
}

interface FactsProps {
  readonly doc: Complaint;
  readonly monitoring: MonitoringView;
}

function Facts({ doc, monitoring }: FactsProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const now = clockNow();
  const owner = usePersons([doc.owner]).get(doc.owner);
  const { agreement, breach, issue, answered } = doc;
  const because = doc.withdrawn ?? doc.reopened;
  const facts: readonly (readonly [name: string, value: ReactElement | string | undefined])[] = [
    [messages.text('complaints.field.text'), doc.text],
    [
      messages.text('complaints.field.received'),
      <Moment key="at" at={doc.receivedAt} calendarZone={undefined} now={now} />,
    ],
    [
      messages.text('breaches.agreement'),
      agreement && (monitoring.agreements.find(({ id }) => id === agreement)?.name ?? agreement),
    ],
    [messages.text('breaches.column.issue'), issue && <ComplaintIssueNamed key="issue" issueKey={issue} />],
    [
      messages.text('complaints.breach'),
      breach && (
        <TextButton onClick={() => go(BREACHES, ONE_BREACH, breach)}>
          {messages.text('improvement.showSource')}
        </TextButton>
      ),
    ],
    [messages.text('complaints.field.owner'), personName(owner, messages)],
    [messages.text('complaints.field.due'), datesText({ date: doc.due }, reader)],
    [messages.text('complaints.outcome'), answered?.outcome],
    [messages.text('complaints.because'), because?.reason],
  ];
  return (
    <dl className={styles['facts']}>
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** How a complaint was saved before, by whom and when. */
function Before({ history }: { readonly history: ComplaintView['history'] }): ReactElement {
  const { messages } = useReader();
  const persons = usePersons(history.map(({ by }) => by));
  return (
    <Disclosure summary={messages.text('improvement.history', { count: history.length })}>
      <ol className={styles['exceptions']}>
        {history.map(({ revision, at, by, doc }) => (
          <li key={revision} className={styles['exception']}>
            <p className="note">
              <Moment at={at} calendarZone={undefined} now={clockNow()} /> ·{' '}
              {personName(persons.get(by), messages)}
            </p>
            <p className={styles['line']}>
              <ComplaintLozenge state={stateOf(doc)} />
            </p>
            <p className={styles['text']}>{doc.answered?.outcome ?? doc.text}</p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

interface StepProps {
  readonly row: ComplaintRow;
  readonly step: ComplaintStep;
  readonly close: () => void;
}

function StepForm({ row, step, close }: StepProps): ReactElement {
  const { messages } = useReader();
  const taking = useChangeComplaint('takeComplaintStep');
  const [note, setNote] = useState('');
  const mistakes = mistakesIn(taking.error, ['note'], '', messages);
  const { says } = complaintTransitions[step];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (taking.isPending) return;
    taking.mutate({ id: row.doc.id, seen: row.revision, step, note }, { onSuccess: close });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{messages.text(`complaints.stepText.${step}`)}</p>
      {says && (
        <AreaField
          label={messages.text(says === 'outcome' ? 'complaints.outcome' : 'breaches.note')}
          value={note}
          change={(text) => {
            setNote(text);
            taking.reset();
          }}
          mistake={mistakes.at('note')}
        />
      )}
      <RefusedNotice error={taking.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={taking.isPending}>
          {messages.text(`complaints.now.${step}`)}
        </Button>
        <Button isDisabled={taking.isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}
