import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
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
import { mistakesIn, sentOf, type MadeUp } from './made-up';
import { MadeUpFields } from './made-up-fields';
import styles from './rules.module.css';
import { TriedResult } from './tried-result';

const modes = ['issue', 'made-up'] as const;
type Mode = (typeof modes)[number];

/** Which agreement, goal and calendar win for an issue, be it made up, and for every rule above them why not. */
export function RulesSection(): ReactElement {
  const { messages, zone } = useReader();
  const shape = useProjectShape();
  const reader = useKnowingReader(shape.data);
  const trying = useTriedRules();
  const [mode, setMode] = useState<Mode>('issue');
  const [key, setKey] = useState('');
  const [madeUp, setMadeUp] = useState<MadeUp>(() => ({
    created: wallInput(clockNow(), zone),
    fields: [{ field: 'priority', values: [] }],
    changes: [],
  }));
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
    <section className={styles['section']} aria-labelledby="rules">
      <h2 id="rules" className={styles['heading']}>
        {messages.text('rules.title')}
      </h2>
      <p>{messages.text('rules.intro')}</p>
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
        </ReaderProvider>
      )}
    </section>
  );
}
