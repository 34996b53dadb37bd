import type { ReactElement } from 'react';
import { useMonitoring } from '../../data/use-breaches';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { clockNow } from '../../platform/clock';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { BreachPage } from './breach-page';
import { CAUSES, choiceIn, NEW, ONE } from './breaches-address';
import styles from './breaches.module.css';
import { CausesEditor } from './causes-editor';
import { HandBreachPage } from './hand-breach-page';
import { spanOf } from './period';
import { Register } from './register';

/** The breach register of a project (M3), one breach, the causes, or a breach by hand: the address says which. */
export function BreachesSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useMonitoring();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('breaches.noRights')}</Notice>;
  }
  if (error && !data) {
    return (
      <FailureNotice error={error} retry={() => void refetch()} title={messages.text('breaches.failed')} />
    );
  }
  if (!data) return <DefinitionsSkeleton label={messages.text('breaches.loading')} />;
  return (
    <section className={styles['section']} aria-labelledby="breaches">
      <Shown monitoring={data} />
    </section>
  );
}

function Shown({
  monitoring,
}: {
  readonly monitoring: Parameters<typeof Register>[0]['monitoring'];
}): ReactElement {
  const { messages, zone } = useReader();
  const { parts } = useAddress();
  const [, which, id = ''] = parts;
  if (which === ONE) return <BreachPage key={id} id={id} monitoring={monitoring} />;
  if (which === CAUSES) return <CausesEditor monitoring={monitoring} />;
  if (which === NEW) return <HandBreachPage monitoring={monitoring} />;
  const choice = choiceIn(parts);
  const span = spanOf(choice.period, clockNow(), zone);
  return span ? (
    <Register choice={choice} span={span} monitoring={monitoring} />
  ) : (
    <Notice tone="warning">{messages.text('breaches.nothing')}</Notice>
  );
}
