import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ProjectShape } from '../../../../../src/domain/agreement/project-shape';
import { dayNumberOf } from '../../../../../src/domain/time/local-date';
import { useRulesPreview } from '../../data/use-rules-preview';
import type { StartingValues } from '../../data/use-starting-values';
import { useUnsaved } from '../../parts/address';
import { InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { calendarOf, draftOf, fileOf, firstChoice, hoursProblems, lacking, type Choice } from './choice';
import { HoursChoice } from './hours-choice';
import { NotInForce } from './not-in-force';
import { PresetChoice } from './preset-choice';
import { PreviewFigures } from './preview-figures';
import { PromiseTable } from './promise-table';
import styles from './start.module.css';
import { WaysFields } from './ways-fields';
import { WhatIsLacking } from './what-is-lacking';

interface Props {
  readonly shape: ProjectShape;
  /** Ids of calendars that are there already. */
  readonly taken: readonly string[];
  readonly starting: StartingValues;
  readonly isBusy: boolean;
  readonly failure: Error | null;
  readonly putIntoForce: (file: string) => void;
}

/** Hours and promises to choose from, and at once what they would mean for the issues that are open. */
export function StartForm({ shape, taken, starting, isBusy, failure, putIntoForce }: Props): ReactElement {
  const { messages } = useReader();
  const [first] = useState(() => firstChoice(shape, starting, clockNow()));
  const [choice, setChoice] = useState<Choice>(first);
  useUnsaved(choice.own !== first.own || choice.ways !== first.ways);
  const change = (part: Partial<Choice>): void => setChoice({ ...choice, ...part });

  const problems = hoursProblems(choice);
  const lacks = lacking(choice.preset, shape, choice.ways);
  const isDate = dayNumberOf(choice.from) !== undefined;
  const isSound = problems.length === 0 && isDate && lacks.length === 0;
  const file = isSound ? fileOf(draftOf(choice, shape, taken, { messages, goal: starting.goal })) : undefined;
  const preview = useRulesPreview(file);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file !== undefined && !isBusy) putIntoForce(file);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p className={styles['intro']}>{messages.text('start.intro')}</p>
      <HoursChoice choice={choice} problems={problems} change={change} />
      <PresetChoice choice={choice} shape={shape} change={change} />
      <WaysFields shape={shape} ways={choice.ways} change={(ways) => change({ ways })} />
      <section className={styles['step']} aria-labelledby="meaning">
        <h2 id="meaning" className="heading">
          {messages.text('start.preview.title')}
        </h2>
        {lacks.length > 0 && <WhatIsLacking lacks={lacks} />}
        {problems.length > 0 && <p className="note">{messages.text('start.preview.hoursFirst')}</p>}
        {problems.length === 0 && (
          <PromiseTable preset={choice.preset} calendar={calendarOf(choice, 'chosen', 'chosen')} />
        )}
        <div className={styles['narrow']}>
          <InputField
            type="date"
            label={messages.text('start.from.label')}
            help={messages.text('start.from.help')}
            value={choice.from}
            change={(from) => change({ from })}
            mistake={isDate ? undefined : messages.text('start.from.mistake')}
          />
        </div>
        {isSound && <PreviewFigures preview={preview} />}
      </section>
      {failure && <NotInForce error={failure} />}
      <div className={styles['put']}>
        <Button type="submit" appearance="primary" isLoading={isBusy} isDisabled={!isSound}>
          {messages.text('start.put')}
        </Button>
        <p className="note">{messages.text('start.putNote')}</p>
      </div>
    </form>
  );
}
