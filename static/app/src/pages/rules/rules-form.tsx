import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { CaseShown } from '../../../../../src/contract/cases';
import { useProjectShape } from '../../data/use-project-shape';
import { useTriedRules } from '../../data/use-tried-rules';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField, InputField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { ReaderProvider, useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { clockNow } from '../../platform/clock';
import { wallInput } from '../../text/wall-input';
import { useKnowingReader } from '../agreements/said/use-knowing-reader';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { KeepCase } from './keep-case';
import { keptOf, mistakesIn, sentOf, writtenOf, type MadeUp } from './made-up';
import { MadeUpFields } from './made-up-fields';
import styles from './rules.module.css';
import { TriedResult } from './tried-result';

const modes = ['issue', 'made-up'] as const;
type Mode = (typeof modes)[number];

interface Props {
  /** A case that is kept, to be looked at again. */
  readonly opened: CaseShown | undefined;
  readonly reload: () => void;
}

/** An issue, or one that is made up, and what the rules make of it. */
export function RulesForm({ opened, reload }: Props): ReactElement {
  const { messages, zone } = useReader();
  const shape = useProjectShape();
  const reader = useKnowingReader(shape.data);
  const trying = useTriedRules();
  const [mode, setMode] = useState<Mode>(opened ? 'made-up' : 'issue');
  const [key, setKey] = useState('');
  const [madeUp, setMadeUp] = useState<MadeUp>(() =>
    opened
      ? writtenOf(opened.doc.issue, zone)
      : { created: wallInput(clockNow(), zone), fields: [{ field: 'priority', values: [] }], changes: [] },
  );
  const [wasTried, setWasTried] = useState(false);
  const isNamed = key.trim() !== '';
  const mistakes = mistakesIn(madeUp, zone);

  if (shape.error instanceof CallFailure && shape.error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('agreements.noRights')}</Notice>;
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (trying.isPending || (mode === 'issue' ? !isNamed : mistakes.size > 0)) return;
    trying.mutate(mode === 'issue' ? { issue: key.trim() } : sentOf(madeUp, zone));
  };
  const change = (act: () => void) => {
    act();
    setWasTried(false);
    trying.reset();
  };

  return (
    <>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <div className={styles['short']}>
          <ChoiceField
            label={messages.text('rules.mode.label')}
            value={mode}
            choices={modes.map((value) => ({ value, label: messages.text(`rules.mode.${value}`) }))}
            change={(value) => change(() => setMode(value as Mode))}
          />
        </div>
        {mode === 'issue' && (
          <div className={styles['short']}>
            <InputField
              label={messages.text('rules.key')}
              value={key}
              change={(value) => change(() => setKey(value))}
              autoComplete="off"
              mistake={wasTried && !isNamed ? messages.text('rules.noKey') : undefined}
            />
          </div>
        )}
        {mode === 'made-up' && shape.error && (
          <FailureNotice error={shape.error} retry={() => void shape.refetch()} />
        )}
        {mode === 'made-up' && !shape.data && !shape.error && <DefinitionsSkeleton />}
        {mode === 'made-up' && shape.data && (
          <MadeUpFields
            madeUp={madeUp}
            change={(next) => change(() => setMadeUp(next))}
            fields={shape.data.fields}
            mistakeAt={(place) => {
              const found = wasTried ? mistakes.get(place) : undefined;
              return found && messages.text(`rules.mistake.${found}`);
            }}
          />
        )}
        <div>
          <Button type="submit" appearance="primary" isLoading={trying.isPending}>
            {messages.text('rules.submit')}
          </Button>
        </div>
      </form>
      {trying.error && (
        <FailureNotice
          error={trying.error}
          retry={() => trying.mutate(trying.variables)}
          title={messages.text('rules.failed')}
        />
      )}
      {trying.isSuccess && trying.data === null && (
        <Notice tone="warning">{messages.text('rules.noSuchIssue')}</Notice>
      )}
      {trying.data && (
        <ReaderProvider value={reader}>
          <TriedResult tried={trying.data} fields={shape.data?.fields ?? []} />
          {mode === 'made-up' && <KeepCase issue={keptOf(madeUp, zone)} opened={opened} reload={reload} />}
        </ReaderProvider>
      )}
    </>
  );
}
