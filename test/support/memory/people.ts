import { JiraRefused, PageUnknown } from '../../../src/app/errors';
import type { Ports } from '../../../src/app/ports';
import type { MemoryState } from '../memory-ports';

export const memoryGroups = (kept: MemoryState): Ports['groups'] => ({
  named: async (texts) =>
    [...kept.groupNames]
      .filter((group) => group.some((text) => texts.includes(text)))
      .map(([id, name]) => ({ id, name })),
  async of(account) {
    kept.askedGroupsOf.push(account);
    const groups = kept.groupsOf.get(account) ?? null;
    return { groups, points: 1 + 2 * (groups?.length ?? 0) };
  },
});

export const memoryRights = (kept: MemoryState): Ports['rights'] => ({
  mayBrowse: async (project) => kept.browsable.has(project),
  mayEdit: async () => kept.mayEdit,
  mayComment: async () => kept.mayEdit,
  mayConfigure: async () => kept.mayConfigure,
  mayMonitor: async () => kept.mayMonitor || kept.mayConfigure,
  mayAdminister: async () => kept.mayAdminister,
});

/** Keeps what was wanted, and makes of it what the test says. */
export const memoryNewIssues = (kept: MemoryState): Ports['newIssues'] => ({
  async create(wanted) {
    kept.issuesWanted.push(wanted);
    const made = kept.issueMade;
    if (made instanceof Error) throw made;
    return made;
  },
});

/** Keeps what was sent, unless the test has Jira refuse it or keep silent. */
export const memoryReplies = (kept: MemoryState): Ports['replies'] => ({
  async send(issue, id, text) {
    const answer = kept.replyAnswer;
    if (!('refused' in answer)) kept.repliesSent.push({ issue, id, text });
    if (answer instanceof Error) throw answer;
    return answer;
  },
  isThere: async (issue, id) => kept.repliesSent.some((each) => each.issue === issue && each.id === id),
});

export const memoryReaders = (kept: MemoryState): Ports['readers'] => ({
  async locale() {
    if (kept.locale instanceof Error) throw kept.locale;
    return kept.locale;
  },
  async issue(issue) {
    const known = kept.hidden ? undefined : kept.inJira.get(issue);
    return known && { id: known.id, project: known.project, updated: known.updated };
  },
  issueTypes: async () => [...kept.issueTypes],
  async issuesOfTypes(project, types, after) {
    if (types.some((type) => !kept.issueTypes.some(({ id }) => id === type)))
      throw new JiraRefused('POST search/jql: 400', 400);
    const [of, from = '0'] = after?.split('@') ?? [types.join()];
    if (of !== types.join()) throw new PageUnknown('POST search/jql: 400', 400);
    const found = kept.issuesSeen.filter((issue) => issue.project === project && types.includes(issue.type));
    const end = Number(from) + 50;
    return {
      issues: found.slice(Number(from), end),
      next: end < found.length ? `${types.join()}@${end}` : undefined,
    };
  },
  issueSeen: async (key) => kept.issuesSeen.find((issue) => issue.key === key),
});
