import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { OutagesView } from '../../../../../src/contract/outages';
import { readIssues } from '../../data/use-names';
import { readAllPersons } from '../../data/use-rights';
import { useAddress } from '../../parts/address';
import { ExportButton } from '../../parts/export-button';
import { ChoiceField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { compareNames } from '../../text/names';
import styles from '../breaches/breaches.module.css';
import { PeriodFields } from '../breaches/period-fields';
import { FiguresTable } from './figures-table';
import { OutageTable } from './outage-table';
import { addressOf, NEW, ONE, OUTAGES, RULES, type OutageChoice } from './outages-address';
import { outagesCsv } from './outages-csv';

interface Props {
  readonly choice: OutageChoice;
  readonly view: OutagesView;
  /** Whether what is shown is the answer to another choice still. */
  readonly isOutdated: boolean;
  readonly monitoring: MonitoringView;
}

/** The outage register: what a period and a service show of it, and what that comes to. */
export function Register({ choice, view, isOutdated, monitoring }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const { rows, services, figures, isCut } = view;
  const known = { monitoring, services };
  return (
    <>
      <div className="section-head">
        <h2 id="outages" className="heading">
          {messages.text('outages.title')}
        </h2>
        <div className="buttons">
          {monitoring.mayMonitor && services.length > 0 && (
            <Button onClick={() => go(OUTAGES, NEW)}>{messages.text('outages.new')}</Button>
          )}
          {view.mayConfigure && (
            <Button onClick={() => go(OUTAGES, RULES)}>{messages.text('outages.rules.title')}</Button>
          )}
          {rows.length > 0 && (
            <ExportButton
              label={messages.text('breaches.csv.export')}
              name={messages.text('outages.csv.name')}
              text={async () => {
                const issues = await readIssues(rows.flatMap(({ doc }) => doc.derived?.issue ?? []));
                const persons = await readAllPersons(rows.flatMap(({ doc }) => doc.verified?.by ?? []));
                return outagesCsv(rows, { ...known, issues, persons, now: clockNow() }, reader);
              }}
            />
          )}
        </div>
      </div>
      <p className="note">{messages.text('outages.intro')}</p>
      {services.length === 0 ? (
        <Notice tone="information">{messages.text('outages.noServices')}</Notice>
      ) : (
        <Filters choice={choice} services={services} />
      )}
      {isCut && <Notice tone="warning">{messages.text('outages.isCut')}</Notice>}
      {services.length > 0 && (
        <div className={styles['list']} aria-busy={isOutdated}>
          {figures.length > 0 && <FiguresTable figures={figures} services={services} />}
          {rows.length === 0 ? (
            <Notice tone="information">{messages.text('outages.nothing')}</Notice>
          ) : (
            <OutageTable rows={rows} {...known} open={(id) => go(OUTAGES, ONE, id)} />
          )}
        </div>
      )}
    </>
  );
}

function Filters({ choice, services }: Pick<Props, 'choice'> & Pick<OutagesView, 'services'>): ReactElement {
  const { messages, locale } = useReader();
  const { go } = useAddress();
  const offered = services
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => compareNames(a.label, b.label, locale));
  return (
    <fieldset className={styles['filters']} aria-label={messages.text('board.filters')}>
      <PeriodFields period={choice.period} change={(period) => go(...addressOf({ ...choice, period }))} />
      <ChoiceField
        label={messages.text('outages.service')}
        value={choice.service ?? ''}
        choices={[{ value: '', label: messages.text('board.all') }, ...offered]}
        change={(service) => go(...addressOf({ ...choice, service: service || undefined }))}
      />
    </fieldset>
  );
}
