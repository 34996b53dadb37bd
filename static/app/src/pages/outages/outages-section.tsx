import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import { useMonitoring } from '../../data/use-breaches';
import { useOutages } from '../../data/use-outages';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { clockNow } from '../../platform/clock';
import styles from '../breaches/breaches.module.css';
import { spanOf } from '../breaches/period';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { OutagePage } from './outage-page';
import { choiceIn, NEW, ONE, RULES } from './outages-address';
import { NewOutagePage } from './new-outage-page';
import { Register } from './register';
import { RulesPage } from './rules-page';

/** The outage register of a project (T10), one outage, a new one, or the rules: the address says which. */
export function OutagesSection(): ReactElement {
  const { messages, zone } = useReader();
  const { parts } = useAddress();
  const { data, error, refetch } = useMonitoring();
  const choice = choiceIn(parts);
  const span = spanOf(choice.period, clockNow(), zone);
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('outages.noRights')}</Notice>;
  }
  if (error && !data) {
    return (
      <FailureNotice error={error} retry={() => void refetch()} title={messages.text('outages.failed')} />
    );
  }
  if (!data) return <DefinitionsSkeleton label={messages.text('outages.loading')} />;
  return (
    <section className={styles['section']} aria-labelledby="outages">
      {span ? (
        <Shown choice={choice} span={span} monitoring={data} />
      ) : (
        <Notice tone="warning">{messages.text('outages.nothing')}</Notice>
      )}
    </section>
  );
}

interface Props {
  readonly choice: ReturnType<typeof choiceIn>;
  readonly span: NonNullable<ReturnType<typeof spanOf>>;
  readonly monitoring: MonitoringView;
}

function Shown({ choice, span, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const { parts } = useAddress();
  const [, which, id = ''] = parts;
  const { service } = choice;
  const register = useOutages({ ...span, ...(service !== undefined && { service }) });
  if (which === RULES) return <RulesPage services={register.data?.services} />;
  if (!register.data) {
    return register.error ? (
      <FailureNotice
        error={register.error}
        retry={() => void register.refetch()}
        title={messages.text('outages.failed')}
      />
    ) : (
      <DefinitionsSkeleton label={messages.text('outages.loading')} />
    );
  }
  const known = { monitoring, services: register.data.services };
  if (which === ONE) return <OutagePage key={id} id={id} {...known} />;
  if (which === NEW) return <NewOutagePage {...known} />;
  return (
    <Register
      choice={choice}
      view={register.data}
      isOutdated={register.isPlaceholderData}
      monitoring={monitoring}
    />
  );
}
