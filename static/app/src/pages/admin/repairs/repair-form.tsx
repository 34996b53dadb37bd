import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { RepairsView } from '../../../../../../src/contract/repairs';
import { usePreviewRepair } from '../../../data/use-repairs';
import { AreaField, ChoiceField, InputField } from '../../../parts/field';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { clockNow } from '../../../platform/clock';
import { CallFailure } from '../../../platform/call-failure';
import { failureText, problemText } from '../../../text/failure-text';
import { instantOf } from '../../../text/wall-input';
import { instant } from '../../../../../../src/domain/time/instant';
import { zoneText } from '../../../text/when';
import { ProblemList } from '../../project-settings/problem-list';
import { styles } from '../styles';
import { versionText } from './version-text';

/** As many characters as the app takes. */
const LONGEST_REASON = 500;

interface Props {
  readonly project: string;
  readonly agreements: RepairsView['agreements'];
  /** What was written stays while something else is shown. */
  readonly isHidden: boolean;
  readonly asked: () => void;
}

const fields = ['agreement', 'version', 'from', 'to', 'reason'] as const;
type FieldName = (typeof fields)[number];
type Texts = Readonly<Record<FieldName, string>>;

const nothing: Texts = { agreement: '', version: '', from: '', to: '', reason: '' };

/** Says what is to be repaired. Mistakes stand at their fields, and nothing that was written is lost. */
export function RepairForm({ project, agreements, isHidden, asked }: Props): ReactElement {
  const reader = useReader();
  const { messages, zone } = reader;
  const previewing = usePreviewRepair();
  const [written, setWritten] = useState(nothing);
  const [mistakes, setMistakes] = useState<Partial<Texts>>({});
  const agreement = agreements.find(({ id }) => id === written.agreement) ?? agreements[0];
  const versions = agreement?.versions ?? [];
  const version = versions.find((each) => each.version === written.version) ?? versions.at(-1);
  const now = instant(clockNow());

  const write = (field: FieldName, text: string): void => {
    setWritten({ ...written, [field]: text });
    setMistakes({ ...mistakes, [field]: undefined });
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [from, to] = [instantOf(written.from, zone), instantOf(written.to, zone)];
    const noTime = messages.text('admin.repairs.form.noTime');
    const found: Partial<Texts> = {
      ...(from === undefined && { from: noTime }),
      ...(to === undefined && { to: noTime }),
      ...(written.reason.length > LONGEST_REASON && {
        reason: messages.text('admin.repairs.form.tooLong', { limit: LONGEST_REASON }),
      }),
    };
    setMistakes(found);
    if (Object.keys(found).length > 0 || from === undefined || to === undefined) return;
    if (!agreement || !version) return;
    previewing.mutate(
      { project, agreement: agreement.id, version: version.version, from, to, reason: written.reason },
      {
        onSuccess: asked,
        onError: (error) => {
          if (!(error instanceof CallFailure)) return;
          const told = error.problems.map((problem) => [problem.path, problemText(problem, messages)]);
          setMistakes(Object.fromEntries(told) as Partial<Texts>);
        },
      },
    );
  };

  return (
    <form className={styles['form']} onSubmit={submit} hidden={isHidden} noValidate>
      <h3 className="subheading">{messages.text('admin.repairs.form.title')}</h3>
      <ChoiceField
        label={messages.text('admin.repairs.form.agreement')}
        value={agreement?.id ?? ''}
        choices={agreements.map(({ id, name }) => ({ value: id, label: name }))}
        change={(id) => write('agreement', id)}
        mistake={mistakes.agreement}
      />
      <ChoiceField
        label={messages.text('admin.repairs.form.version')}
        value={version?.version ?? ''}
        choices={versions.map((each) => ({ value: each.version, label: versionText(each, now, reader) }))}
        change={(chosen) => write('version', chosen)}
        mistake={mistakes.version}
      />
      <div className={styles['pair']}>
        {(['from', 'to'] as const).map((field) => (
          <InputField
            key={field}
            type="datetime-local"
            label={messages.text(`admin.repairs.form.${field}`)}
            value={written[field]}
            change={(text) => write(field, text)}
            mistake={mistakes[field]}
          />
        ))}
      </div>
      <p className="note">
        {messages.text('admin.repairs.form.zone', { zone: zoneText(zone, now, reader) })}
      </p>
      <AreaField
        label={messages.text('admin.repairs.form.reason')}
        help={messages.text('admin.repairs.form.reasonHelp', { limit: LONGEST_REASON })}
        value={written.reason}
        change={(text) => write('reason', text)}
        mistake={mistakes.reason}
      />
      {previewing.error && <Refused error={previewing.error} />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={previewing.isPending}>
          {messages.text('admin.repairs.form.submit')}
        </Button>
      </div>
    </form>
  );
}

/** What no field can show. */
function Refused({ error }: { readonly error: Error }): ReactElement | null {
  const { messages } = useReader();
  const problems = error instanceof CallFailure ? error.problems : [];
  const elsewhere = problems.filter(({ path }) => !fields.some((field) => field === path));
  if (problems.length > 0 && elsewhere.length === 0) return null;
  return (
    <Notice tone="error" title={messages.text('admin.repairs.form.refused')}>
      {elsewhere.length > 0 ? <ProblemList problems={elsewhere} /> : failureText(error, messages)}{' '}
      {messages.text('admin.repairs.form.nothingLost')}
    </Notice>
  );
}
