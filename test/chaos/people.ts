import { visitors } from '../site/sample/people';
import { settingsCallOf } from '../site/sample/settings-call';
import type { Caller } from '../site/seams';
import type { Running } from '../site/running';
import { definitions } from './definitions';
import { bornOfPeople } from './remains';
import type { Deed } from './script';

const agent = callerOf(visitors.agent.accountId);
const administrator = callerOf(visitors.jiraAdministrator.accountId);
const customer = callerOf(visitors.customer.accountId);

/** Does what a script says, as the people whose trade it is. What Jira does not allow just then does not happen. */
export class People {
  constructor(private readonly site: Running) {}

  async do(deed: Deed): Promise<void> {
    if (deed.kind === 'create') {
      const fields = {
        project: { key: 'ITSD' },
        issuetype: { name: 'Incident' },
        summary: 'Something is out of order',
        priority: { name: deed.priority },
      };
      await this.ask(agent, 'POST', '', { fields });
      return;
    }
    if (deed.kind === 'publish') return this.publish(deed.times);
    const issues = bornOfPeople(this.site);
    const issue = issues[deed.issue % issues.length]?.id;
    if (issue === undefined) return;
    switch (deed.kind) {
      case 'move': {
        const answer = await this.ask(agent, 'GET', `/${issue}/transitions`);
        const { transitions } = (await answer.json()) as { transitions: { id: string }[] };
        const transition = transitions[deed.transition % transitions.length];
        if (transition) await this.ask(agent, 'POST', `/${issue}/transitions`, { transition });
        return;
      }
      case 'priority':
        await this.ask(agent, 'PUT', `/${issue}`, { fields: { priority: { name: deed.priority } } });
        return;
      case 'assign': {
        const assignee = deed.to === 'agent' ? { accountId: visitors.agent.accountId } : null;
        await this.ask(agent, 'PUT', `/${issue}`, { fields: { assignee } });
        return;
      }
      case 'comment': {
        const properties = [{ key: 'sd.public.comment', value: { internal: !deed.public } }];
        const body = { type: 'doc', version: 1, content: [] };
        await this.ask(deed.public ? customer : agent, 'POST', `/${issue}/comment`, { body, properties });
        return;
      }
      case 'delete':
        await this.ask(administrator, 'DELETE', `/${issue}`);
    }
  }

  private async publish(times: number): Promise<void> {
    const { forge, jira } = this.site;
    const [project] = jira.store.projects.values();
    if (!project) throw new Error('The site has no project.');
    const call = settingsCallOf(forge, project, visitors.projectAdministrator);
    const answer = (await call('importDefinitions', { file: definitions(times) })) as { ok: boolean };
    if (!answer.ok) throw new Error(`The app refused definitions: ${JSON.stringify(answer)}`);
  }

  private ask(caller: Caller, method: string, path: string, body?: object): Promise<Response> {
    const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const url = `http://localhost/rest/api/3/issue${path}`;
    return this.site.jira.rest(new Request(url, body ? init : { method }), caller);
  }
}

function callerOf(accountId: string): Caller {
  return { kind: 'user', accountId };
}
