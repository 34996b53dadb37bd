import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useState, type ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { ScopeRow } from '../../../../../src/contract/out-of-scope';
import {
  stateOf,
  stepsOpenTo,
  type OutOfScope,
  type ServingStep,
} from '../../../../../src/domain/out-of-scope/out-of-scope';
import { usePersons } from '../../data/use-rights';
import { useStates } from '../../data/use-scope';
import { Dialog } from '../../parts/dialog';
import { IssueCell } from '../../parts/issue-cell';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { clockNow } from '../../platform/clock';
import type { IssueState } from '../../platform/issue-states';
import styles from '../breaches/breaches.module.css';
import improvement from '../improvement/improvement.module.css';
import { personName } from '../rights/person-name';
import { accountsIn } from './scope-csv';
import { ServingLozenge } from './serving-lozenge';
import { StepForm } from './step-form';

const columns = ['issue', 'status', 'told', 'serving', 'todo'] as const;

interface Props {
  readonly rows: readonly ScopeRow[];
  readonly monitoring: MonitoringView;
}

/** Issues that no agreement covers, and what there is to do about them. */
export function ScopeTable({ rows, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const issues = useStates(rows.map(({ issue }) => issue));
  const persons = usePersons(accountsIn(rows));
  const nameOf = (account: string): string => personName(persons.get(account), messages);
  return (
    <div className={improvement['table']}>
      <Table label={messages.text('scope.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`scope.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.issue}
              row={row}
              issue={issues && (issues.get(row.issue) ?? null)}
              monitoring={monitoring}
              nameOf={nameOf}
            />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface RowProps {
  readonly row: ScopeRow;
  /** As of an {@link IssueCell}. */
  readonly issue: IssueState | null | undefined;
  readonly monitoring: MonitoringView;
  readonly nameOf: (account: string) => string;
}

function Row({ row, issue, monitoring, nameOf }: RowProps): ReactElement {
  const { messages } = useReader();
  const { doc } = row;
  const now = clockNow();
  return (
    <tr>
      <th scope="row">
        <IssueCell id={row.issue} issue={issue} />
        {row.isCovered && <Lozenge appearance="success">{messages.text('scope.covered')}</Lozenge>}
      </th>
      <td>{issue?.status ?? '—'}</td>
      <td>
        {doc?.told ? (
          <>
            <Moment at={doc.told.at} calendarZone={undefined} now={now} />
            <div className="note">{nameOf(doc.told.by)}</div>
          </>
        ) : (
          messages.text(doc?.sending ? 'scope.sending' : 'scope.notTold')
        )}
      </td>
      <td>
        <ServingLozenge state={doc ? stateOf(doc) : 'found'} />
        {doc?.asked && <div className="note">{nameOf(doc.asked.by)}</div>}
      </td>
      <td>
        <Todo row={row} monitoring={monitoring} nameOf={nameOf} name={issue?.key ?? row.issue} />
      </td>
    </tr>
  );
}

interface TodoProps {
  readonly row: ScopeRow;
  readonly monitoring: MonitoringView;
  readonly nameOf: (account: string) => string;
  /** Of the issue, for those who hear the page. */
  readonly name: string;
}

function Todo({ row, monitoring: { account, mayMonitor }, nameOf, name }: TodoProps): ReactElement {
  const { messages } = useReader();
  const [taking, setTaking] = useState<ServingStep>();
  const { issue, doc, revision, isOpen } = row;
  const steps = stepsOpenTo(doc ?? undefined, account).filter(
    (step) => mayMonitor && (step === 'approve' || step === 'refuse'),
  );
  const close = (): void => setTaking(undefined);
  if (!doc || steps.length === 0) {
    const isAsked = doc && stateOf(doc) === 'asked';
    const key = isOpen ? (isAsked ? 'decide' : 'tell') : 'none';
    return <>{messages.text(`scope.todo.${key}`)}</>;
  }
  return (
    <>
      <div className="buttons">
        {steps.map((step) => (
          <Button
            key={step}
            spacing="compact"
            aria-label={`${messages.text(`scope.step.${step}`)} ${name}`}
            onClick={() => setTaking(step)}
          >
            {messages.text(`scope.step.${step}`)}
          </Button>
        ))}
      </div>
      {taking && (
        <Dialog title={messages.text(`scope.stepTitle.${taking}`)} close={close}>
          <Asked doc={doc} nameOf={nameOf} />
          <StepForm step={taking} issue={issue} revision={revision} close={close} />
        </Dialog>
      )}
    </>
  );
}

interface AskedProps {
  readonly doc: OutOfScope;
  readonly nameOf: (account: string) => string;
}

/** Who asked that an issue is served anyway, and why. */
function Asked({ doc: { asked }, nameOf }: AskedProps): ReactElement | null {
  const { messages } = useReader();
  if (!asked) return null;
  return (
    <div className={styles['exception']}>
      <p className="note">{messages.text('scope.panel.asked', { name: nameOf(asked.by) })}</p>
      <p className={styles['text']}>{asked.reason}</p>
    </div>
  );
}
