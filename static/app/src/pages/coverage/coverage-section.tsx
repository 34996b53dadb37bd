import type { ReactElement } from 'react';
import type { CoverageView } from '../../../../../src/contract/coverage';
import { neverSeen } from '../../../../../src/domain/coverage/seen';
import { useCatalogue } from '../../data/use-catalogue';
import { useCaught } from '../../data/use-caught';
import { useCoverage, useSeen } from '../../data/use-coverage';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { clockNow } from '../../platform/clock';
import { CaughtCount } from '../catalogue/caught-count';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import styles from './coverage.module.css';
import { Gap } from './gap';
import { ruleGaps } from './gap-kinds';
import { ruleGapItems } from './rule-gap-items';
import { SeenPart } from './seen-part';

/** What falls through: work that nobody has promised anything about, and promises that nothing ever uses. */
export function CoverageSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useCoverage();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('coverage.noRights')}</Notice>;
  }
  return (
    <section className={styles['section']} aria-labelledby="coverage">
      <h2 id="coverage" className="heading">
        {messages.text('coverage.title')}
      </h2>
      <p>{messages.text('coverage.intro')}</p>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('coverage.failed')} />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('coverage.loading')} />}
      {data && <Shown view={data} />}
    </section>
  );
}

function Shown({ view }: { readonly view: CoverageView }): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const { go } = useAddress();
  const seeing = useSeen();
  const catalogue = useCatalogue().data;
  const counting = useCaught();
  const items = ruleGapItems(view, reader, { now: clockNow(), go });
  const fine = ruleGaps.filter((kind) => items[kind].length === 0);
  const hasServices = catalogue?.services.some(({ state }) => state !== 'retired') ?? false;
  const { seen, isReading } = seeing;
  const never = neverSeen(view.targets, seen);
  const isCovered =
    fine.length === ruleGaps.length &&
    !isReading &&
    seen.read > 0 &&
    seen.bare + never.unstarted.length + never.unmatched.length === 0;
  const names = fine.map((kind) => messages.text(`coverage.gap.${kind}.name`));
  if (view.targets.length === 0 && fine.length === ruleGaps.length) {
    return (
      <Notice tone="information" title={messages.text('coverage.nothing.title')}>
        {messages.text('coverage.nothing.text')}
      </Notice>
    );
  }
  return (
    <>
      {isCovered && (
        <Notice tone="success" title={messages.text('coverage.allFine.title')}>
          {messages.text('coverage.allFine.text', { count: seen.read })}
        </Notice>
      )}
      {ruleGaps.map((kind) => (
        <Gap key={kind} kind={kind} items={items[kind]} />
      ))}
      {names.length > 0 && (
        <p className="note">
          {messages.text('coverage.fine', { names: new Intl.ListFormat(locale).format(names) })}
        </p>
      )}
      {view.targets.length > 0 && <SeenPart targets={view.targets} seeing={seeing} />}
      {hasServices && <CaughtCount counting={counting} />}
    </>
  );
}
