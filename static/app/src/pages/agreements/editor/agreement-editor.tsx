import { lazy, Suspense, useMemo, useState, type ReactElement } from 'react';
import type { CalendarsView } from '../../../../../../src/contract/calendars';
import type { AgreementDraft } from '../../../../../../src/domain/agreement/draft';
import type { Finding } from '../../../../../../src/domain/agreement/lint';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { Dialog } from '../../../parts/dialog';
import { InputField } from '../../../parts/field';
import { ReaderProvider, useReader } from '../../../parts/reader-context';
import { knowingFields } from '../../../text/fact-text';
import { instantOf, wallInput } from '../../../text/wall-input';
import { zoneText } from '../../../text/when';
import { EditorProvider } from './editor-context';
import styles from './editor.module.css';
import { HeadPart } from './head-part';
import { MetricList } from './metric-list';
import { PeriodicPart } from './periodic/periodic-part';
import { PriorityPart } from './priority/priority-part';

const AlertsPreview = lazy(async () => ({
  default: (await import('./alerts/alerts-preview')).AlertsPreview,
}));

interface Props {
  readonly text: AgreementDraft;
  readonly change: (text: AgreementDraft) => void;
  /** What `checkDraft` found, and the server. */
  readonly findings: readonly Finding[];
  readonly shape: ProjectShape;
  readonly calendars: CalendarsView;
  readonly now: Instant;
}

/** Edits one agreement. It keeps nothing itself: every change is handed on, however unfinished. */
export function AgreementEditor({ text, change, findings, shape, calendars, now }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const [start, setStart] = useState<string>();
  const [isPreviewing, setPreviewing] = useState(false);
  const startsAt = (start === undefined ? undefined : instantOf(start, reader.zone)) ?? now;
  const knowing = useMemo(
    () => knowingFields(reader, new Map(shape.fields.map(({ id, name }) => [id, name]))),
    [reader, shape],
  );
  const editor = useMemo(
    () => ({ shape, calendars, findings, now, startsAt }),
    [shape, calendars, findings, now, startsAt],
  );
  return (
    <ReaderProvider value={knowing}>
      <EditorProvider value={editor}>
        <div className={styles['editor']}>
          <HeadPart text={text} change={change} />
          <div className={styles['fields']}>
            <InputField
              label={messages.text('agreement.edit.example.label')}
              help={messages.text('agreement.edit.example.help', {
                zone: zoneText(reader.zone, now, reader),
              })}
              type="datetime-local"
              value={start ?? wallInput(now, reader.zone)}
              change={setStart}
            />
          </div>
          <MetricList
            metrics={text.metrics}
            change={(metrics) => change({ ...text, metrics })}
            previewAlerts={() => setPreviewing(true)}
          />
          <PeriodicPart text={text} change={change} />
          <PriorityPart text={text} change={change} />
        </div>
        {isPreviewing && (
          <Dialog
            title={messages.text('agreement.edit.alert.preview.ask')}
            isWide
            close={() => setPreviewing(false)}
          >
            <Suspense>
              <AlertsPreview text={text} close={() => setPreviewing(false)} />
            </Suspense>
          </Dialog>
        )}
      </EditorProvider>
    </ReaderProvider>
  );
}
