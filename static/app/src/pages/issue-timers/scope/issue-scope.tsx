import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useState, type ReactElement } from 'react';
import type { IssueScope as Scope } from '../../../../../../src/contract/out-of-scope';
import {
  stateOf,
  stepsOpenTo,
  type ServingStep,
} from '../../../../../../src/domain/out-of-scope/out-of-scope';
import { useIssueScope } from '../../../data/use-scope';
import { Dialog } from '../../../parts/dialog';
import { FailureNotice } from '../../../parts/failure-notice';
import { useReader } from '../../../parts/reader-context';
import styles from '../../breaches/breaches.module.css';
import { ScopeSaid } from '../../out-of-scope/scope-said';
import { ServingLozenge } from '../../out-of-scope/serving-lozenge';
import { StepForm } from '../../out-of-scope/step-form';
import { TellForm } from '../../out-of-scope/tell-form';

/** An issue that no agreement covers: whether the customer was told, and whether it is served anyway (M5). */
export function IssueScope({ issueId }: { readonly issueId: string }): ReactElement | null {
  const { messages } = useReader();
  const { data, error, refetch } = useIssueScope(issueId);
  if (error && !data) {
    return (
      <FailureNotice error={error} retry={() => void refetch()} title={messages.text('scope.panel.failed')} />
    );
  }
  return data ? <Loaded issueId={issueId} scope={data} /> : null;
}

interface Props {
  readonly issueId: string;
  readonly scope: Scope;
}

function Loaded({ issueId, scope }: Props): ReactElement {
  const { messages } = useReader();
  const [doing, setDoing] = useState<ServingStep | 'tell'>();
  const { doc, revision, account, mayComment, mayMonitor } = scope;
  const state = doc ? stateOf(doc) : 'found';
  const steps = stepsOpenTo(doc ?? undefined, account).filter((step) =>
    step === 'approve' || step === 'refuse' ? mayMonitor : mayComment,
  );
  const close = (): void => setDoing(undefined);
  return (
    <section className={styles['part']} aria-labelledby="scope">
      <div className={styles['line']}>
        <h2 id="scope" className="subheading">
          {messages.text('scope.title')}
        </h2>
        {state === 'found' ? (
          <Lozenge appearance={doc?.told ? 'neutral' : 'warning'}>
            {messages.text(doc?.told ? 'scope.isTold' : 'scope.count.untold')}
          </Lozenge>
        ) : (
          <ServingLozenge state={state} />
        )}
      </div>
      <ScopeSaid doc={doc} />
      {state === 'asked' && doc?.asked?.by === account && (
        <p className="note">{messages.text('scope.panel.own')}</p>
      )}
      <div className="buttons">
        {mayComment && !doc?.told && (
          <Button spacing="compact" onClick={() => setDoing('tell')}>
            {messages.text('scope.panel.tell')}
          </Button>
        )}
        {steps.map((step) => (
          <Button key={step} spacing="compact" onClick={() => setDoing(step)}>
            {messages.text(`scope.step.${step}`)}
          </Button>
        ))}
      </div>
      {doing === 'tell' && (
        <Dialog title={messages.text('scope.tell.title')} close={close}>
          <TellForm issueId={issueId} scope={scope} close={close} />
        </Dialog>
      )}
      {doing && doing !== 'tell' && (
        <Dialog title={messages.text(`scope.stepTitle.${doing}`)} close={close}>
          <StepForm step={doing} issue={issueId} revision={revision} close={close} />
        </Dialog>
      )}
    </section>
  );
}
