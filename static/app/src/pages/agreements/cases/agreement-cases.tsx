import { useState, type ReactElement } from 'react';
import type { CaseShown } from '../../../../../../src/contract/cases';
import { useCases, useSaveCase } from '../../../data/use-cases';
import { useAddress } from '../../../parts/address';
import { FailureNotice } from '../../../parts/failure-notice';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import { DefinitionsSkeleton } from '../../project-settings/definitions-skeleton';
import styles from '../agreements.module.css';
import { NotSaved } from '../not-saved';
import { CaseTable } from './case-table';
import { RenameCase } from './rename-case';
import { ThrowAwayCase } from './throw-away-case';

/** The cases that are kept with an agreement, and whether they come out as expected by what was published last. */
export function AgreementCases({ id }: { readonly id: string }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useCases(id);
  const [renamed, setRenamed] = useState<CaseShown>();
  const [thrownAway, setThrownAway] = useState<CaseShown>();
  const [gone, setGone] = useState<CaseShown>();
  const undoing = useSaveCase();
  const undo = ({ doc, revision }: CaseShown): void =>
    undoing.mutate({ doc, seen: revision + 1 }, { onSuccess: () => setGone(undefined) });

  return (
    <div className={styles['part']}>
      <h3 className="subheading">{messages.text('case.title')}</h3>
      <p>{messages.text('case.intro')}</p>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('case.failed')} />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('case.loading')} />}
      {gone && (
        <Notice
          tone="success"
          action={<TextButton onClick={() => undo(gone)}>{messages.text('case.undo')}</TextButton>}
        >
          {messages.text('case.thrownAway', { name: gone.doc.name })}
        </Notice>
      )}
      <NotSaved error={undoing.error} reload={() => void refetch()} />
      {data?.cases.length === 0 && <p className="note">{messages.text('case.empty')}</p>}
      {data?.cases.some(({ differences }) => differences === null) && (
        <p className="note">{messages.text('case.notJudged')}</p>
      )}
      {data && data.cases.length > 0 && (
        <CaseTable
          cases={data.cases}
          open={({ doc }) => go('rules', id, doc.id)}
          rename={setRenamed}
          throwAway={setThrownAway}
        />
      )}
      <div>
        <TextButton onClick={() => go('rules')}>{messages.text('case.toRules')}</TextButton>
      </div>
      {renamed && (
        <RenameCase shown={renamed} close={() => setRenamed(undefined)} reload={() => void refetch()} />
      )}
      {thrownAway && (
        <ThrowAwayCase
          shown={thrownAway}
          close={() => setThrownAway(undefined)}
          done={() => {
            undoing.reset();
            setGone(thrownAway);
            setThrownAway(undefined);
          }}
          reload={() => void refetch()}
        />
      )}
    </div>
  );
}
