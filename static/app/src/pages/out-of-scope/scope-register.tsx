import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import { servingStates } from '../../../../../src/domain/out-of-scope/out-of-scope';
import { readAllPersons } from '../../data/use-rights';
import { readAllScope, readAllStates, useScopeRegister } from '../../data/use-scope';
import { useAddress } from '../../parts/address';
import { ExportButton } from '../../parts/export-button';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import styles from '../breaches/breaches.module.css';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { addressOf, filterIn, type ScopeFilter } from './scope-address';
import { accountsIn, scopeCsv } from './scope-csv';
import { ScopeTable } from './scope-table';

interface Props {
  readonly filter: ScopeFilter;
  readonly monitoring: MonitoringView;
}

/** What filters show of the issues that are out of scope, and how many there is something to do about. */
export function ScopeRegister({ filter, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const { rows, count = 0, error, ...page } = useScopeRegister(filter);
  const isNarrowed = addressOf(filter).length > 1;
  return (
    <>
      <div className="section-head">
        <h2 id="scope" className="heading">
          {messages.text('scope.title')}
        </h2>
        {rows && rows.length > 0 && (
          <div className="buttons unprinted">
            <ExportButton
              label={messages.text('breaches.csv.export')}
              name={messages.text('scope.csv.name')}
              text={async () => {
                const all = await readAllScope(filter);
                const issues = await readAllStates(all.map(({ issue }) => issue));
                const people = await readAllPersons(accountsIn(all));
                return scopeCsv(all, { issues, people }, messages);
              }}
            />
          </div>
        )}
      </div>
      <p className="note">{messages.text('scope.intro')}</p>
      {error && <FailureNotice error={error} retry={page.retry} title={messages.text('scope.failed')} />}
      {!rows && !error && <DefinitionsSkeleton label={messages.text('scope.loading')} />}
      {rows && (rows.length > 0 || isNarrowed) && (
        <>
          <Counts {...page} />
          <Filters filter={filter} />
        </>
      )}
      {rows && rows.length === 0 && (
        <Notice tone="information">{messages.text(isNarrowed ? 'scope.nothing' : 'scope.empty')}</Notice>
      )}
      {rows && rows.length > 0 && (
        <div className={styles['list']} aria-busy={page.isOutdated}>
          <ScopeTable rows={rows} monitoring={monitoring} />
          <div className={styles['bar']}>
            <p className="note">{messages.text('improvement.shown', { shown: rows.length, count })}</p>
            {rows.length < count && (
              <Button onClick={page.readMore} isLoading={page.isReadingMore}>
                {messages.text('board.more')}
              </Button>
            )}
          </div>
        </div>
      )}
      {page.looked !== undefined && (
        <p className="note">{messages.text('scope.looked', { looked: page.looked })}</p>
      )}
    </>
  );
}

interface CountsProps {
  readonly open?: number;
  readonly waiting?: number;
  readonly untold?: number;
}

const counts = {
  open: { open: true },
  waiting: { open: true, serving: 'asked' },
  untold: { open: true, told: false },
} as const satisfies Readonly<Record<keyof CountsProps, ScopeFilter>>;

/** Each number leads to its issues. */
function Counts(numbers: CountsProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  return (
    <div className={`${styles['verdicts']} unprinted`}>
      {(['open', 'waiting', 'untold'] as const).map((name) => (
        <span key={name} className={styles['verdict']}>
          <TextButton onClick={() => go(...addressOf(counts[name]))}>
            {messages.text(`scope.count.${name}`)}: {numbers[name] ?? 0}
          </TextButton>
        </span>
      ))}
    </div>
  );
}

function Filters({ filter }: { readonly filter: ScopeFilter }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const yesOrNo = (yes: string, no: string) => [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ];
  const choices = {
    open: yesOrNo(messages.text('scope.filter.isOpen'), messages.text('scope.filter.isClosed')),
    serving: servingStates.map((value) => ({ value, label: messages.text(`scope.state.${value}`) })),
    told: yesOrNo(messages.text('scope.filter.isTold'), messages.text('scope.filter.isUntold')),
  };
  const [, ...said] = addressOf(filter);
  const choose = (name: string, value: string): void => {
    const others = said.filter((part) => !part.startsWith(`${name}=`));
    // Read as an address is, so that nothing can be chosen that an address cannot say.
    go(...addressOf(filterIn(['', ...others, ...(value ? [`${name}=${value}`] : [])])));
  };
  return (
    <fieldset className={`${styles['filters']} unprinted`} aria-label={messages.text('board.filters')}>
      {(['open', 'serving', 'told'] as const).map((name) => (
        <ChoiceField
          key={name}
          label={messages.text(`scope.filter.${name}`)}
          value={said.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''}
          choices={[{ value: '', label: messages.text('board.all') }, ...choices[name]]}
          change={(value) => choose(name, value)}
        />
      ))}
    </fieldset>
  );
}
