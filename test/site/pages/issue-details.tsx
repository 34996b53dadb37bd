/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import type { CustomField } from '../jira/model';
import { can, canOnIssue } from '../jira/permissions';
import { customValue } from './custom-value';
import type { IssueView } from './host';
import { dateTime } from './words';

interface Props {
  readonly view: IssueView;
}

export function Details({ view }: Props) {
  const { issue, host } = view;
  const { store } = host.jira;
  const fields = [...store.customFields.values()];
  const isFirst = (field: CustomField): boolean => field === fields[0] || field.appKey !== undefined;
  return (
    <>
      <details class="panel" open>
        <summary>
          <h2>Details</h2>
        </summary>
        <dl class="fields">
          <Priority view={view} />
          <Assignee view={view} />
          <Field name="Reporter">{store.user(issue.reporterId).displayName}</Field>
          <Field name="Type">{store.issueType(issue.typeId).name}</Field>
          <CustomFields view={view} fields={fields.filter(isFirst)} />
          {issue.labels.length > 0 && <Field name="Labels">{issue.labels.join(', ')}</Field>}
          <Security view={view} />
        </dl>
      </details>
      <details class="panel">
        <summary>
          <h2>More fields</h2>
        </summary>
        <dl class="fields">
          <CustomFields view={view} fields={fields.filter((field) => !isFirst(field))} />
        </dl>
      </details>
      <Dates view={view} />
    </>
  );
}

function CustomFields({ view, fields }: Props & { readonly fields: readonly CustomField[] }) {
  return (
    <>
      {fields.map((field) => (
        <Field name={field.name}>
          {customValue(view, view.issue, field) ?? <span class="muted">None</span>}
        </Field>
      ))}
    </>
  );
}

function Field({ name, children }: PropsWithChildren<{ readonly name: string }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Priority({ view }: Props) {
  const { issue, host, caller } = view;
  const { store } = host.jira;
  if (!canOnIssue(store, caller, 'EDIT_ISSUES', issue)) {
    return <Field name="Priority">{store.priority(issue.priorityId).name}</Field>;
  }
  return (
    <Field name="Priority">
      <select id="priority" aria-label="Priority" data-field="priority">
        {[...store.priorities.values()].map(({ id, name }) => (
          <option value={id} selected={id === issue.priorityId}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Assignee({ view }: Props) {
  const { issue, host, caller, visitor, project } = view;
  const { store } = host.jira;
  const mine = issue.assigneeId === visitor.accountId;
  return (
    <Field name="Assignee">
      {issue.assigneeId === null ? (
        <span class="muted">Unassigned</span>
      ) : (
        store.user(issue.assigneeId).displayName
      )}{' '}
      {can(store, caller, 'ASSIGN_ISSUES', project) && (
        <button type="button" id="assign" class="link" data-assign={mine ? '' : visitor.accountId}>
          {mine ? 'Unassign' : 'Assign to me'}
        </button>
      )}
    </Field>
  );
}

function Security({ view }: Props) {
  const { issue, project } = view;
  const level = project.securityLevels.find(({ id }) => id === issue.securityLevelId);
  return level === undefined ? null : <Field name="Security level">{level.name}</Field>;
}

function Dates({ view }: Props) {
  const { issue, visitor, host } = view;
  const at = (instant: number): string => dateTime(instant, visitor.timeZone);
  return (
    <details class="panel">
      <summary>
        <h2>Dates</h2>
      </summary>
      <dl class="fields">
        <Field name="Created">{at(issue.created)}</Field>
        <Field name="Updated">{at(issue.updated)}</Field>
        {issue.resolved !== null && issue.resolutionId !== null && (
          <>
            <Field name="Resolved">{at(issue.resolved)}</Field>
            <Field name="Resolution">{host.jira.store.resolution(issue.resolutionId).name}</Field>
          </>
        )}
      </dl>
    </details>
  );
}
