import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { BreachView, MonitoringView } from '../../../../../src/contract/breaches';
import { useBreach } from '../../data/use-breaches';
import { useIssues } from '../../data/use-names';
import { useAddress } from '../../parts/address';
import { Dialog } from '../../parts/dialog';
import { FailureNotice } from '../../parts/failure-notice';
import { IssueCell } from '../../parts/issue-cell';
import { Moment } from '../../parts/moment';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { durationText, exactDurationText } from '../../text/duration';
import { newAddressOf as newComplaintOf } from '../complaints/complaints-address';
import { newAddressOf as newActionOf } from '../improvement/improvement-address';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { AskForm } from './ask-form';
import { agreementOf, breachTitle, originOf, overOf, tellingText } from './breach-text';
import { BREACHES } from './breaches-address';
import styles from './breaches.module.css';
import { ExceptionList } from './exception-list';
import { ExplainForm } from './explain-form';
import { HandBreachForm } from './hand-breach-form';
import { HeldTable } from './held-table';
import { SaidBefore } from './said-before';
import { SaidFacts } from './said-facts';
import { VerdictsSaid } from './verdicts-said';

interface Props {
  readonly id: string;
  readonly monitoring: MonitoringView;
}

/** One breach: what its timer measured, who held its issue when, what is said of it, and what was asked for. */
export function BreachPage({ id, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useBreach(id);
  return (
    <>
      <div>
        <TextButton onClick={() => go(BREACHES)}>{messages.text('breaches.back')}</TextButton>
      </div>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('breaches.failed')} />
      )}
      {data === undefined && !error && <DefinitionsSkeleton label={messages.text('breaches.loading')} />}
      {data === null && <Notice tone="warning">{messages.text('breaches.gone')}</Notice>}
      {data && <Loaded view={data} monitoring={monitoring} />}
    </>
  );
}

interface LoadedProps {
  readonly view: BreachView;
  readonly monitoring: MonitoringView;
}

function Loaded({ view: { row, held, history }, monitoring }: LoadedProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const [doing, setDoing] = useState<'explain' | 'ask'>();
  const { timer, said, exceptions } = row;
  const isByHand = said?.doc.byHand !== undefined;
  const close = (): void => setDoing(undefined);
  return (
    <>
      <h2 id="breaches" className="heading">
        {breachTitle(row, messages)}
      </h2>
      <Measured row={row} monitoring={monitoring} />
      <section className={styles['part']}>
        <h3 className="subheading">{messages.text('breaches.said.title')}</h3>
        {said ? (
          <SaidFacts doc={said.doc} monitoring={monitoring} />
        ) : (
          <p className="note">{messages.text('breaches.said.nothing')}</p>
        )}
        {timer && monitoring.mayEdit && (
          <Button onClick={() => setDoing('explain')}>{messages.text('breaches.explain.offer')}</Button>
        )}
        {isByHand && monitoring.mayMonitor && (
          <Button onClick={() => setDoing('explain')}>{messages.text('breaches.byHand.edit')}</Button>
        )}
        {history.length > 1 && <SaidBefore history={history.slice(1)} monitoring={monitoring} />}
      </section>
      {!isByHand && (
        <section className={styles['part']}>
          <h3 className="subheading">{messages.text('breaches.exception.title')}</h3>
          {exceptions.length > 0 ? (
            <ExceptionList exceptions={exceptions} monitoring={monitoring} />
          ) : (
            <p className="note">{messages.text('breaches.exception.none')}</p>
          )}
          {timer && monitoring.mayEdit && (
            <Button onClick={() => setDoing('ask')}>{messages.text('breaches.ask.offer')}</Button>
          )}
        </section>
      )}
      {monitoring.mayMonitor && (
        <div className="buttons">
          <Button onClick={() => go(...newActionOf(originOf(row)))}>
            {messages.text('improvement.planOne')}
          </Button>
          <Button onClick={() => go(...newComplaintOf({ breach: row.id, agreement: agreementOf(row) }))}>
            {messages.text('complaints.newOf')}
          </Button>
        </div>
      )}
      {timer && (
        <section className={styles['part']}>
          <h3 className="subheading">{messages.text('breaches.held.title')}</h3>
          {held ? (
            <HeldTable held={held} />
          ) : (
            <p className="note">{messages.text('breaches.held.unknown')}</p>
          )}
        </section>
      )}
      {doing === 'explain' && (
        <Dialog title={messages.text('breaches.explain.title')} close={close}>
          {isByHand ? (
            <HandBreachForm kept={said} monitoring={monitoring} close={close} removed={() => go(BREACHES)} />
          ) : (
            <ExplainForm rows={[row]} monitoring={monitoring} close={close} />
          )}
        </Dialog>
      )}
      {doing === 'ask' && (
        <Dialog title={messages.text('breaches.ask.title')} close={close}>
          <AskForm rows={[row]} close={close} />
        </Dialog>
      )}
    </>
  );
}

/** What its timer measured; of one by hand what was promised and given. */
function Measured({
  row,
  monitoring,
}: Pick<LoadedProps, 'monitoring'> & Pick<BreachView, 'row'>): ReactElement {
  const { messages } = useReader();
  const { timer, said } = row;
  const issues = useIssues(timer ? [timer.issue] : []);
  const now = clockNow();
  const over = overOf(row);
  const byHand = said?.doc.byHand;
  const name = monitoring.agreements.find(({ id }) => id === agreementOf(row))?.name ?? agreementOf(row);
  return (
    <>
      {timer && <VerdictsSaid timer={timer} />}
      <dl className={styles['facts']}>
        <dt>{messages.text('breaches.column.issue')}</dt>
        <dd>
          {timer ? (
            <IssueCell id={timer.issue} issue={issues?.get(timer.issue)} />
          ) : (
            (byHand?.issue ?? messages.text('breaches.said.none'))
          )}
        </dd>
        <dt>{messages.text('breaches.agreement')}</dt>
        <dd>{timer ? messages.text('panel.agreement', { name, revision: timer.version }) : name}</dd>
        <dt>{messages.text('breaches.column.happened')}</dt>
        <dd>
          <Moment at={row.happenedAt} calendarZone={undefined} now={now} />
        </dd>
        {timer && timer.within !== null && (
          <>
            <dt>{messages.text('breaches.promised')}</dt>
            <dd>
              {messages.text('board.goal', {
                goal: timer.goal ?? '',
                within: durationText(timer.within, messages),
              })}
            </dd>
            <dt>{messages.text('breaches.used')}</dt>
            <dd>
              {exactDurationText(timer.elapsed, messages)}
              {over !== undefined &&
                ` · ${messages.text('breaches.over', { over: durationText(over, messages) })}`}
            </dd>
          </>
        )}
        {byHand && (
          <>
            <dt>{messages.text('breaches.promised')}</dt>
            <dd>{byHand.promised}</dd>
            <dt>{messages.text('breaches.given')}</dt>
            <dd>{byHand.given}</dd>
          </>
        )}
        <dt>{messages.text('breaches.column.told')}</dt>
        <dd>{tellingText(row, messages)}</dd>
      </dl>
    </>
  );
}
