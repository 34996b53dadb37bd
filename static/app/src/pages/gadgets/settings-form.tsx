import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import { usePromisesOf } from '../../data/use-gadget';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { leaveSettings, saveGadget } from '../../platform/gadget';
import type { Messages } from '../../text/messages';
import { compareNames } from '../../text/names';
import styles from './gadgets.module.css';
import { ProjectField } from './project-field';
import {
  choices,
  savedSettings,
  settingsIn,
  settingsOf,
  type Choice,
  type GadgetKind,
  type GadgetSettings,
  type Setting,
} from './settings';

interface Props {
  readonly kind: GadgetKind;
  readonly saved: GadgetSettings;
}

/** The settings of a gadget: its project, and what there is to choose for a gadget of its kind. */
export function SettingsForm({ kind, saved }: Props): ReactElement {
  const { messages } = useReader();
  const [settings, setSettings] = useState(saved);
  const [isMissed, setMissed] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { project } = settings;
  const change = (more: object): void => setSettings(settingsIn({ ...settings, ...more }));
  const save = (): void => {
    setMissed(project === undefined);
    setFailed(false);
    if (project !== undefined) saveGadget(savedSettings(kind, settings)).catch(() => setFailed(true));
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ProjectField
        chosen={project}
        mistake={isMissed && project === undefined ? messages.text('gadgets.noProject') : undefined}
        // An agreement of another project means nothing in this one.
        choose={(id) => change({ project: id, agreement: undefined, kind: undefined })}
      />
      {project !== undefined && <PromiseFields {...{ project, settings, change }} names={settingsOf(kind)} />}
      {settingsOf(kind).map((name) =>
        name === 'agreement' || name === 'kind' ? null : (
          <ChoiceField
            key={name}
            label={messages.text(`gadgets.setting.${name}`)}
            value={String(settings[name])}
            choices={choices[name].map((value) => ({
              value: String(value),
              label: choiceText(name, value, messages),
            }))}
            change={(code) => change({ [name]: choices[name].find((value) => String(value) === code) })}
          />
        ),
      )}
      {hasFailed && <Notice tone="error">{messages.text('gadgets.notSaved')}</Notice>}
      <div className="buttons">
        <Button type="submit" appearance="primary">
          {messages.text('gadgets.save')}
        </Button>
        <Button onClick={() => void leaveSettings()}>{messages.text('gadgets.cancel')}</Button>
      </div>
    </form>
  );
}

function choiceText(name: Choice, value: string | number, messages: Messages): string {
  switch (name) {
    case 'period':
      return messages.text(`reports.period.${value as (typeof choices.period)[number]}`);
    case 'count':
    case 'days':
      return messages.text(`gadgets.choice.${name}`, { value });
    default:
      return messages.text(`gadgets.choice.${value as (typeof choices)[typeof name][number]}`);
  }
}

interface PromiseProps {
  readonly project: string;
  readonly settings: GadgetSettings;
  readonly names: readonly Setting[];
  readonly change: (more: Partial<Pick<GadgetSettings, 'agreement' | 'kind'>>) => void;
}

/** What can be chosen of what the project promises. */
function PromiseFields({ project, settings, names, change }: PromiseProps): ReactElement {
  const { messages, locale } = useReader();
  const { data, error, refetch } = usePromisesOf(project);
  const { agreement, kind } = settings;
  const named = Object.entries(data?.names.agreements ?? {})
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => compareNames(a.label, b.label, locale));
  const isGone = agreement !== undefined && !named.some(({ value }) => value === agreement);
  const kinds = [...new Set([...(data?.kinds ?? []), ...(kind ? [kind] : [])])];
  return (
    <>
      {names.includes('agreement') && (
        <ChoiceField
          label={messages.text('board.filter.agreement')}
          value={agreement ?? ''}
          choices={[
            { value: '', label: messages.text('board.all') },
            ...named,
            ...(isGone ? [{ value: agreement, label: agreement }] : []),
          ]}
          change={(value) => change({ agreement: value || undefined })}
        />
      )}
      {names.includes('kind') && (
        <ChoiceField
          label={messages.text('board.filter.kind')}
          value={kind ?? ''}
          choices={[
            { value: '', label: messages.text('board.all') },
            ...kinds.map((value) => ({ value, label: messages.text(`timer.kind.${value}`) })),
          ]}
          change={(value) => change({ kind: kinds.find((each) => each === value) })}
        />
      )}
      {error && <FailureNotice error={error} retry={() => void refetch()} tone="warning" />}
      {data && !data.hasAgreements && (
        <Notice tone="information">{messages.text('board.empty.title')}</Notice>
      )}
    </>
  );
}
