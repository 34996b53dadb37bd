import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useState, type ReactElement } from 'react';
import type { ActionView, PlanAgreement } from '../../../../../src/contract/improvement';
import { nonconformityParts, stateOf } from '../../../../../src/domain/improvement/improvement';
import { useAction, usePlan } from '../../data/use-improvement';
import { usePersons } from '../../data/use-rights';
import { useAddress } from '../../parts/address';
import { Dialog } from '../../parts/dialog';
import { FailureNotice } from '../../parts/failure-notice';
import { Moment } from '../../parts/moment';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { goToAgreement } from '../../platform/project';
import { datesText } from '../../text/day-text';
import { BREACHES, ONE as ONE_BREACH } from '../breaches/breaches-address';
import styles from '../breaches/breaches.module.css';
import { COMPLAINTS, ONE as ONE_COMPLAINT } from '../complaints/complaints-address';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { personName } from '../rights/person-name';
import { ActionEffect } from './action-effect';
import { ActionForm } from './action-form';
import { ActionHistory } from './action-history';
import { ActionIssue } from './action-issue';
import { ActionSteps } from './action-steps';
import { IMPROVEMENT } from './improvement-address';
import { ActionLozenge, targetText } from './improvement-text';

interface Props {
  readonly id: string;
  readonly mayMonitor: boolean;
}

/** One action: what is to be done, the issue in which it is, and the effect that it had. */
export function ActionPage({ id, mayMonitor }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useAction(id);
  const { plan } = usePlan({});
  return (
    <>
      <div className="unprinted">
        <TextButton onClick={() => go(IMPROVEMENT)}>{messages.text('improvement.back')}</TextButton>
      </div>
      {error && (
        <FailureNotice
          error={error}
          retry={() => void refetch()}
          title={messages.text('improvement.failed')}
        />
      )}
      {data === undefined && !error && <DefinitionsSkeleton label={messages.text('improvement.loading')} />}
      {data === null && <Notice tone="warning">{messages.text('improvement.gone')}</Notice>}
      {data && <Loaded view={data} agreements={plan?.agreements ?? []} mayMonitor={mayMonitor} />}
    </>
  );
}

interface LoadedProps {
  readonly view: ActionView;
  readonly agreements: readonly PlanAgreement[];
  readonly mayMonitor: boolean;
}

function Loaded({ view, agreements, mayMonitor }: LoadedProps): ReactElement {
  const { messages } = useReader();
  const [isEdited, setEdited] = useState(false);
  const { row, effect, history } = view;
  const state = stateOf(row.doc);
  const isSettled = state !== 'open' && state !== 'done';
  return (
    <>
      <h2 id="improvement" className="heading">
        {row.doc.title}
      </h2>
      <div className={styles['line']}>
        <ActionLozenge state={state} />
        {row.isLate && <Lozenge appearance="danger">{messages.text('improvement.late')}</Lozenge>}
      </div>
      <ActionFacts view={view} agreements={agreements} />
      {mayMonitor && (
        <div className={`${styles['part']} unprinted`}>
          <ActionSteps row={row}>
            {!isSettled && (
              <Button onClick={() => setEdited(true)}>{messages.text('improvement.edit')}</Button>
            )}
          </ActionSteps>
        </div>
      )}
      <ActionIssue row={row} mayChange={mayMonitor && !isSettled} />
      <ActionEffect action={row.doc} effect={effect} />
      {history.length > 1 && <ActionHistory history={history} agreements={agreements} />}
      {isEdited && (
        <Dialog title={messages.text('improvement.editTitle')} close={() => setEdited(false)}>
          <ActionForm
            kept={row}
            agreements={agreements}
            cancel={() => setEdited(false)}
            saved={() => setEdited(false)}
          />
        </Dialog>
      )}
    </>
  );
}

/** What is planned, by whom and why. */
function ActionFacts({ view, agreements }: Pick<LoadedProps, 'view' | 'agreements'>): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { doc } = view.row;
  const persons = usePersons([doc.owner, doc.planned.by]);
  const target = targetText(doc, agreements, messages);
  const { agreement, nonconformity, dropped, reopened } = doc;
  return (
    <dl className={styles['facts']}>
      {doc.description && (
        <>
          <dt>{messages.text('improvement.field.description')}</dt>
          <dd>{doc.description}</dd>
        </>
      )}
      <dt>{messages.text('improvement.field.kind')}</dt>
      <dd>{messages.text(`improvement.kind.${doc.kind}`)}</dd>
      <dt>{messages.text('improvement.field.source')}</dt>
      <dd>
        {messages.text(`improvement.source.${doc.source}`)} <SourceLink action={doc} />
      </dd>
      {target !== undefined && agreement !== undefined && (
        <>
          <dt>{messages.text('improvement.column.target')}</dt>
          <dd>
            {target}
            <div className="unprinted">
              <TextButton onClick={() => void goToAgreement(agreement)}>
                {messages.text('improvement.changeAgreement')}
              </TextButton>
            </div>
          </dd>
        </>
      )}
      <dt>{messages.text('improvement.field.owner')}</dt>
      <dd>{personName(persons.get(doc.owner), messages)}</dd>
      <dt>{messages.text('improvement.field.due')}</dt>
      <dd>{datesText({ date: doc.due }, reader)}</dd>
      <dt>{messages.text('improvement.planned')}</dt>
      <dd>
        <Moment at={doc.planned.at} calendarZone={undefined} now={clockNow()} /> ·{' '}
        {personName(persons.get(doc.planned.by), messages)}
      </dd>
      {nonconformity &&
        nonconformityParts
          .filter((part) => nonconformity[part])
          .map((part) => (
            <div key={part} className={styles['fact']}>
              <dt>{messages.text(`improvement.nonconformity.${part}`)}</dt>
              <dd>{nonconformity[part]}</dd>
            </div>
          ))}
      {dropped && (
        <>
          <dt>{messages.text('improvement.droppedBecause')}</dt>
          <dd>{dropped.reason}</dd>
        </>
      )}
      {reopened && (
        <>
          <dt>{messages.text('improvement.reopenedBecause')}</dt>
          <dd>{reopened.reason}</dd>
        </>
      )}
    </dl>
  );
}

/** Leads to what an action comes from. */
function SourceLink({ action }: { readonly action: ActionView['row']['doc'] }): ReactElement | null {
  const { messages } = useReader();
  const { go } = useAddress();
  const { source, sourceId } = action;
  if (sourceId === undefined) return null;
  switch (source) {
    case 'breach':
      return (
        <TextButton onClick={() => go(BREACHES, ONE_BREACH, sourceId)}>
          {messages.text('improvement.showSource')}
        </TextButton>
      );
    case 'complaint':
      return (
        <TextButton onClick={() => go(COMPLAINTS, ONE_COMPLAINT, sourceId)}>
          {messages.text('improvement.showSource')}
        </TextButton>
      );
    default:
      return null;
  }
}
