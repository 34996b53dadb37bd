import type { ReactElement, ReactNode } from 'react';
import { stateOf, type OutOfScope } from '../../../../../src/domain/out-of-scope/out-of-scope';
import { usePersons } from '../../data/use-rights';
import { Disclosure } from '../../parts/disclosure';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import styles from '../breaches/breaches.module.css';
import { personName } from '../rights/person-name';

interface Props {
  /** Null while nothing was written down. */
  readonly doc: OutOfScope | null;
}

/** What was written down of an issue out of scope: who told the customer what, and who asked and decided what. */
export function ScopeSaid({ doc }: Props): ReactElement {
  const { messages } = useReader();
  const { told, sending, asked, decision, withdrawn } = doc ?? {};
  const acts = [told, sending, asked, decision].filter((act) => act !== undefined);
  const persons = usePersons(acts.map(({ by }) => by));
  const name = (act: { readonly by: string }) => ({ name: personName(persons.get(act.by), messages) });
  return (
    <>
      {told && (
        <>
          <Said act={told}>{messages.text('scope.panel.told', name(told))}</Said>
          <Disclosure summary={messages.text('scope.panel.toldText')}>
            <p className={styles['text']}>{told.text}</p>
          </Disclosure>
        </>
      )}
      {sending && <p>{messages.text('scope.panel.sending', name(sending))}</p>}
      {doc && !told && !sending && <p className="note">{messages.text('scope.panel.notTold')}</p>}
      {doc && asked && (
        <div className={styles['exception']}>
          <Said act={asked}>{messages.text('scope.panel.asked', name(asked))}</Said>
          <p className={styles['text']}>{asked.reason}</p>
          {decision && (
            <Said act={decision} note={decision.note}>
              {messages.text(`scope.panel.${decision.approved ? 'approved' : 'refused'}`, name(decision))}
            </Said>
          )}
          {stateOf(doc) === 'withdrawn' && withdrawn && (
            <Said act={withdrawn}>{messages.text('scope.panel.withdrawn')}</Said>
          )}
        </div>
      )}
    </>
  );
}

interface SaidProps {
  readonly act: Pick<OutOfScope['found'], 'at'>;
  readonly note?: string;
  readonly children: ReactNode;
}

function Said({ act, note = '', children }: SaidProps): ReactElement {
  return (
    <p className="note">
      {children} <Moment at={act.at} calendarZone={undefined} now={clockNow()} />
      {note && `: ${note}`}
    </p>
  );
}
