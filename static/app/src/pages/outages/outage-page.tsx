import Button from '@atlaskit/button/new';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { OutageRow, OutageView } from '../../../../../src/contract/outages';
import { corrected } from '../../../../../src/domain/outage/outage';
import { parseSpan } from '../../../../../src/domain/time/duration-text';
import { useIssues } from '../../data/use-names';
import { useChangeOutage, useOutage } from '../../data/use-outages';
import { usePersons } from '../../data/use-rights';
import { useAddress } from '../../parts/address';
import { Dialog } from '../../parts/dialog';
import { Disclosure } from '../../parts/disclosure';
import { FailureNotice } from '../../parts/failure-notice';
import { IssueCell } from '../../parts/issue-cell';
import { Moment } from '../../parts/moment';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { durationText } from '../../text/duration';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { personName } from '../rights/person-name';
import { OutageFacts } from './outage-facts';
import { OutageForm } from './outage-form';
import { RtoLozenge } from './outage-lozenges';
import { serviceName, type Known } from './outage-text';
import { OUTAGES } from './outages-address';
import { WithdrawForm } from './withdraw-form';

interface Props extends Known {
  readonly id: string;
}

/** One outage: what is written down of it, who confirmed its end, and what was written before. */
export function OutagePage({ id, ...known }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useOutage(id);
  return (
    <>
      <div>
        <TextButton onClick={() => go(OUTAGES)}>{messages.text('outages.back')}</TextButton>
      </div>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('outages.failed')} />
      )}
      {data === undefined && !error && <DefinitionsSkeleton label={messages.text('outages.loading')} />}
      {data === null && <Notice tone="warning">{messages.text('outages.gone')}</Notice>}
      {data && <Loaded view={data} {...known} />}
    </>
  );
}

function Loaded({ view: { row, history }, ...known }: Known & { readonly view: OutageView }): ReactElement {
  const { messages } = useReader();
  const [doing, setDoing] = useState<'correct' | 'withdraw'>();
  const { doc } = row;
  const close = (): void => setDoing(undefined);
  return (
    <>
      <h2 id="outages" className="heading">
        {messages.text('outages.titleOf', { name: serviceName(doc.service, known.services) })}
      </h2>
      {row.isMajor && !doc.lookBack && !doc.withdrawn && (
        <Notice tone="warning">{messages.text('outages.lookBack.due')}</Notice>
      )}
      <OutageFacts doc={doc} more={useMore(row, known)} {...known} />
      {doc.derived && corrected(doc).length > 0 && (
        <section className={styles['part']}>
          <h3 className="subheading">{messages.text('outages.rule.said')}</h3>
          <p className="note">{messages.text('outages.rule.corrected')}</p>
          <OutageFacts doc={{ ...doc.derived, id: doc.id, explanation: '' }} {...known} />
        </section>
      )}
      {known.monitoring.mayMonitor && (
        <Actions row={row} correct={() => setDoing('correct')} withdraw={() => setDoing('withdraw')} />
      )}
      {history.length > 1 && <Before history={history.slice(1)} {...known} />}
      {doing === 'correct' && (
        <Dialog title={messages.text('outages.correct')} close={close}>
          <OutageForm row={row} close={close} {...known} />
        </Dialog>
      )}
      {doing === 'withdraw' && (
        <Dialog title={messages.text('outages.withdraw.title')} close={close}>
          <WithdrawForm row={row} close={close} />
        </Dialog>
      )}
    </>
  );
}

/** What only the latest revision has: its issue, its objective, and who confirmed it. */
function useMore(row: OutageRow, { services }: Known): readonly (readonly [string, ReactNode])[] {
  const { messages } = useReader();
  const { verified, derived, issue, service } = row.doc;
  const issues = useIssues(derived ? [derived.issue] : []);
  const persons = usePersons(verified ? [verified.by] : []);
  const rto = parseSpan(services.find(({ id }) => id === service)?.rto ?? '');
  return [
    [
      messages.text('outages.column.issue'),
      derived ? <IssueCell key="issue" id={derived.issue} issue={issues?.get(derived.issue)} /> : issue,
    ],
    [
      messages.text('outages.column.rto'),
      row.rto !== null && rto !== undefined && (
        <>
          <RtoLozenge rto={row.rto} />{' '}
          {messages.text('outages.rto.within', { rto: durationText(rto, messages) })}
        </>
      ),
    ],
    [
      messages.text('outages.column.verified'),
      verified ? (
        <>
          {personName(persons.get(verified.by), messages)} ·{' '}
          <Moment at={verified.at} calendarZone={undefined} now={clockNow()} />
        </>
      ) : (
        messages.text('outages.notVerified')
      ),
    ],
  ];
}

interface ActionsProps {
  readonly row: OutageRow;
  readonly correct: () => void;
  readonly withdraw: () => void;
}

function Actions({ row, correct, withdraw }: ActionsProps): ReactElement {
  const { messages } = useReader();
  const verifying = useChangeOutage('verifyOutage');
  const { doc, revision } = row;
  const mistakes = mistakesIn(verifying.error, [], '', messages);
  const isToVerify = doc.end !== undefined && !doc.verified && !doc.withdrawn && doc.end <= clockNow();
  return (
    <div className={styles['part']}>
      <RefusedNotice error={verifying.error} others={mistakes.others} />
      <div className="buttons">
        {isToVerify && (
          <Button
            appearance="primary"
            isLoading={verifying.isPending}
            onClick={() => verifying.mutate({ id: doc.id, seen: revision })}
          >
            {messages.text('outages.verify')}
          </Button>
        )}
        <Button onClick={correct}>{messages.text('outages.correctOffer')}</Button>
        {!doc.withdrawn && <Button onClick={withdraw}>{messages.text('outages.withdraw.offer')}</Button>}
      </div>
    </div>
  );
}

/** What was written down before, by whom and when. */
function Before({ history, ...known }: Known & Pick<OutageView, 'history'>): ReactElement {
  const { messages } = useReader();
  const persons = usePersons(history.map(({ by }) => by));
  return (
    <Disclosure summary={messages.text('outages.before', { count: history.length })}>
      <ol className={styles['exceptions']}>
        {history.map(({ revision, at, by, doc }) => (
          <li key={revision} className={styles['exception']}>
            <p className="note">
              <Moment at={at} calendarZone={undefined} now={clockNow()} /> ·{' '}
              {by === '' ? messages.text('outages.byRule') : personName(persons.get(by), messages)}
            </p>
            <OutageFacts doc={doc} {...known} />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
