import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { PlanView } from '../../../../../src/contract/improvement';
import { improvementStates } from '../../../../../src/domain/improvement/improvement';
import { readWholePlan, usePlan } from '../../data/use-improvement';
import { readIssues } from '../../data/use-names';
import { usePersons } from '../../data/use-rights';
import { useAddress } from '../../parts/address';
import { ExportButton } from '../../parts/export-button';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Tick } from '../../parts/tick';
import { readPersons } from '../../platform/site-names';
import styles from '../breaches/breaches.module.css';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { personName } from '../rights/person-name';
import { addressOf, filterIn, IMPROVEMENT, NEW, ONE, type PlanFilter } from './improvement-address';
import { planCsv } from './plan-csv';
import { PlanTable } from './plan-table';

interface Props {
  readonly filter: PlanFilter;
  readonly mayMonitor: boolean;
}

/** The improvement plan: what filters show of it. */
export function Plan({ filter, mayMonitor }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const { plan, rows, error, ...page } = usePlan(filter);
  const isEmpty = plan !== undefined && plan.owners.length === 0;
  return (
    <>
      <div className="section-head">
        <h2 id="improvement" className="heading">
          {messages.text('improvement.title')}
        </h2>
        <div className="buttons unprinted">
          {mayMonitor && (
            <Button appearance="primary" onClick={() => go(IMPROVEMENT, NEW)}>
              {messages.text('improvement.new')}
            </Button>
          )}
          {plan && !isEmpty && (
            <>
              <ExportButton
                label={messages.text('breaches.csv.export')}
                name={messages.text('improvement.csv.name')}
                text={async () => {
                  const all = await readWholePlan(filter);
                  const issues = await readIssues(all.flatMap(({ doc }) => doc.issue?.id ?? []));
                  const owners = [...new Set(all.map(({ doc }) => doc.owner))];
                  const people = await readPersons(owners.slice(0, MOST_NAMED));
                  return planCsv(all, { agreements: plan.agreements, issues, people }, messages);
                }}
              />
              <Button onClick={() => window.print()}>{messages.text('reports.print')}</Button>
            </>
          )}
        </div>
      </div>
      <p className="note">{messages.text('improvement.intro')}</p>
      {error && (
        <FailureNotice error={error} retry={page.retry} title={messages.text('improvement.failed')} />
      )}
      {!plan && !error && <DefinitionsSkeleton label={messages.text('improvement.loading')} />}
      {plan && isEmpty && (
        <Notice tone="information" title={messages.text('improvement.empty.title')}>
          {messages.text(mayMonitor ? 'improvement.empty.text' : 'rights.monitor.mayNot')}
        </Notice>
      )}
      {plan && !isEmpty && (
        <>
          <p>{messages.text('improvement.counts', { open: plan.open, late: plan.late })}</p>
          <PlanFilters filter={filter} plan={plan} />
          {rows.length === 0 ? (
            <Notice tone="information">{messages.text('improvement.nothing')}</Notice>
          ) : (
            <div className={styles['list']} aria-busy={page.isOutdated}>
              <PlanTable rows={rows} agreements={plan.agreements} open={(id) => go(IMPROVEMENT, ONE, id)} />
              <div className={styles['bar']}>
                <p className="note">
                  {messages.text('improvement.shown', { shown: rows.length, count: plan.count })}
                </p>
                {rows.length < plan.count && (
                  <Button onClick={page.readMore} isLoading={page.isReadingMore}>
                    {messages.text('board.more')}
                  </Button>
                )}
              </div>
            </div>
          )}
        </>
      )}
    </>
  );
}

/** As many people as Jira names at once. */
const MOST_NAMED = 50;

interface FilterProps {
  readonly filter: PlanFilter;
  readonly plan: PlanView;
}

/** What the plan can be narrowed down to. */
function PlanFilters({ filter, plan }: FilterProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const persons = usePersons(plan.owners);
  const choices: Readonly<
    Record<'state' | 'owner' | 'agreement', readonly { value: string; label: string }[]>
  > = {
    state: improvementStates.map((value) => ({ value, label: messages.text(`improvement.state.${value}`) })),
    owner: plan.owners.map((value) => ({ value, label: personName(persons.get(value), messages) })),
    agreement: plan.agreements.map(({ id, name }) => ({ value: id, label: name })),
  };
  const choose = (name: string, value: string): void => {
    const others = addressOf(filter).filter((part) => !part.startsWith(`${name}=`));
    // Read as an address is, so that nothing can be chosen that an address cannot say.
    go(...addressOf(filterIn([...others, ...(value ? [`${name}=${value}`] : [])])));
  };
  return (
    <fieldset className={`${styles['filters']} unprinted`} aria-label={messages.text('board.filters')}>
      {(['state', 'owner', 'agreement'] as const).map((name) => (
        <ChoiceField
          key={name}
          label={messages.text(`improvement.filter.${name}`)}
          value={filter[name] ?? ''}
          choices={[{ value: '', label: messages.text('board.all') }, ...choices[name]]}
          change={(value) => choose(name, value)}
        />
      ))}
      <Tick
        label={messages.text('improvement.filter.late')}
        isChecked={filter.late ?? false}
        change={(isLate) => choose('late', isLate ? 'yes' : '')}
      />
    </fieldset>
  );
}
