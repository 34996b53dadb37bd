import type { ReactElement } from 'react';
import { ruleOf, type Unit } from '../../../../../../../src/domain/monitoring/measures';
import {
  targetPeriods,
  type PeriodicTarget,
} from '../../../../../../../src/domain/monitoring/periodic-target';
import { ChoiceField, InputField } from '../../../../parts/field';
import { PersonField } from '../../../../parts/person-field';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { Tick } from '../../../../parts/tick';
import { lies } from '../check-draft';
import { useEditor, useFindings, useMistake } from '../editor-context';
import styles from '../editor.module.css';
import { withEntry } from '../entries';
import { Said } from '../said';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly target: PeriodicTarget;
  readonly number: number;
  readonly path: string;
  readonly timers: readonly Choice[];
  readonly services: readonly Choice[];
  readonly change: (target: PeriodicTarget) => void;
  readonly remove: () => void;
}

/** How an amount of each unit is written. */
export const examples: Readonly<Record<Unit, string>> = { percent: '99.9%', duration: '4h', number: '12' };

/** Parts that say themselves what was found in them. */
const parts = ['target', 'metric', 'service', 'calendar', 'base', 'name'] as const;

/** One promise for a period: what is measured, how much of it there is to be, and who sees to its value. */
export function TargetRow({ target, number, path, timers, services, change, remove }: Props): ReactElement {
  const { messages } = useReader();
  const { calendars } = useEditor();
  const { measure, period, byHand, calendar = '', responsible = '' } = target;
  const { unit, bound, source, asks, inHours } = ruleOf(measure);
  const label = messages.text('agreement.edit.periodic.row', {
    number,
    measure: messages.text(`measure.${measure}`),
  });
  const loose = useFindings(path).filter(
    ({ path: at }) => !parts.some((part) => lies(at, `${path}.${part}`)),
  );
  const mistakes = {
    target: useMistake(`${path}.target`),
    metric: useMistake(`${path}.metric`),
    service: useMistake(`${path}.service`),
    calendar: useMistake(`${path}.calendar`),
    base: useMistake(`${path}.base`),
    name: useMistake(`${path}.name`),
  };
  const choose = { value: '', label: messages.text('agreement.edit.periodic.choose') };
  return (
    <div role="group" aria-label={label} className={styles['row']} data-row>
      <div className={styles['line']}>
        <strong>{messages.text(`measure.${measure}`)}</strong>
        <TextButton
          aria-label={messages.text('agreement.edit.removeNamed', { name: label })}
          onClick={remove}
        >
          {messages.text('agreement.edit.remove')}
        </TextButton>
      </div>
      <p className="note">{messages.text(`agreement.edit.periodic.about.${measure}`)}</p>
      <Said findings={loose} />
      <div className={styles['fields']}>
        {asks === 'name' && (
          <InputField
            label={messages.text('agreement.edit.periodic.name')}
            value={target.name ?? ''}
            change={(name) => change(withEntry(target, 'name', name || undefined))}
            maxLength={200}
            mistake={mistakes.name}
          />
        )}
        <InputField
          label={messages.text(`agreement.edit.periodic.target.${bound}`)}
          value={target.target}
          change={(text) => change({ ...target, target: text })}
          placeholder={examples[unit]}
          autoComplete="off"
          maxLength={100}
          mistake={mistakes.target}
        />
        <ChoiceField
          label={messages.text('agreement.edit.periodic.period')}
          value={period}
          choices={targetPeriods.map((value) => ({ value, label: messages.text(`reports.period.${value}`) }))}
          change={(chosen) =>
            change({ ...target, period: targetPeriods.find((each) => each === chosen) ?? period })
          }
        />
        {asks === 'metric' && (
          <ChoiceField
            label={messages.text('agreement.edit.periodic.metric')}
            value={target.metric ?? ''}
            choices={[choose, ...timers]}
            change={(metric) => change(withEntry(target, 'metric', metric || undefined))}
            mistake={mistakes.metric}
          />
        )}
        {asks === 'service' && (
          <ChoiceField
            label={messages.text('agreement.edit.periodic.service')}
            value={target.service ?? ''}
            choices={[choose, ...services]}
            change={(service) => change(withEntry(target, 'service', service || undefined))}
            mistake={mistakes.service}
          />
        )}
        {inHours && (
          <ChoiceField
            label={messages.text('agreement.edit.periodic.calendar')}
            value={calendar}
            choices={[
              { value: '', label: messages.text('agreement.edit.periodic.roundTheClock') },
              ...calendars.calendars.map(({ record: { id, name } }) => ({ value: id, label: name })),
            ]}
            change={(id) => change(withEntry(target, 'calendar', id || undefined))}
            mistake={mistakes.calendar}
          />
        )}
        {asks === 'base' && (
          <InputField
            label={messages.text('agreement.edit.periodic.base')}
            help={messages.text('agreement.edit.periodic.baseHelp')}
            value={target.base ?? ''}
            change={(base) => change(withEntry(target, 'base', base || undefined))}
            maxLength={200}
            mistake={mistakes.base}
          />
        )}
        <PersonField
          label={messages.text('agreement.edit.periodic.responsible')}
          account={responsible}
          change={(account) => change(withEntry(target, 'responsible', account || undefined))}
        />
      </div>
      {(source === 'outages' || source === 'satisfaction') && (
        <Tick
          label={messages.text('agreement.edit.periodic.byHand')}
          isChecked={byHand === true}
          change={(isChecked) => change(withEntry(target, 'byHand', isChecked || undefined))}
        />
      )}
    </div>
  );
}
