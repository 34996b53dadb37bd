/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { permissionCategories, projectRoles } from '../jira/model';
import type { Permission } from '../jira/model';
import { grantsOf, schemeName } from '../jira/permission-scheme';
import type { Grant } from '../jira/permission-scheme';
import { can, permissions } from '../jira/permissions';
import type { ProjectView } from './host';
import { ProjectSettings } from './settings-page';

const headings: Readonly<Record<Permission['category'], string>> = {
  projects: 'Project permissions',
  issues: 'Issue permissions',
  voters_and_watchers: 'Voters & watchers permissions',
  comments: 'Comments permissions',
  attachments: 'Attachments permissions',
  time_tracking: 'Time tracking permissions',
  other: 'Other permissions',
};

/** Which roles have which permission, with a form for another and a button to take each away for Jira administrators. */
export function PermissionsPage({ view }: { readonly view: ProjectView }) {
  const { store } = view.host.jira;
  const mayChange = can(store, view.caller, 'ADMINISTER');
  const all = permissions(store).filter(({ type }) => type === 'PROJECT');
  const grants = grantsOf(store);
  const groups = permissionCategories
    .map((category) => ({
      heading: headings[category],
      list: all.filter((each) => each.category === category),
    }))
    .filter(({ list }) => list.length > 0);
  return (
    <ProjectSettings view={view} title="Permissions">
      <p class="muted">
        {schemeName}. All projects of this site share it
        {mayChange ? '.' : '; Jira administrators change it.'}
      </p>
      {mayChange && (
        <form class="row" method="post">
          <label>
            <span class="label">Permission</span>
            <select name="permission">
              {groups.map(({ heading, list }) => (
                <optgroup label={heading}>
                  {list.map(({ key, name }) => (
                    <option value={key}>{name}</option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <label>
            <span class="label">Project role</span>
            <select name="role">
              {projectRoles.map((role) => (
                <option>{role}</option>
              ))}
            </select>
          </label>
          <button class="primary" name="action" value="grant">
            Grant permission
          </button>
        </form>
      )}
      {groups.map(({ heading, list }) => (
        <table class="permissions" aria-label={heading}>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              <th scope="col">Granted to</th>
            </tr>
          </thead>
          <tbody>
            {list.map((each) => (
              <tr>
                <th scope="row">
                  {each.name}
                  {each.description !== '' && <p class="muted">{each.description}</p>}
                </th>
                <td>
                  <Granted
                    name={each.name}
                    grants={grants.filter(({ permission }) => permission === each.key)}
                    mayChange={mayChange}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </ProjectSettings>
  );
}

interface GrantedProps {
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly mayChange: boolean;
}

function Granted({ name, grants, mayChange }: GrantedProps) {
  if (grants.length === 0) return <span class="muted">Nobody</span>;
  return (
    <ul>
      {grants.map(({ id, role }) => (
        <li>
          {role}
          {mayChange && (
            <form method="post" data-confirm={`Take “${name}” away from ${role}?`} data-confirm-yes="Remove">
              <input type="hidden" name="grant" value={id} />
              <button class="link" name="action" value="remove" aria-label={`Remove ${role} from ${name}`}>
                Remove
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
