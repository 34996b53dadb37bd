import type { ReactElement } from 'react';
import type { DefinitionsView } from '../../../../../src/contract/views';
import { useAddress } from '../../parts/address';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { goalText } from '../../text/goal-text';
import { dateText } from '../../text/when';
import { agreementKindText } from './agreement-kind-text';
import styles from './project-settings.module.css';

type AgreementView = DefinitionsView['agreements'][number];

interface Props {
  readonly agreements: readonly AgreementView[];
  readonly calendars: DefinitionsView['calendars'];
}

/** A project with more of them has its reader look for the one that is wanted. */
const MOST_SHOWN = 5;

/** The agreements in force, each with what its timers promise; of many only the first. */
export function AgreementList({ agreements, calendars }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const names = new Map(calendars.map(({ id, name }) => [id, name]));
  return (
    <section className={styles['section']} aria-labelledby="agreements">
      <h2 id="agreements" className="heading">
        {messages.text('settings.agreements')}
      </h2>
      {agreements.slice(0, MOST_SHOWN).map((agreement) => (
        <AgreementTable key={agreement.id} agreement={agreement} calendarNames={names} />
      ))}
      {agreements.length > MOST_SHOWN && (
        <div>
          <TextButton onClick={() => go('agreements')}>
            {messages.text('settings.allAgreements', { count: agreements.length })}
          </TextButton>
        </div>
      )}
    </section>
  );
}

interface TableProps {
  readonly agreement: AgreementView;
  readonly calendarNames: ReadonlyMap<string, string>;
}

function AgreementTable({ agreement, calendarNames }: TableProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const now = clockNow();
  const note = messages.text('settings.agreementNote', {
    kind: agreementKindText(agreement.kind, messages),
    revision: agreement.revision,
    effectiveFrom: dateText(agreement.effectiveFrom, now, { ...reader, zone: agreement.timeZone }),
    changedAt: dateText(agreement.changedAt, now, reader),
  });
  return (
    <div className={styles['agreement']}>
      <h3 className="subheading">{agreement.name}</h3>
      <p className="note">{note}</p>
      {agreement.metrics.length === 0 ? (
        <p>{messages.text('settings.noTimers')}</p>
      ) : (
        <GoalTable agreement={agreement} calendarNames={calendarNames} />
      )}
    </div>
  );
}

function GoalTable({ agreement, calendarNames }: TableProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  return (
    <div className={styles['goals']}>
      <Table label={agreement.name}>
        <thead>
          <tr>
            <th scope="col">{messages.text('settings.column.metric')}</th>
            <th scope="col">{messages.text('settings.column.goal')}</th>
            <th scope="col">{messages.text('settings.column.within')}</th>
            <th scope="col">{messages.text('settings.column.atRiskAt')}</th>
            <th scope="col">{messages.text('settings.column.calendar')}</th>
          </tr>
        </thead>
        {agreement.metrics.map(({ kind, goals }, index) => (
          <tbody key={index}>
            {goals.map((goal, row) => (
              <tr key={row}>
                {row === 0 && (
                  <th scope="rowgroup" rowSpan={goals.length}>
                    {messages.text(`timer.kind.${kind}`)}
                  </th>
                )}
                <td>{goal.name}</td>
                <td className="figure">{goalText(goal, reader)}</td>
                <td className="figure">{messages.text('settings.share', { share: goal.atRiskAt / 100 })}</td>
                <td>{calendarNames.get(goal.calendar) ?? goal.calendar}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </Table>
    </div>
  );
}
