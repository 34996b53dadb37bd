import type { ReactElement } from 'react';
import { agreementKinds, type AgreementKind } from '../../../../../../src/domain/agreement/agreement';
import type { AgreementDraft } from '../../../../../../src/domain/agreement/draft';
import { runOffRules, type RunOff } from '../../../../../../src/domain/timer/timeline';
import { ChoiceField, InputField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import { ZoneField } from '../../calendars/zone-field';
import { agreementKindText } from '../../project-settings/agreement-kind-text';
import { lies, ROOT } from './check-draft';
import { useFindings, useMistake } from './editor-context';
import styles from './editor.module.css';
import { withEntry } from './entries';
import { OptionalCondition } from './optional-condition';
import { Said } from './said';

interface Props {
  readonly text: AgreementDraft;
  readonly change: (text: AgreementDraft) => void;
}

const scopes = ['customer', 'service', 'covers'] as const;
/** Parts of an agreement that say themselves what was found in them. */
const parts = [
  ...scopes,
  'name',
  'timeZone',
  'effectiveFrom',
  'effectiveTo',
  'periodicTargets',
  'priorityMatrix',
  'metrics',
];

/** What an agreement is, whom it binds, when it is in force, and which issues it is about. */
export function HeadPart({ text, change }: Props): ReactElement {
  const { messages } = useReader();
  const name = useMistake(`${ROOT}.name`);
  const timeZone = useMistake(`${ROOT}.timeZone`);
  const loose = useFindings(ROOT).filter(({ path }) => !parts.some((part) => lies(path, `${ROOT}.${part}`)));
  return (
    <>
      <div className={styles['fields']}>
        <InputField
          label={messages.text('agreement.edit.name')}
          value={text.name}
          change={(said) => change({ ...text, name: said })}
          mistake={name}
          autoComplete="off"
        />
        <ChoiceField
          label={messages.text('agreement.edit.kind')}
          help={messages.text(`agreement.edit.binds.${text.kind}`)}
          value={text.kind}
          choices={agreementKinds.map((value) => ({ value, label: agreementKindText(value, messages) }))}
          change={(kind) => change({ ...text, kind: kind as AgreementKind })}
        />
        <Dates text={text} change={change} />
        <ZoneField
          zone={text.timeZone}
          change={(zone) => change({ ...text, timeZone: zone })}
          mistake={timeZone}
        />
      </div>
      <Said findings={loose} />
      <section className={styles['part']} aria-labelledby="agreement-scope">
        <h3 id="agreement-scope" className="subheading">
          {messages.text('agreement.edit.scope.title')}
        </h3>
        <p className="note">{messages.text('agreement.edit.scope.note')}</p>
        {scopes.map((scope) => (
          <OptionalCondition
            key={scope}
            label={messages.text(`agreement.edit.scope.${scope}.label`)}
            help={messages.text(`agreement.edit.scope.${scope}.help`)}
            condition={text[scope]}
            change={(condition) => change(withEntry(text, scope, condition))}
            want="state"
            path={`${ROOT}.${scope}`}
          />
        ))}
      </section>
    </>
  );
}

/** From when to when, as days in the agreement's zone; an end that names a minute stays as it is written. */
function Dates({ text, change }: Props): ReactElement {
  const { messages } = useReader();
  const { effectiveTo = '' } = text;
  const from = useMistake(`${ROOT}.effectiveFrom`);
  const to = useMistake(`${ROOT}.effectiveTo`);
  return (
    <>
      <InputField
        label={messages.text('agreement.edit.effectiveFrom')}
        type="date"
        max="2199-12-23"
        value={text.effectiveFrom}
        change={(date) => change({ ...text, effectiveFrom: date })}
        mistake={from}
      />
      <InputField
        label={messages.text('agreement.edit.effectiveTo')}
        help={effectiveTo === '' && messages.text('agreement.edit.openEnd')}
        type={effectiveTo.includes('T') ? 'text' : 'date'}
        max="2199-12-23"
        value={effectiveTo}
        change={(date) => change(withEntry(text, 'effectiveTo', date || undefined))}
        mistake={to}
      />
      {effectiveTo !== '' && (
        <ChoiceField
          label={messages.text('agreement.edit.runOff.label')}
          help={messages.text(`agreement.edit.runOff.help.${text.runOff ?? 'finish'}`)}
          value={text.runOff ?? 'finish'}
          choices={runOffRules.map((value) => ({
            value,
            label: messages.text(`agreement.edit.runOff.${value}`),
          }))}
          change={(rule) => change({ ...text, runOff: rule as RunOff })}
        />
      )}
    </>
  );
}
