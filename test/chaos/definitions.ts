import { visitors } from '../site/sample/people';
import { sampleDefinitions } from '../support/definitions-on-site';

/**
 * What is done when a timer is at risk and when it is due: what can be counted afterwards, and what changes no timer,
 * whenever it is done.
 */
const thresholds = [
  {
    id: 'soon',
    atShare: '75%',
    actions: [{ comment: '{metric} of {issue}: {left} left' }, { label: 'sla-soon' }],
  },
  {
    id: 'due',
    atShare: '100%',
    actions: [
      {
        notify: [{ user: visitors.agent.accountId }],
        subject: '{issue}: {metric} is late',
        text: 'Since {due}',
      },
      {
        linkedIssue: { project: '10000', issueType: '10100', linkType: '10003' },
        summary: 'Why was {issue} late?',
      },
      { watcher: visitors.agent.accountId },
    ],
  },
];

/** The sample's definitions, with goals so many times as long, and thresholds. */
export function definitions(times: number): string {
  return sampleDefinitions((metric) => ({
    ...metric,
    goals: metric.goals.map((goal) => ({
      ...goal,
      ...(goal.within && { within: longer(goal.within, times) }),
    })),
    thresholds,
  }));
}

function longer(within: string, times: number): string {
  const [, amount, unit] = /^(\d+)([mh])$/.exec(within) ?? [];
  return `${Number(amount) * times * (unit === 'h' ? 60 : 1)}m`;
}
