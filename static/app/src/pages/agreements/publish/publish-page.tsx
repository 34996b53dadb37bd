import type { ReactElement } from 'react';
import type { AgreementView } from '../../../../../../src/contract/agreements';
import { knownAmong } from '../../../../../../src/domain/agreement/known-field';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import { writeAgreement } from '../../../../../../src/domain/agreement/write-agreement';
import { useAgreement, useDraftReview } from '../../../data/use-agreements';
import { useProjectShape } from '../../../data/use-project-shape';
import { useAddress } from '../../../parts/address';
import { FailureNotice } from '../../../parts/failure-notice';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import { problemText } from '../../../text/failure-text';
import { DefinitionsSkeleton } from '../../project-settings/definitions-skeleton';
import { EDIT } from '../agreements-section';
import { AgreementSaid } from '../said/agreement-said';
import { DifferenceTable } from '../said/difference-table';
import { differencesOf } from '../said/differences';
import { linesOf } from '../said/lines';
import { useKnowingReader } from '../said/use-knowing-reader';
import { useKnown } from '../said/use-known';
import { PublishForm } from './publish-form';

/** All that somebody must see before the next version of an agreement comes into force. */
export function PublishPage({ id }: { readonly id: string }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const view = useAgreement(id);
  const shape = useProjectShape();
  const failed = [view, shape].find(({ error }) => error);
  return (
    <section className="section" aria-labelledby="publish">
      <div>
        <TextButton onClick={() => go('agreements', id, EDIT)}>
          {messages.text('agreements.backToDraft')}
        </TextButton>
      </div>
      {failed?.error && <FailureNotice error={failed.error} retry={() => void failed.refetch()} />}
      {(!view.data || !shape.data) && !failed && view.data !== null && (
        <DefinitionsSkeleton label={messages.text('agreements.loading')} />
      )}
      {view.data !== undefined && !view.data?.draft && (
        <Notice tone="warning">{messages.text('problem.draft.gone')}</Notice>
      )}
      {view.data?.draft && shape.data && (
        <Shown view={view.data} shape={shape.data} reload={() => void view.refetch()} />
      )}
    </section>
  );
}

interface ShownProps {
  readonly view: AgreementView;
  readonly shape: ProjectShape;
  readonly reload: () => void;
}

function Shown({ view, shape, reload }: ShownProps): ReactElement | null {
  const { messages } = useReader();
  const reader = useKnowingReader(shape);
  const { row, draft, latest } = view;
  const known = useKnown(latest, draft?.doc.text ?? null);
  const review = useDraftReview(row.id, view.draftRevision);
  if (!draft) return null;
  const { text, basedOn } = draft.doc;
  const lines = linesOf(text, known, reader);
  const before = latest
    ? linesOf(writeAgreement(latest, knownAmong(shape.fields)), known, reader)
    : undefined;
  return (
    <>
      <h2 id="publish" className="heading">
        {messages.text('agreements.publish.title', {
          name: text.name || messages.text('agreements.unnamed'),
          version: basedOn + 1,
        })}
      </h2>
      {review.error && <FailureNotice error={review.error} retry={() => void review.refetch()} />}
      {!review.data && !review.error && (
        <DefinitionsSkeleton label={messages.text('agreements.publish.checking')} />
      )}
      {review.data && <Findings id={row.id} review={review.data} />}
      <div>
        <h3 className="subheading">
          {before
            ? messages.text('agreements.publish.difference', { version: basedOn })
            : messages.text('agreements.publish.says')}
        </h3>
        {before ? (
          <DifferenceTable differences={differencesOf(before, lines)} />
        ) : (
          <AgreementSaid heading="h4" lines={lines} />
        )}
      </div>
      {review.data?.problems.length === 0 && (
        <PublishForm
          view={view}
          draft={draft}
          cases={review.data.cases}
          reload={reload}
          reviewAgain={() => void review.refetch()}
        />
      )}
    </>
  );
}

interface FindingsProps {
  readonly id: string;
  readonly review: NonNullable<ReturnType<typeof useDraftReview>['data']>;
}

/** What must be mended, and what somebody should look at. */
function Findings({ id, review: { problems, warnings } }: FindingsProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  if (problems.length === 0 && warnings.length === 0) {
    return <Notice tone="success">{messages.text('agreements.publish.sound')}</Notice>;
  }
  const list = (found: typeof problems): ReactElement => (
    <ul>
      {found.map((each, index) => (
        <li key={index}>{problemText(each, messages)}</li>
      ))}
    </ul>
  );
  return (
    <>
      {problems.length > 0 && (
        <Notice
          tone="error"
          title={messages.text('agreements.publish.mustMend', { count: problems.length })}
          action={
            <TextButton onClick={() => go('agreements', id, EDIT)}>
              {messages.text('agreements.goOn')}
            </TextButton>
          }
        >
          {list(problems)}
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="warning" title={messages.text('agreements.publish.lookAt', { count: warnings.length })}>
          {list(warnings)}
        </Notice>
      )}
    </>
  );
}
