import { useState, type ReactElement } from 'react';
import type { AgreementView } from '../../../../../src/contract/agreements';
import type { Agreement } from '../../../../../src/domain/agreement/agreement';
import { knownAmong } from '../../../../../src/domain/agreement/known-field';
import { writeAgreement } from '../../../../../src/domain/agreement/write-agreement';
import { useAgreementVersion } from '../../data/use-agreements';
import { usePeople } from '../../data/use-names';
import { useProjectShape } from '../../data/use-project-shape';
import { FailureNotice } from '../../parts/failure-notice';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { Filled } from '../../parts/filled';
import { clockNow } from '../../platform/clock';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import styles from './agreements.module.css';
import { DifferenceTable } from './said/difference-table';
import { differencesOf } from './said/differences';
import { linesOf } from './said/lines';
import { useKnown } from './said/use-known';
import { useKnowingReader } from './said/use-knowing-reader';

/** All that was ever done with an agreement, the latest first: by whom, why, and what it changed. */
export function History({ view }: { readonly view: AgreementView }): ReactElement | null {
  const { messages } = useReader();
  const now = clockNow();
  const { versions, steps } = view;
  const people = usePeople([...versions, ...steps].map(({ by }) => by));
  const told = new Set(steps.flatMap(({ step }) => (step.step === 'publish' ? step.version : [])));
  const entries = [
    ...steps.map(({ at, by, step }) => ({
      at,
      by,
      what: step.step,
      version: step.step === 'publish' ? step.version : null,
      reason: step.reason,
      from: 'from' in step ? step.from : null,
      to: step.step === 'suspend' ? (step.to ?? null) : null,
      appliesToRunning: step.step === 'publish' && step.appliesToRunning,
    })),
    // Those that came by a file have no step of their own.
    ...versions
      .filter(({ version }) => !told.has(version))
      .map(({ at, by, version }) => ({
        at,
        by,
        what: 'import' as const,
        version,
        reason: '',
        from: null,
        to: null,
        appliesToRunning: false,
      })),
  ].sort((a, b) => b.at - a.at);
  if (entries.length === 0) return null;
  return (
    <div>
      <h3 className="subheading">{messages.text('agreements.history.title')}</h3>
      <ul className={styles['history']}>
        {entries.map((entry) => (
          <li key={`${entry.what} ${entry.at}`}>
            <div>
              {messages.text(`agreements.history.${entry.what}`, { version: entry.version ?? 0 })}
              {entry.from !== null && (
                <>
                  {' '}
                  <Filled
                    text="agreements.history.from"
                    values={{ from: <Moment at={entry.from} calendarZone={undefined} now={now} /> }}
                  />
                </>
              )}
              {entry.to !== null && (
                <>
                  {' '}
                  <Filled
                    text="agreements.history.to"
                    values={{ to: <Moment at={entry.to} calendarZone={undefined} now={now} /> }}
                  />
                </>
              )}
            </div>
            {entry.appliesToRunning && <div>{messages.text('agreements.history.appliesToRunning')}</div>}
            {entry.reason && (
              <div>{messages.text('agreements.history.reason', { reason: entry.reason })}</div>
            )}
            <div className="note">
              {people.get(entry.by) ?? messages.text('agreements.history.somebody')}
              {' · '}
              <Moment at={entry.at} calendarZone={undefined} now={now} />
            </div>
            {entry.version !== null && entry.version > 1 && (
              <VersionDifference id={view.row.id} version={entry.version} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface DifferenceProps {
  readonly id: string;
  readonly version: number;
}

/** What a version changed, fetched when somebody wants to see it. */
function VersionDifference({ id, version }: DifferenceProps): ReactElement {
  const { messages } = useReader();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <TextButton aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {messages.text('agreements.history.difference', { version, before: version - 1 })}
      </TextButton>
      {isOpen && <Compared id={id} version={version} />}
    </>
  );
}

function Compared({ id, version }: DifferenceProps): ReactElement {
  const [before, after] = [useAgreementVersion(id, version - 1), useAgreementVersion(id, version)];
  const shape = useProjectShape();
  const reader = useKnowingReader(shape.data);
  const known = useKnown(before.data ?? null, after.data ?? null);
  const failed = [before, after, shape].find(({ error }) => error);
  if (failed?.error) return <FailureNotice error={failed.error} retry={() => void failed.refetch()} />;
  if (!before.data || !after.data || !shape.data) return <DefinitionsSkeleton />;
  const fieldOf = knownAmong(shape.data.fields);
  const lines = (doc: Agreement) => linesOf(writeAgreement(doc, fieldOf), known, reader);
  return <DifferenceTable differences={differencesOf(lines(before.data), lines(after.data))} />;
}
