import Button from '@atlaskit/button/new';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { AgreementView } from '../../../../../src/contract/agreements';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import type { AgreementDraft } from '../../../../../src/domain/agreement/draft';
import { knownAmong } from '../../../../../src/domain/agreement/known-field';
import type { ProjectShape } from '../../../../../src/domain/agreement/project-shape';
import { writeAgreement } from '../../../../../src/domain/agreement/write-agreement';
import { useAgreement, useSaveDraft } from '../../data/use-agreements';
import { useCalendars } from '../../data/use-calendars';
import { useProjectShape } from '../../data/use-project-shape';
import { useAddress, useUnsaved } from '../../parts/address';
import { Dialog } from '../../parts/dialog';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { wallInput } from '../../text/wall-input';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { PUBLISH } from './agreements-section';
import { DetailsPart } from './details/details-part';
import { AgreementEditor } from './editor/agreement-editor';
import { checkDraft } from './editor/check-draft';
import { NotSaved } from './not-saved';
import { ServicesPart } from './services/services-part';

/** Writes the next version of an agreement. */
export function DraftPage({ id }: { readonly id: string }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const [reloads, setReloads] = useState(0);
  const view = useAgreement(id);
  const shape = useProjectShape();
  const calendars = useCalendars('project');
  const failed = [view, shape, calendars].find(({ error }) => error);
  const isThere = view.data && shape.data && calendars.data;
  return (
    <section className="section" aria-labelledby="draft">
      <div>
        <TextButton onClick={() => go('agreements', id)}>{messages.text('agreements.backToOne')}</TextButton>
      </div>
      {failed?.error && <FailureNotice error={failed.error} retry={() => void failed.refetch()} />}
      {view.data === null && <Notice tone="warning">{messages.text('agreements.gone')}</Notice>}
      {!isThere && !failed && view.data !== null && (
        <DefinitionsSkeleton label={messages.text('agreements.loading')} />
      )}
      {view.data && shape.data && calendars.data && (
        <DraftForm
          key={reloads}
          view={view.data}
          shape={shape.data}
          calendars={calendars.data}
          reload={() => void view.refetch().then(() => setReloads(reloads + 1))}
        />
      )}
    </section>
  );
}

interface FormProps {
  readonly view: AgreementView;
  readonly shape: ProjectShape;
  readonly calendars: CalendarsView;
  readonly reload: () => void;
}

function DraftForm({ view, shape, calendars, reload }: FormProps): ReactElement {
  const { messages } = useReader();
  const { go, replace } = useAddress();
  const saving = useSaveDraft();
  const [now] = useState(clockNow);
  const { row } = view;
  const [kept, setKept] = useState({ text: firstText(view, shape), seen: view.draftRevision });
  const [text, setText] = useState(kept.text);
  const [isDiscarding, setIsDiscarding] = useState(false);
  /** To publish what is written, once nothing of it is unsaved. */
  const [isLeaving, setIsLeaving] = useState(false);
  const isChanged = JSON.stringify(text) !== JSON.stringify(kept.text);
  const isSaved = !isChanged && saving.isSuccess;
  useUnsaved(isChanged);
  const findings = useMemo(
    () => checkDraft(text, { shape, calendars, others: [] }, now),
    [text, shape, calendars, now],
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const basedOn = view.draft?.doc.basedOn ?? latestVersion(view);

  const change = (next: AgreementDraft): void => {
    setText(next);
    if (!saving.isPending) saving.reset();
  };
  useEffect(() => {
    if (isLeaving && !isChanged) go('agreements', row.id, PUBLISH);
  }, [isLeaving, isChanged, go, row.id]);
  const save = (then?: () => void): void => {
    if (saving.isPending) return;
    saving.mutate(
      { doc: { id: row.id, basedOn, text }, seen: kept.seen },
      {
        onSuccess: (saved) => {
          setKept({ text, seen: saved?.draftRevision ?? kept.seen + 1 });
          then?.();
        },
      },
    );
  };
  const discard = (): void => {
    saving.mutate(
      { doc: { id: row.id, basedOn, text: kept.text, closed: 'discarded' }, seen: kept.seen },
      {
        onSuccess: () => {
          setText(kept.text);
          if (row.version === null) replace('agreements');
          else replace('agreements', row.id);
        },
        onSettled: () => setIsDiscarding(false),
      },
    );
  };

  return (
    <>
      <h2 id="draft" className="heading">
        {messages.text('agreements.draftOf', {
          name: text.name || messages.text('agreements.unnamed'),
          version: basedOn + 1,
        })}
      </h2>
      <ServicesPart text={text} change={change} shape={shape} />
      <AgreementEditor
        text={text}
        change={change}
        findings={findings}
        shape={shape}
        calendars={calendars}
        now={now}
      />
      <DetailsPart text={text} change={change} />
      {saving.error && <NotSaved error={saving.error} reload={reload} />}
      {errors > 0 && (
        <Notice tone="warning">{messages.text('agreements.stillToMend', { count: errors })}</Notice>
      )}
      {isSaved && <Notice tone="success">{messages.text('agreements.draftSaved')}</Notice>}
      <div className="buttons">
        <Button
          appearance="primary"
          isLoading={saving.isPending}
          onClick={() => save(() => setIsLeaving(true))}
        >
          {messages.text('agreements.saveAndPublish')}
        </Button>
        <Button isDisabled={saving.isPending} onClick={() => save()}>
          {messages.text('agreements.saveDraft')}
        </Button>
        {view.draft && (
          <Button isDisabled={saving.isPending} onClick={() => setIsDiscarding(true)}>
            {messages.text('agreements.discard')}
          </Button>
        )}
      </div>
      {isDiscarding && (
        <Dialog title={messages.text('agreements.discarding.title')} close={() => setIsDiscarding(false)}>
          <p>{messages.text('agreements.discarding.text')}</p>
          <div className="buttons">
            <Button appearance="danger" isLoading={saving.isPending} onClick={discard}>
              {messages.text('agreements.discard')}
            </Button>
            <Button onClick={() => setIsDiscarding(false)}>{messages.text('agreements.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

const latestVersion = ({ versions }: AgreementView): number => versions[0]?.version ?? 0;

/** The draft as it was saved, or what is in force as the beginning of the next version, which holds from today on. */
function firstText({ draft, latest, row }: AgreementView, shape: ProjectShape): AgreementDraft {
  if (draft) return draft.doc.text;
  const today = (zone: string): string => wallInput(clockNow(), zone).slice(0, 10);
  if (latest) {
    const text = writeAgreement(latest, knownAmong(shape.fields));
    return { ...text, effectiveFrom: today(latest.timeZone) };
  }
  const { id, kind, name } = row;
  return { id, kind, name, timeZone: 'UTC', effectiveFrom: today('UTC'), metrics: [] };
}
