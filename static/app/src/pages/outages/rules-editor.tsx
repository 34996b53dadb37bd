import Button from '@atlaskit/button/new';
import { useMemo, useState, type FormEvent, type ReactElement } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import type { OutageRulesView } from '../../../../../src/contract/outages';
import { knownAmong } from '../../../../../src/domain/agreement/known-field';
import type { Finding } from '../../../../../src/domain/agreement/lint';
import type { ProjectShape } from '../../../../../src/domain/agreement/project-shape';
import { readOutageRules } from '../../../../../src/domain/outage/outage-rules';
import { useSaveOutageRules } from '../../data/use-outages';
import { useAddress, useUnsaved } from '../../parts/address';
import { Notice } from '../../parts/notice';
import { ReaderProvider, useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { clockNow } from '../../platform/clock';
import { problemText } from '../../text/failure-text';
import { knowingFields } from '../../text/fact-text';
import { EditorProvider } from '../agreements/editor/editor-context';
import { lies } from '../agreements/editor/check-draft';
import styles from '../agreements/editor/editor.module.css';
import { RefusedNotice } from '../breaches/refused-notice';
import type { Known } from './outage-text';
import { draftsOf, newRule } from './rule-drafts';
import { RuleFields } from './rule-fields';

interface Props {
  readonly kept: OutageRulesView;
  readonly shape: ProjectShape;
  readonly calendars: CalendarsView;
  readonly services: Known['services'];
  readonly close: () => void;
}

/** Edits the rules by which issues are outages. */
export function RulesEditor({ kept, shape, calendars, services, close }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { keep } = useAddress();
  const saving = useSaveOutageRules();
  // What was opened stays the ground of what is typed, whoever saves meanwhile.
  const [opened] = useState(() => ({ rules: draftsOf(kept.rules, shape), seen: kept.revision }));
  const [rules, setRules] = useState(opened.rules);
  const [isTried, setTried] = useState(false);
  const isChanged = JSON.stringify(rules) !== JSON.stringify(opened.rules);
  useUnsaved(isChanged);
  const surroundings = { fieldOf: knownAmong(shape.fields), services: services.map(({ id }) => id) };
  const { problems } = readOutageRules(rules, surroundings);
  const refused = saving.error instanceof CallFailure ? saving.error.problems : [];
  const findings = [...(isTried ? problems : []), ...refused].map((found): Finding => ({
    ...found,
    severity: 'error',
  }));
  const [now] = useState(clockNow);
  const knowing = useMemo(
    () => knowingFields(reader, new Map(shape.fields.map(({ id, name }) => [id, name]))),
    [reader, shape],
  );
  const edit = (changed: typeof rules): void => {
    saving.reset();
    setRules(changed);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problems.length > 0 || saving.isPending) return;
    saving.mutate(
      { rules, seen: opened.seen },
      {
        onSuccess: () => {
          keep(false);
          close();
        },
      },
    );
  };
  const others = refused
    .filter(({ path }) => !rules.some((_, index) => lies(path, `rules[${index}]`)))
    .map((found) => problemText(found, messages));
  return (
    <ReaderProvider value={knowing}>
      <EditorProvider value={{ shape, calendars, findings, now, startsAt: now }}>
        <form className={styles['editor']} onSubmit={submit} noValidate>
          {rules.length === 0 && <Notice tone="information">{messages.text('outages.rules.none')}</Notice>}
          {rules.map((rule, index) => (
            <RuleFields
              key={rule.id}
              rule={rule}
              number={index + 1}
              path={`rules[${index}]`}
              services={services}
              change={(changed) => edit(rules.map((each, place) => (place === index ? changed : each)))}
              remove={() => edit(rules.filter((_, place) => place !== index))}
            />
          ))}
          <div>
            <Button onClick={() => edit([...rules, newRule(shape, rules, clockNow())])}>
              {messages.text('outages.rules.add')}
            </Button>
          </div>
          {isTried && problems.length > 0 && (
            <Notice tone="error" title={messages.text('breaches.notSaved')}>
              {messages.text('agreements.mendAbove')}
            </Notice>
          )}
          <RefusedNotice error={saving.error} others={others} />
          <div className="buttons">
            <Button type="submit" appearance="primary" isLoading={saving.isPending}>
              {messages.text('breaches.save')}
            </Button>
            <Button isDisabled={saving.isPending} onClick={close}>
              {messages.text('agreements.cancel')}
            </Button>
          </div>
        </form>
      </EditorProvider>
    </ReaderProvider>
  );
}
