import { adfOf } from '../../site/jira/adf';
import type { Issue } from '../../site/jira/model';
import type { Caller } from '../../site/seams';
import { visitors } from '../../site/sample/people';
import { agent, manager, TestJira } from './jira-fixture';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const londonNoon = Date.UTC(2026, 10, 18, 12);

/**
 * A Jira whose search is never behind, at noon in London on Wednesday 18 November 2026, with five issues:
 * - ITSD-1, four days old: P1, Network, assigned to Alex, labels `vpn` and `Urgent`, commented, property `sla`
 * - ITSD-2, three days old: P2, a service request, resolved yesterday, group Desktop
 * - ITSD-3, a day old: P3, nobody's, waited for the customer and works again
 * - ITSD-4, an hour old: P4, assigned to Sam, text in Chinese
 * - ITSD-5, ten minutes old: P3, hidden from everybody but managers
 */
export class JqlSite extends TestJira {
  constructor() {
    super();
    this.jira.index.lagMs = 0;
    const { store, changes } = this.jira;
    const group = store.customField('customfield_10050');
    const network = store.optionId(group, 'Network');
    const desktop = store.optionId(group, 'Desktop support');
    const move = (issue: Issue, id: string, by: Caller = agent): void => {
      const transition = store.projectOf(issue).transitions.find((each) => each.id === id);
      if (transition === undefined) throw new Error(`no transition ${id}`);
      changes.change(by, issue, { transition });
    };

    this.now = londonNoon - 96 * HOUR;
    const vpn = this.issue('VPN is slow');
    changes.change(agent, vpn, {
      edits: {
        priorityId: '1',
        assigneeId: visitors.agent.accountId,
        labels: ['vpn', 'Urgent'],
        description: adfOf('Every login takes minutes'),
        custom: new Map([
          [group.id, network],
          ['customfield_10054', 'Gateway 7'],
        ]),
      },
    });
    this.now = londonNoon - 72 * HOUR;
    const laptop = this.issue('New laptop, please');
    changes.change(agent, laptop, { edits: { priorityId: '2', custom: new Map([[group.id, desktop]]) } });
    this.now = londonNoon - 24 * HOUR;
    move(laptop, '61');
    const mail = this.issue('Mail: cannot log in');
    this.now += HOUR;
    move(mail, '21', manager);
    this.now += HOUR;
    move(mail, '11');
    changes.comment(agent, vpn, {
      body: adfOf('Please restart the VPN client'),
      isPublic: true,
      properties: [],
    });
    this.now = londonNoon - HOUR;
    const printer = this.issue('打印机坏了 printer');
    const assigneeId = visitors.projectAdministrator.accountId;
    changes.change(manager, printer, { edits: { priorityId: '4', assigneeId } });
    this.now = londonNoon - 10 * MINUTE;
    this.hide(this.issue('Payroll data seen by all'));
    this.now = londonNoon;
    vpn.properties.set('sla', {
      due: '2026-11-19T09:00:00Z',
      left: 90,
      state: 'running',
      goals: ['P1', 'night'],
    });
    mail.properties.set('sla', { due: '2026-11-17T09:00:00Z', left: -5, state: 'broken', goals: [] });
    store.changed(vpn);
    store.changed(mail);
  }

  /** The numbers of the keys that a query finds, `1 4` for ITSD-1 and ITSD-4, or what it is refused with. */
  async find(jql: string, caller: Caller = agent): Promise<string> {
    const { status, body } = await this.ask('POST', 'search/jql', caller, { jql, fields: ['key'] });
    if (status !== 200)
      return `${status} ${(body as unknown as { errorMessages: string[] }).errorMessages.join(' | ')}`;
    return body.issues.map(({ key }) => key.replace('ITSD-', '')).join(' ');
  }
}
