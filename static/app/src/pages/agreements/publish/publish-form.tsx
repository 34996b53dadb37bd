import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { AgreementView, DraftReview } from '../../../../../../src/contract/agreements';
import { usePublishDraft } from '../../../data/use-agreements';
import { draftFile } from '../../../data/draft-file';
import { useRulesPreview } from '../../../data/use-rules-preview';
import { useAddress } from '../../../parts/address';
import { AreaField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import { CallFailure } from '../../../platform/call-failure';
import { clockNow } from '../../../platform/clock';
import { wallInput } from '../../../text/wall-input';
import styles from '../agreements.module.css';
import { NotSaved } from '../not-saved';
import { CasesReview } from './cases-review';
import { RunningTimers } from './running-timers';

interface Props {
  readonly view: AgreementView;
  readonly draft: NonNullable<AgreementView['draft']>;
  readonly cases: DraftReview['cases'];
  readonly reload: () => void;
  /** Has the server look once more at what the draft comes to. */
  readonly reviewAgain: () => void;
}

/** From when on it holds, what it does to timers that run, and why; then it is published. */
export function PublishForm({ view, draft, cases, reload, reviewAgain }: Props): ReactElement {
  const { messages } = useReader();
  const { replace } = useAddress();
  const publishing = usePublishDraft();
  const [reason, setReason] = useState('');
  const [appliesToRunning, setAppliesToRunning] = useState(false);
  /** The mark of what was ticked: results that have changed since need another tick. */
  const [accepted, setAccepted] = useState<string>();
  const [wasPublished, setWasPublished] = useState(false);
  const { text } = draft.doc;
  const today = wallInput(clockNow(), text.timeZone).slice(0, 10);
  const isLater = text.effectiveFrom > today;
  const isFirst = draft.doc.basedOn === 0;
  // What is to come later is previewed as if it came today: by then other timers run.
  const preview = useRulesPreview(
    draftFile({ ...text, effectiveFrom: isLater ? today : text.effectiveFrom }),
    true,
  );

  const isAccepted = cases !== null && accepted === cases.mark;
  const mayPublish = isAccepted || !cases || cases.differing.length === 0;

  const publish = (event: FormEvent): void => {
    event.preventDefault();
    setWasPublished(true);
    if (publishing.isPending || !mayPublish) return;
    const isSeen = appliesToRunning && preview.state === 'done' && preview.sum !== undefined;
    publishing.mutate(
      {
        agreement: view.row.id,
        seen: view.draftRevision,
        appliesToRunning: isSeen,
        ...(isSeen && { previewed: preview.sum.rules }),
        ...(isAccepted && { accepted }),
        reason,
      },
      {
        onSuccess: () => replace('agreements', view.row.id),
        onError: (error) => {
          const problems = error instanceof CallFailure ? error.problems : [];
          if (problems.some(({ code }) => code === 'case.differ')) reviewAgain();
        },
      },
    );
  };

  return (
    <form onSubmit={publish} className="section" noValidate>
      <div>
        <h3 className="subheading">{messages.text('agreements.publish.when')}</h3>
        <p>
          {messages.text(
            isLater
              ? 'agreements.publish.later'
              : isFirst
                ? 'agreements.publish.first'
                : 'agreements.publish.now',
            { date: text.effectiveFrom, zone: text.timeZone },
          )}
        </p>
      </div>
      <RunningTimers
        preview={preview}
        isLater={isLater}
        isFirst={isFirst}
        appliesToRunning={appliesToRunning}
        change={setAppliesToRunning}
      />
      {cases && (
        <CasesReview
          id={view.row.id}
          review={cases}
          isAccepted={isAccepted}
          accept={(isRight) => setAccepted(isRight ? cases.mark : undefined)}
          mistake={wasPublished && !mayPublish ? messages.text('case.review.mustAccept') : undefined}
        />
      )}
      <div className={styles['form']}>
        <AreaField
          label={messages.text('agreements.publish.reason')}
          help={messages.text('agreements.publish.reasonHelp')}
          value={reason}
          change={setReason}
        />
      </div>
      {publishing.error && <NotSaved error={publishing.error} reload={reload} />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={publishing.isPending}>
          {messages.text(isLater ? 'agreements.publish.schedule' : 'agreements.publish.publish')}
        </Button>
      </div>
    </form>
  );
}
