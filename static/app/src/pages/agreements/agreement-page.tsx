import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { AgreementView } from '../../../../../src/contract/agreements';
import { stepsFrom } from '../../../../../src/domain/agreement/life';
import { useAgreement } from '../../data/use-agreements';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { dateText } from '../../text/when';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { AgreementStateLozenge } from './agreement-state';
import styles from './agreements.module.css';
import { EDIT, PUBLISH } from './agreements-section';
import { AgreementCases } from './cases/agreement-cases';
import { History } from './history';
import { LatestSaid } from './latest-said';
import { offeredSteps, StepDialog, type OfferedStep } from './step-dialog';

/** One agreement: how it stands, what it says, what can be done with it, and all that ever was. */
export function AgreementPage({ id }: { readonly id: string }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useAgreement(id);
  return (
    <section className="section" aria-labelledby="agreement">
      <div>
        <TextButton onClick={() => go('agreements')}>{messages.text('agreements.back')}</TextButton>
      </div>
      {error && (
        <FailureNotice
          error={error}
          retry={() => void refetch()}
          title={messages.text('agreements.failedOne')}
        />
      )}
      {data === undefined && !error && <DefinitionsSkeleton label={messages.text('agreements.loading')} />}
      {data === null && <Notice tone="warning">{messages.text('agreements.gone')}</Notice>}
      {data && <Shown view={data} reload={() => void refetch()} />}
    </section>
  );
}

interface ShownProps {
  readonly view: AgreementView;
  readonly reload: () => void;
}

function Shown({ view, reload }: ShownProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const [step, setStep] = useState<OfferedStep>();
  const { row, draft } = view;
  const steps = offeredSteps.filter(
    (each) =>
      stepsFrom(row.state).includes(each) &&
      (each !== 'continue' || row.isEndPlanned) &&
      row.version !== null,
  );
  return (
    <>
      <div className={styles['titled']}>
        <h2 id="agreement" className="heading">
          {row.name || messages.text('agreements.unnamed')}
        </h2>
        <AgreementStateLozenge state={row.state} />
      </div>
      <Standing view={view} />
      <div className="buttons">
        {draft && (
          <Button appearance="primary" onClick={() => go('agreements', row.id, PUBLISH)}>
            {messages.text('agreements.toPublish')}
          </Button>
        )}
        <Button appearance={draft ? 'default' : 'primary'} onClick={() => go('agreements', row.id, EDIT)}>
          {messages.text(draft ? 'agreements.goOn' : 'agreements.change')}
        </Button>
        {steps.map((each) => (
          <Button key={each} onClick={() => setStep(each)}>
            {messages.text(`agreements.step.${each}.offer`)}
          </Button>
        ))}
      </div>
      {step && <StepDialog step={step} view={view} close={() => setStep(undefined)} reload={reload} />}
      <LatestSaid view={view} />
      {row.version !== null && <AgreementCases id={row.id} />}
      <History view={view} />
    </>
  );
}

/** How it stands, in a sentence for each thing that there is to say. */
function Standing({ view: { row, draft } }: Pick<ShownProps, 'view'>): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const now = clockNow();
  const date = (at: number | null): string => (at === null ? '' : dateText(at as typeof now, now, reader));
  return (
    <div>
      {row.version !== null && (
        <p>
          {messages.text(row.state === 'scheduled' ? 'agreements.willHold' : 'agreements.holds', {
            version: row.version,
            kind: messages.text(`settings.agreementKind.${row.kind}`),
          })}
        </p>
      )}
      {row.suspendedSince !== null && (
        <p>{messages.text('agreements.suspendedSince', { date: date(row.suspendedSince) })}</p>
      )}
      {row.endsAt !== null && (
        <p>
          {messages.text(row.endsAt <= now ? 'agreements.endedOn' : 'agreements.endsOn', {
            date: date(row.endsAt),
          })}
        </p>
      )}
      {row.scheduled.map(({ version, from }) => (
        <p key={version}>{messages.text('agreements.next', { version, date: date(from) })}</p>
      ))}
      {draft && <p>{messages.text('agreements.drafted', { date: date(draft.at) })}</p>}
    </div>
  );
}
