import { useId, type ReactElement } from 'react';
import type { OutageRuleDraft } from '../../../../../src/domain/outage/outage-rules';
import { degrees } from '../../../../../src/domain/outage/outage';
import { ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { Tick } from '../../parts/tick';
import { ConditionField } from '../agreements/editor/condition/condition-field';
import { FieldChoice } from '../agreements/editor/condition/field-choice';
import { useFindings, useMistake } from '../agreements/editor/editor-context';
import styles from '../agreements/editor/editor.module.css';
import { withEntry } from '../agreements/editor/entries';
import { Said } from '../agreements/editor/said';
import type { Known } from './outage-text';

interface Props {
  readonly rule: OutageRuleDraft;
  readonly number: number;
  readonly path: string;
  readonly services: Known['services'];
  readonly change: (rule: OutageRuleDraft) => void;
  readonly remove: () => void;
}

const conditions = [
  { part: 'when', want: 'state' },
  { part: 'begin', want: 'event' },
  { part: 'end', want: 'event' },
] as const;

/** One rule: which issues, what in them marks begin and restoration, and what kind of outage that is. */
export function RuleFields({ rule, number, path, services, change, remove }: Props): ReactElement {
  const { messages } = useReader();
  const id = useId();
  const name = rule.name.trim() || messages.text('outages.rules.number', { number });
  const offered = services.filter((each) => !each.isRetired || each.id === rule.service);
  return (
    <section className={styles['metric']} aria-labelledby={id}>
      <div className={styles['line']}>
        <h3 id={id} className="subheading">
          {name}
        </h3>
        <TextButton aria-label={messages.text('agreement.edit.removeNamed', { name })} onClick={remove}>
          {messages.text('agreement.edit.remove')}
        </TextButton>
      </div>
      <div className={styles['fields']}>
        <InputField
          label={messages.text('outages.rules.name')}
          value={rule.name}
          change={(text) => change({ ...rule, name: text })}
          mistake={useMistake(`${path}.name`)}
        />
        <ChoiceField
          label={messages.text('outages.service')}
          value={rule.service ?? ''}
          choices={[
            { value: '', label: messages.text('outages.rules.ownService') },
            ...offered.map((service) => ({ value: service.id, label: service.name })),
          ]}
          change={(service) => change(withEntry(rule, 'service', service || undefined))}
          mistake={useMistake(`${path}.service`)}
        />
        <ChoiceField
          label={messages.text('outages.form.degree')}
          value={rule.degree}
          choices={degrees.map((value) => ({ value, label: messages.text(`outages.degree.${value}`) }))}
          change={(value) =>
            change({ ...rule, degree: degrees.find((each) => each === value) ?? rule.degree })
          }
        />
      </div>
      <Tick
        label={messages.text('outages.form.planned')}
        help={messages.text('outages.form.plannedHelp')}
        isChecked={rule.planned}
        change={(planned) => change({ ...rule, planned })}
      />
      {conditions.map(({ part, want }) => (
        <ConditionField
          key={part}
          label={messages.text(`outages.rules.${part}`)}
          help={messages.text(`outages.rules.help.${part}`)}
          condition={rule[part]}
          change={(condition) => change({ ...rule, [part]: condition })}
          want={want}
          path={`${path}.${part}`}
        />
      ))}
      {(['beginAt', 'endAt'] as const).map((part) => (
        <TimeField key={part} part={part} rule={rule} path={path} change={change} />
      ))}
    </section>
  );
}

function TimeField({
  part,
  rule,
  path,
  change,
}: Pick<Props, 'rule' | 'path' | 'change'> & { readonly part: 'beginAt' | 'endAt' }): ReactElement {
  const { messages } = useReader();
  const label = messages.text(`outages.rules.${part}`);
  return (
    <div className={styles['condition']}>
      <span className="label">{label}</span>
      <p className="note">{messages.text(`outages.rules.help.${part}`)}</p>
      <FieldChoice
        label={label}
        field={rule[part] ?? ''}
        change={(field) => change(withEntry(rule, part, field || undefined))}
        kinds={['instant']}
        none={messages.text('agreement.edit.more.noField')}
      />
      <Said findings={useFindings(`${path}.${part}`)} />
    </div>
  );
}
