import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import { MOST_AT_ONCE, type BreachRow, type MonitoringView } from '../../../../../src/contract/breaches';
import { stateOf } from '../../../../../src/domain/breach/exception';
import type { Instant } from '../../../../../src/domain/time/instant';
import { readAllBreaches, useBreaches } from '../../data/use-breaches';
import { readIssues } from '../../data/use-names';
import { useAddress } from '../../parts/address';
import { Dialog } from '../../parts/dialog';
import { ExportButton } from '../../parts/export-button';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { AskForm } from './ask-form';
import { BreachFilters } from './breach-filters';
import { BreachTable } from './breach-table';
import { addressOf, BREACHES, CAUSES, NEW, ONE, type BreachChoice } from './breaches-address';
import { breachesCsv } from './breaches-csv';
import styles from './breaches.module.css';
import { ExplainForm } from './explain-form';
import { StepForm } from './step-form';

interface Props {
  readonly choice: BreachChoice;
  /** The time that the choice names. */
  readonly span: { readonly from: Instant; readonly to: Instant };
  readonly monitoring: MonitoringView;
}

type Act = 'explain' | 'ask' | 'approve';

/** The breach register: what a period and filters show of it, and what can be done with several at once. */
export function Register({ choice, span, monitoring }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const wanted = { ...span, ...choice.filter };
  const { rows, error, ...register } = useBreaches(wanted);
  const [chosenIds, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<Act>();
  const choose = (next: BreachChoice): void => {
    setChosen(new Set());
    go(...addressOf(next));
  };
  const chosen = (rows ?? []).filter(({ id }) => chosenIds.has(id)).slice(0, MOST_AT_ONCE);
  return (
    <>
      <div className="section-head">
        <h2 id="breaches" className="heading">
          {messages.text('breaches.title')}
        </h2>
        <div className="buttons">
          {monitoring.mayMonitor && (
            <>
              <Button onClick={() => go(BREACHES, NEW)}>{messages.text('breaches.byHand.new')}</Button>
              <Button onClick={() => go(BREACHES, CAUSES)}>{messages.text('breaches.causes.title')}</Button>
            </>
          )}
          <ExportButton
            label={messages.text('breaches.csv.export')}
            name={messages.text('breaches.csv.name')}
            text={async () => {
              const all = await readAllBreaches(wanted);
              const issues = await readIssues(all.flatMap(({ timer }) => timer?.issue ?? []));
              return breachesCsv(all, { monitoring, issues, now: clockNow() }, reader);
            }}
          />
        </div>
      </div>
      <p className="note">{messages.text('breaches.intro')}</p>
      <BreachFilters choice={choice} choose={choose} monitoring={monitoring} />
      {error && (
        <FailureNotice error={error} retry={register.retry} title={messages.text('breaches.failed')} />
      )}
      {!rows && !error && <DefinitionsSkeleton label={messages.text('breaches.loading')} />}
      {rows && rows.length === 0 && !register.hasMore && (
        <Notice tone="information">{messages.text('breaches.nothing')}</Notice>
      )}
      {rows && (rows.length > 0 || register.hasMore) && (
        <div className={styles['list']} aria-busy={register.isOutdated}>
          {monitoring.mayEdit && (
            <Chosen rows={chosen} monitoring={monitoring} act={setAct} clear={() => setChosen(new Set())} />
          )}
          <BreachTable
            rows={rows}
            monitoring={monitoring}
            chosen={chosenIds}
            choose={setChosen}
            open={(id) => go(BREACHES, ONE, id)}
          />
          <div className={styles['bar']}>
            <p className="note">{messages.text('breaches.shown', { count: rows.length })}</p>
            {register.hasMore && (
              <Button onClick={register.readMore} isLoading={register.isReadingMore}>
                {messages.text('board.more')}
              </Button>
            )}
          </div>
        </div>
      )}
      {act && chosen.length > 0 && (
        <ActDialog
          act={act}
          rows={chosen}
          monitoring={monitoring}
          close={() => setAct(undefined)}
          done={() => setChosen(new Set())}
        />
      )}
    </>
  );
}

/** What of several is waiting for somebody else than the reader to decide. */
const toDecide = (rows: readonly BreachRow[], account: string) =>
  rows.flatMap(({ exceptions }) =>
    exceptions.filter(({ doc }) => stateOf(doc) === 'asked' && doc.asked.by !== account),
  );

interface ChosenProps {
  readonly rows: readonly BreachRow[];
  readonly monitoring: MonitoringView;
  readonly act: (act: Act) => void;
  readonly clear: () => void;
}

/** What can be done with those that were chosen. */
function Chosen({ rows, monitoring, act, clear }: ChosenProps): ReactElement {
  const { messages } = useReader();
  const isNone = rows.length === 0;
  const waiting = toDecide(rows, monitoring.account);
  return (
    <div className={styles['bar']}>
      <p role="status">{messages.text('breaches.chosen', { count: rows.length })}</p>
      <div className="buttons">
        <Button isDisabled={isNone} onClick={() => act('explain')}>
          {messages.text('breaches.explain.offer')}
        </Button>
        <Button isDisabled={isNone} onClick={() => act('ask')}>
          {messages.text('breaches.ask.offer')}
        </Button>
        {monitoring.mayMonitor && waiting.length > 0 && (
          <Button onClick={() => act('approve')}>
            {messages.text('breaches.approveMany', { count: waiting.length })}
          </Button>
        )}
        {!isNone && (
          <Button appearance="subtle" onClick={clear}>
            {messages.text('breaches.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ActProps {
  readonly act: Act;
  readonly rows: readonly BreachRow[];
  readonly monitoring: MonitoringView;
  readonly close: () => void;
  readonly done: () => void;
}

function ActDialog({ act, rows, monitoring, close, done }: ActProps): ReactElement {
  const { messages } = useReader();
  const exceptions = toDecide(rows, monitoring.account).slice(0, MOST_AT_ONCE);
  const title = {
    explain: messages.text('breaches.explain.title'),
    ask: messages.text('breaches.ask.title'),
    approve: messages.text('breaches.stepTitle.approve', { count: exceptions.length }),
  }[act];
  return (
    <Dialog title={title} close={close}>
      {act === 'explain' && <ExplainForm {...{ rows, monitoring, close, done }} />}
      {act === 'ask' && <AskForm {...{ rows, close, done }} />}
      {act === 'approve' && <StepForm step="approve" {...{ exceptions, close, done }} />}
    </Dialog>
  );
}
