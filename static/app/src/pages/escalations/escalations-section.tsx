import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { stepOutcomes } from '../../../../../src/domain/alert/alert';
import type { Instant } from '../../../../../src/domain/time/instant';
import { useMonitoring } from '../../data/use-breaches';
import { readAllEscalations, useEscalations } from '../../data/use-escalations';
import { readIssues } from '../../data/use-names';
import { useAddress } from '../../parts/address';
import { ExportButton } from '../../parts/export-button';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { useActionText } from '../../parts/use-action-text';
import { CallFailure } from '../../platform/call-failure';
import { clockNow } from '../../platform/clock';
import styles from '../breaches/breaches.module.css';
import { spanOf } from '../breaches/period';
import { PeriodFields } from '../breaches/period-fields';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { EscalationTable } from './escalation-table';
import { addressOf, choiceIn, type EscalationChoice } from './escalations-address';
import { escalationsCsv } from './escalations-csv';

/** The log of alerts (M2): which thresholds were passed, and what was done about each. */
export function EscalationsSection(): ReactElement {
  const { messages, zone } = useReader();
  const { parts } = useAddress();
  const choice = choiceIn(parts);
  const span = spanOf(choice.period, clockNow(), zone);
  return (
    <section className={styles['section']} aria-labelledby="escalations">
      {span ? (
        <Log choice={choice} span={span} />
      ) : (
        <Notice tone="warning">{messages.text('escalations.nothing')}</Notice>
      )}
    </section>
  );
}

interface Props {
  readonly choice: EscalationChoice;
  /** The time that the choice names. */
  readonly span: { readonly from: Instant; readonly to: Instant };
}

function Log({ choice, span }: Props): ReactElement {
  const { messages } = useReader();
  const { period: _period, ...filter } = choice;
  const wanted = { ...span, ...filter };
  const { rows, error, ...log } = useEscalations(wanted);
  const actionText = useActionText((rows ?? []).flatMap(({ steps }) => steps.map(({ action }) => action)));
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('escalations.noRights')}</Notice>;
  }
  return (
    <>
      <div className="section-head">
        <h2 id="escalations" className="heading">
          {messages.text('escalations.title')}
        </h2>
        <ExportButton
          label={messages.text('escalations.csv.export')}
          name={messages.text('escalations.csv.name')}
          text={async () => {
            const all = await readAllEscalations(wanted);
            return escalationsCsv(
              all,
              { issues: await readIssues(all.map(({ issue }) => issue)), actionText },
              messages,
            );
          }}
        />
      </div>
      <p className="note">{messages.text('escalations.intro')}</p>
      <Filters choice={choice} />
      {error && <FailureNotice error={error} retry={log.retry} title={messages.text('escalations.failed')} />}
      {!rows && !error && <DefinitionsSkeleton label={messages.text('escalations.loading')} />}
      {rows && rows.length === 0 && !log.hasMore && (
        <Notice tone="information">{messages.text('escalations.nothing')}</Notice>
      )}
      {rows && (rows.length > 0 || log.hasMore) && (
        <div className={styles['list']} aria-busy={log.isOutdated}>
          {rows.length > 0 && <EscalationTable rows={rows} actionText={actionText} />}
          <div className={styles['bar']}>
            <p className="note">{messages.text('escalations.shown', { count: rows.length })}</p>
            {log.hasMore && (
              <Button onClick={log.readMore} isLoading={log.isReadingMore}>
                {messages.text('board.more')}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

/** A period, and which agreement and outcome. */
function Filters({ choice }: Pick<Props, 'choice'>): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const agreements = useMonitoring().data?.agreements ?? [];
  const { agreement, outcome, ...others } = choice;
  const all = { value: '', label: messages.text('board.all') };
  return (
    <fieldset className={styles['filters']} aria-label={messages.text('board.filters')}>
      <PeriodFields period={choice.period} change={(period) => go(...addressOf({ ...choice, period }))} />
      <ChoiceField
        label={messages.text('breaches.filter.agreement')}
        value={agreement ?? ''}
        choices={[all, ...agreements.map(({ id, name }) => ({ value: id, label: name }))]}
        change={(id) =>
          go(...addressOf({ ...others, ...(outcome && { outcome }), ...(id && { agreement: id }) }))
        }
      />
      <ChoiceField
        label={messages.text('escalations.column.outcome')}
        value={outcome ?? ''}
        choices={[
          all,
          ...stepOutcomes.map((value) => ({ value, label: messages.text(`escalations.outcome.${value}`) })),
        ]}
        change={(value) => {
          const chosen = stepOutcomes.find((each) => each === value);
          go(
            ...addressOf({ ...others, ...(agreement && { agreement }), ...(chosen && { outcome: chosen }) }),
          );
        }}
      />
    </fieldset>
  );
}
