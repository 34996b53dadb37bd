import type { ReactElement } from 'react';
import type { ActionView } from '../../../../../src/contract/improvement';
import type { ImprovementAction, Judgement } from '../../../../../src/domain/improvement/improvement';
import { dayAfter } from '../../../../../src/domain/time/local-date';
import { usePersons } from '../../data/use-rights';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { clockNow } from '../../platform/clock';
import { datesText } from '../../text/day-text';
import styles from '../breaches/breaches.module.css';
import { attainmentSaid } from '../reports/report-text';
import { personName } from '../rights/person-name';
import own from './improvement.module.css';

interface Props {
  readonly action: ImprovementAction;
  readonly effect: ActionView['effect'];
}

type Kept = NonNullable<ActionView['effect']>['before'];

/** How the target was kept before and after, and what was made of it. */
export function ActionEffect({ action, effect }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <section className={styles['part']}>
      <h3 className="subheading">{messages.text('improvement.effect.title')}</h3>
      {effect ? (
        <div className={own['effect']}>
          <Table label={messages.text('improvement.effect.title')}>
            <thead>
              <tr>
                <td />
                <th scope="col">{messages.text('improvement.effect.days')}</th>
                <th scope="col">{messages.text('improvement.effect.kept')}</th>
              </tr>
            </thead>
            <tbody>
              <Row name={messages.text('improvement.effect.before')} kept={effect.before} />
              {effect.after && <Row name={messages.text('improvement.effect.after')} kept={effect.after} />}
            </tbody>
          </Table>
        </div>
      ) : (
        <p className="note">{messages.text('improvement.effect.noTarget')}</p>
      )}
      {effect && !effect.after && <p className="note">{messages.text('improvement.effect.notDone')}</p>}
      {action.judged && <Judged judged={action.judged} />}
    </section>
  );
}

function Row({ name, kept }: { readonly name: string; readonly kept: Kept }): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { main, cases } = attainmentSaid(kept.kept, reader);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {datesText({ from: kept.from, to: dayAfter(kept.to, -1) }, reader)}
        {!kept.areOver && (
          <div className="note">
            {messages.text('improvement.effect.soFar', { day: datesText({ date: kept.to }, reader) })}
          </div>
        )}
      </td>
      <td>
        <span className="figure">{main}</span>
        {cases !== undefined && <div className="note">{cases}</div>}
      </td>
    </tr>
  );
}

function Judged({ judged }: { readonly judged: Judgement }): ReactElement {
  const { messages } = useReader();
  const { by, at, isEffective, remark, effect } = judged;
  const name = personName(usePersons([by]).get(by), messages);
  return (
    <div>
      <p>
        {messages.text(isEffective ? 'improvement.effect.effective' : 'improvement.effect.ineffective', {
          name,
        })}{' '}
        · <Moment at={at} calendarZone={undefined} now={clockNow()} />
      </p>
      {effect && (
        <p className="note">
          {messages.text('improvement.effect.then', {
            before: messages.text('reports.cases', { ...effect.before }),
            after: messages.text('reports.cases', { ...effect.after }),
          })}
        </p>
      )}
      {remark && <p className={styles['text']}>{remark}</p>}
    </div>
  );
}
