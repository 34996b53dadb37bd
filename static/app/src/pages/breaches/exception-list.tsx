import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { ExceptionShown, MonitoringView } from '../../../../../src/contract/breaches';
import { stateOf } from '../../../../../src/domain/breach/exception';
import { stepsOpenTo, type ExceptionStep } from '../../../../../src/domain/breach/exception-life';
import { usePersons } from '../../data/use-rights';
import { Dialog } from '../../parts/dialog';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { personName } from '../rights/person-name';
import { wantedText } from './breach-text';
import styles from './breaches.module.css';
import { StepForm } from './step-form';
import { ExceptionLozenge } from './verdict-lozenge';

interface Props {
  readonly exceptions: readonly ExceptionShown[];
  readonly monitoring: MonitoringView;
}

/** What was asked for a cycle, by whom and why, what became of it, and what the reader may do about it. */
export function ExceptionList({ exceptions, monitoring }: Props): ReactElement {
  const accounts = exceptions.flatMap(({ doc: { asked, decision, revoked } }) => [
    asked.by,
    ...(decision ? [decision.by] : []),
    ...(revoked ? [revoked.by] : []),
  ]);
  const persons = usePersons(accounts);
  const { messages } = useReader();
  const nameOf = (account: string): string => personName(persons.get(account), messages);
  return (
    <ul className={styles['exceptions']}>
      {exceptions.map((exception) => (
        <Exception key={exception.doc.id} {...{ exception, monitoring, nameOf }} />
      ))}
    </ul>
  );
}

interface ExceptionProps {
  readonly exception: ExceptionShown;
  readonly monitoring: MonitoringView;
  readonly nameOf: (account: string) => string;
}

function Exception({ exception, monitoring, nameOf }: ExceptionProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { doc } = exception;
  const [taking, setTaking] = useState<ExceptionStep>();
  const now = clockNow();
  const { account, mayEdit, mayMonitor } = monitoring;
  const steps = stepsOpenTo(doc, account).filter((step) => (step === 'withdraw' ? mayEdit : mayMonitor));
  const isOwn = doc.asked.by === account && stateOf(doc) === 'asked';
  const { decision, withdrawn, revoked } = doc;
  return (
    <li className={styles['exception']}>
      <div className={styles['line']}>
        <ExceptionLozenge state={stateOf(doc)} />
        <strong>{wantedText(exception, now, reader)}</strong>
      </div>
      <p className={styles['text']}>
        {messages.text(`breaches.ground.${doc.ground}`)}: {doc.reason}
      </p>
      <p className="note">
        {messages.text('breaches.exception.asked', { name: nameOf(doc.asked.by) })}{' '}
        <Moment at={doc.asked.at} calendarZone={undefined} now={now} />
      </p>
      {decision && (
        <p className="note">
          {messages.text(decision.approved ? 'breaches.exception.approved' : 'breaches.exception.refused', {
            name: nameOf(decision.by),
          })}{' '}
          <Moment at={decision.at} calendarZone={undefined} now={now} />
          {decision.note && `: ${decision.note}`}
        </p>
      )}
      {withdrawn && (
        <p className="note">
          {messages.text('breaches.exception.withdrawn')}{' '}
          <Moment at={withdrawn.at} calendarZone={undefined} now={now} />
        </p>
      )}
      {revoked && (
        <p className="note">
          {messages.text('breaches.exception.revoked', { name: nameOf(revoked.by) })}{' '}
          <Moment at={revoked.at} calendarZone={undefined} now={now} />: {revoked.note}
        </p>
      )}
      {isOwn && <p className="note">{messages.text('breaches.exception.own')}</p>}
      {steps.length > 0 && (
        <div className="buttons">
          {steps.map((step) => (
            <Button key={step} spacing="compact" onClick={() => setTaking(step)}>
              {messages.text(`breaches.step.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {taking && (
        <Dialog
          title={messages.text(`breaches.stepTitle.${taking}`, { count: 1 })}
          close={() => setTaking(undefined)}
        >
          <StepForm step={taking} exceptions={[exception]} close={() => setTaking(undefined)} />
        </Dialog>
      )}
    </li>
  );
}
