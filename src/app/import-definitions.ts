import { groupsNamedIn, readDefinitions } from '../domain/agreement/definitions';
import type { Definitions, DefinitionsDraft } from '../domain/agreement/draft';
import { lint, type Finding } from '../domain/agreement/lint';
import { definitionsIn, latestRevisions, meant, type Revision } from '../domain/agreement/revisions';
import { problem, type Problem } from '../domain/problem';
import type { Instant } from '../domain/time/instant';
import { canonical } from './canonical';
import { judgeAnew } from './judge-anew';
import { LONGEST_RECORD, type AccountId, type Ports, type ProjectId } from './ports';

/** Each is looked up in Jira. */
const MOST_GROUPS = 200;

export type ImportOutcome =
  | { readonly problems: readonly Problem[] }
  | {
      readonly problems: readonly [];
      readonly changed: number;
      readonly unchanged: number;
      /** What in the draft somebody should look at. */
      readonly warnings: readonly Problem[];
    };

/**
 * Puts definitions into force: all of the draft or, when anything is wrong with it, nothing (P8). Records whose text is
 * what it was get no new revision; records that the draft does not name stay as they are.
 *
 * @throws JiraUnavailable, SomebodyElseSaves; nothing is changed then.
 */
export async function importDefinitions(
  ports: Ports,
  project: ProjectId,
  actor: AccountId,
  draft: DefinitionsDraft,
): Promise<ImportOutcome> {
  const { ids, records } = ports;
  const proposal = await proposeDefinitions(ports, project, draft, ids.next());
  if (!('revisions' in proposal)) return proposal;
  const { change: id, at, revisions, unchanged, warnings } = proposal;
  if (revisions.length > 0) {
    await records.commit({ id, project, at, actor, action: 'import', revisions });
    await judgeAnew(ports, project, actor);
  }
  return { problems: [], changed: revisions.length, unchanged, warnings };
}

/** What a draft would add to what is in force. */
export interface Proposal {
  readonly problems: readonly [];
  readonly change: string;
  readonly at: Instant;
  readonly revisions: readonly Revision[];
  /** How many records of the draft are what they were. */
  readonly unchanged: number;
  readonly warnings: readonly Problem[];
}

/**
 * What {@link importDefinitions} would commit, or everything that is wrong with the draft.
 *
 * @throws JiraUnavailable
 */
export async function proposeDefinitions(
  ports: Pick<Ports, 'clock' | 'groups' | 'projectFields' | 'records'>,
  project: ProjectId,
  draft: DefinitionsDraft,
  change: Proposal['change'],
): Promise<Proposal | { readonly problems: readonly Problem[] }> {
  const { clock, groups, projectFields, records } = ports;
  const named = groupsNamedIn(draft);
  if (named.length > MOST_GROUPS) {
    return { problems: [problem('condition.too-many-groups', 'agreements', { most: String(MOST_GROUPS) })] };
  }
  const inUse = meant(latestRevisions(await records.revisions(project)));
  const idsOf = (kind: Revision['kind']) => inUse.flatMap((each) => (each.kind === kind ? each.doc.id : []));
  const [fieldOf, known] = [await projectFields.in(project), await groups.named(named)];
  const { definitions, problems } = readDefinitions(draft, fieldOf, known, {
    holidaySets: idsOf('holiday-set'),
    calendars: idsOf('calendar'),
  });
  if (!definitions) return { problems };

  const own = inUse.filter(({ home }) => home !== 'site');
  const latest = new Map(own.map((revision) => [keyOf(revision), revision]));
  const at = clock.now();
  const wanted = [
    ...definitions.holidaySets.map((doc) => ({ kind: 'holiday-set' as const, doc })),
    ...definitions.calendars.map((doc) => ({ kind: 'calendar' as const, doc })),
    ...definitions.agreements.map((doc) => ({ kind: 'agreement' as const, doc })),
  ];
  const tooLong = wanted.filter(({ doc }) => JSON.stringify(doc).length > LONGEST_RECORD);
  if (tooLong.length > 0) {
    return {
      problems: tooLong.map(({ kind, doc }) => problem('definition.too-long', `${listOf[kind]}.${doc.id}`)),
    };
  }
  const findings = findingsOf(definitions, inUse, at);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { problems: errors };
  const revisions = wanted.flatMap((record): Revision[] => {
    const last = latest.get(keyOf(record));
    if (last && canonical(last.doc) === canonical(record.doc)) return [];
    return [{ ...record, change, at, seq: (last?.seq ?? 0) + 1 }];
  });
  return {
    problems: [],
    change,
    at,
    revisions,
    unchanged: wanted.length - revisions.length,
    warnings: findings,
  };
}

/** What there is to say about a draft beside all that stays in force with it. */
function findingsOf(draft: Definitions, latest: readonly Revision[], today: Instant): Finding[] {
  const { holidaySets, calendars, agreements } = definitionsIn(latest);
  const added = <Record extends { readonly id: string }>(own: readonly Record[], all: readonly Record[]) => [
    ...own,
    ...all.filter(({ id }) => own.every((record) => record.id !== id)),
  ];
  const together = {
    holidaySets: added(draft.holidaySets, holidaySets),
    calendars: added(draft.calendars, calendars),
    agreements: added(draft.agreements, agreements),
  };
  return lint(together, today).filter(({ path }) => {
    const [, list = '', index] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
    return Number(index) < (list === 'calendars' ? draft.calendars : draft.agreements).length;
  });
}

/** The list of a draft that has the records of a kind. */
const listOf = {
  'holiday-set': 'holidaySets',
  calendar: 'calendars',
  agreement: 'agreements',
} as const satisfies Record<Exclude<Revision['kind'], 'repair' | 'step'>, keyof DefinitionsDraft>;

const keyOf = ({ kind, doc }: Pick<Revision, 'kind' | 'doc'>): string => `${kind} ${doc.id}`;
