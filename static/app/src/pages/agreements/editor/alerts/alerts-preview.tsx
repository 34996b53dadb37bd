import Button from '@atlaskit/button/new';
import { useId, useMemo, type ReactElement } from 'react';
import type { AgreementDraft, ThresholdDraft } from '../../../../../../../src/domain/agreement/draft';
import { actionSummary } from '../../../../../../../src/domain/alert/action-summary';
import { draftFile } from '../../../../data/draft-file';
import { useAlertsPreview, type AlertsPreviewSum } from '../../../../data/use-alerts-preview';
import { usePeople } from '../../../../data/use-names';
import { ProgressBar } from '../../../../parts/progress-bar';
import { useReader } from '../../../../parts/reader-context';
import { useActionText } from '../../../../parts/use-action-text';
import { clockNow } from '../../../../platform/clock';
import { periodText } from '../../../../text/when';
import { busiestHour } from '../../../../../../../src/domain/alert/busiest-hour';
import { later, hours } from '../../../../../../../src/domain/time/instant';
import styles from '../editor.module.css';
import { PreviewFailed } from './preview-failed';
import { ToldTable } from './told-table';

interface Props {
  readonly text: AgreementDraft;
  readonly close: () => void;
}

/** Whom the draft would have told in the last 30 days, so that a storm of alerts is seen before it comes (M2). */
export function AlertsPreview({ text, close }: Props): ReactElement {
  const { messages } = useReader();
  const id = useId();
  const file = useMemo(() => draftFile(text), [text]);
  const { state, sum, error, stop, goOn } = useAlertsPreview(file);
  const alerts = text.metrics.reduce((count, { thresholds = [] }) => count + thresholds.length, 0);
  const isAtWork = state === 'waiting' || state === 'reading';
  return (
    <>
      <p className="note">{messages.text('agreement.edit.alert.preview.basis')}</p>
      {isAtWork && (
        <div className={styles['part']}>
          <span id={id}>{messages.text('agreement.edit.alert.preview.reading')}</span>
          <ProgressBar done={sum?.read ?? 0} total={sum?.total ?? null} labelledBy={id} />
        </div>
      )}
      <div role="status">
        {sum && (
          <>
            <p>
              {messages.text(`agreement.edit.alert.preview.${state === 'done' ? 'whole' : 'part'}`, {
                read: sum.read,
                total: Math.max(sum.total ?? 0, sum.read),
                covered: sum.covered,
              })}
            </p>
            {(sum.told.length === 0 || alerts > 1) && (
              <p className="subheading">
                <Crowd told={sum.told} />
              </p>
            )}
          </>
        )}
      </div>
      {error && <PreviewFailed error={error} retry={goOn} />}
      {sum && sum.told.length > 0 && <Targets text={text} sum={sum} />}
      <div className="buttons">
        <Button onClick={close}>{messages.text('agreement.edit.alert.preview.close')}</Button>
        {state === 'reading' && <Button onClick={stop}>{messages.text('start.preview.stop')}</Button>}
        {state === 'stopped' && <Button onClick={goOn}>{messages.text('start.preview.goOn')}</Button>}
      </div>
    </>
  );
}

type Told = AlertsPreviewSum['told'];

/** How many alerts there are, and how many of them come at once. */
function Crowd({ told }: { readonly told: Told }): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const hour = busiestHour(told.map(({ at }) => at));
  const count = told.length;
  const issues = new Set(told.map(({ issue }) => issue)).size;
  if (!hour) return <>{messages.text('agreement.edit.alert.preview.nobody')}</>;
  const during = periodText(hour.from, later(hour.from, hours(1)), clockNow(), reader);
  const most = hour.count;
  return <>{messages.text('agreement.edit.alert.preview.count', { count, issues, most, during })}</>;
}

/** Each target with alerts, and what each of those would have done. */
function Targets({
  text,
  sum,
}: {
  readonly text: AgreementDraft;
  readonly sum: AlertsPreviewSum;
}): ReactElement {
  const { messages } = useReader();
  return (
    <>
      {text.metrics.flatMap(({ id, kind, thresholds = [] }) =>
        thresholds.length === 0 ? (
          []
        ) : (
          <section key={id} className={styles['part']}>
            <h3 className={styles['subheading']}>{messages.text(`timer.kind.${kind}`)}</h3>
            {thresholds.map((threshold) => (
              <ThresholdTold
                key={threshold.id}
                threshold={threshold}
                told={sum.told.filter((each) => each.metric === id && each.threshold === threshold.id)}
              />
            ))}
          </section>
        ),
      )}
    </>
  );
}

/** How a threshold that is being written is called. */
function useMarkText(threshold: ThresholdDraft): string {
  const { messages } = useReader();
  if ('atShare' in threshold) return messages.text('escalations.mark.atShare', { amount: threshold.atShare });
  return 'before' in threshold
    ? messages.text('escalations.mark.before', { amount: threshold.before })
    : messages.text('escalations.mark.after', { amount: threshold.after });
}

interface ThresholdProps {
  readonly threshold: ThresholdDraft;
  readonly told: Told;
}

function ThresholdTold({ threshold, told }: ThresholdProps): ReactElement {
  const { messages } = useReader();
  const mark = useMarkText(threshold);
  const actions = (threshold.actions ?? []).map((action) => actionSummary(action, (name) => name));
  const textOf = useActionText(actions);
  const isToAssignee = actions.some(({ to }) => to.includes('assignee'));
  return (
    <div className={styles['row']} role="group" aria-label={mark}>
      <p>
        <strong>{mark}</strong>
      </p>
      <p>
        <Crowd told={told} />
      </p>
      <ul className={styles['does']}>
        {actions.length === 0 && <li>{messages.text('escalations.noAction')}</li>}
        {actions.map((action, index) => (
          <li key={index}>{textOf(action)}</li>
        ))}
      </ul>
      {isToAssignee && told.length > 0 && <Assignees told={told} />}
      {told.length > 0 && <ToldTable label={mark} told={told} />}
    </div>
  );
}

/** As many people as somebody reads about. */
const MOST_PEOPLE = 10;

/** Whose issues they were when mail would have gone to the assignee, most first. */
function Assignees({ told }: { readonly told: Told }): ReactElement {
  const { messages, locale } = useReader();
  const counts = new Map<string | null, number>();
  for (const { assignee } of told) counts.set(assignee, (counts.get(assignee) ?? 0) + 1);
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_PEOPLE);
  const others = counts.size - most.length;
  const people = usePeople(most.flatMap(([account]) => account ?? []));
  const names = most.map(([account, count]) =>
    messages.text('agreement.edit.alert.preview.person', {
      name:
        account === null
          ? messages.text('agreement.edit.alert.preview.unassigned')
          : (people.get(account) ?? messages.text('person.unknown')),
      count,
    }),
  );
  return (
    <p className="note">
      {messages.text('agreement.edit.alert.preview.assignees', {
        names: new Intl.ListFormat(locale).format([
          ...names,
          ...(others > 0 ? [messages.text('agreement.edit.alert.preview.others', { count: others })] : []),
        ]),
      })}
    </p>
  );
}
