import { groupsNamedIn, readDefinitions } from '../domain/agreement/definitions';
import type { Definitions, DefinitionsDraft } from '../domain/agreement/draft';
import { lint, type Finding } from '../domain/agreement/lint';
import { definitionsIn, latestRevisions, meant, type Revision } from '../domain/agreement/revisions';
import { problem, type Problem } from '../domain/problem';
import type { Instant } from '../domain/time/instant';
import type { ComparedRecord } from '../domain/transfer/compared';
import { canonical } from './canonical';
import { LONGEST_RECORD, SITE, type Ports, type ProjectId } from './ports';

/** Each is looked up in Jira. */
const MOST_GROUPS = 200;

/** What a draft would add to what is in force. */
export interface Proposal {
  readonly problems: readonly [];
  readonly change: string;
  readonly at: Instant;
  readonly revisions: readonly Revision[];
  /** What becomes of each record of the draft. */
  readonly compared: readonly ComparedRecord<Definition['kind']>[];
  readonly warnings: readonly Problem[];
}

type Definition = Extract<Revision, { kind: 'holiday-set' | 'calendar' | 'agreement' }>;

/**
 * What would bring a draft into force, or everything that is wrong with it. Records whose text is what it was get no new
 * revision; records that the draft does not name stay as they are.
 *
 * @param home a project, or `SITE`, which has no agreements.
 * @throws JiraUnavailable
 */
export async function proposeDefinitions(
  ports: Pick<Ports, 'clock' | 'groups' | 'projectFields' | 'records'>,
  home: ProjectId,
  draft: DefinitionsDraft,
  change: Proposal['change'],
): Promise<Proposal | { readonly problems: readonly Problem[] }> {
  const { clock, groups, projectFields, records } = ports;
  const named = groupsNamedIn(draft);
  if (named.length > MOST_GROUPS) {
    return { problems: [problem('condition.too-many-groups', 'agreements', { most: String(MOST_GROUPS) })] };
  }
  const inUse = meant(latestRevisions(await records.revisions(home)));
  const idsOf = (kind: Revision['kind']) => inUse.flatMap((each) => (each.kind === kind ? each.doc.id : []));
  const fieldOf = home === SITE ? () => undefined : await projectFields.in(home);
  const known = await groups.named(named);
  const { definitions, problems } = readDefinitions(draft, fieldOf, known, {
    holidaySets: idsOf('holiday-set'),
    calendars: idsOf('calendar'),
  });
  if (!definitions) return { problems };

  const latest = new Map(inUse.map((revision) => [keyOf(revision), revision]));
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
  const results = wanted.map((record) => {
    const last = latest.get(keyOf(record));
    const isSame = last && canonical(last.doc) === canonical(record.doc);
    return { record, last, what: isSame ? 'same' : last ? 'changed' : 'new' } as const;
  });
  const revisions = results.flatMap(({ record, last, what }): Revision[] => {
    // For a project, what the site has stays as it is: one that wants it otherwise gets its own.
    const isOwn = home === SITE || last?.home !== 'site';
    const before = isOwn ? (last?.seq ?? 0) : 0;
    return what === 'same' ? [] : [{ ...record, change, at, seq: before + 1 }];
  });
  const compared = results.map(({ record: { kind, doc }, what }) => ({
    kind,
    id: doc.id,
    name: doc.name,
    what,
  }));
  return { problems: [], change, at, revisions, compared, warnings: findings };
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
  return lint(together, today, draft.agreements.length).filter(({ path }) => {
    const [, index] = /^calendars\[(\d+)\]/.exec(path) ?? [];
    return index === undefined || Number(index) < draft.calendars.length;
  });
}

/** The list of a draft that has the records of a kind. */
const listOf = {
  'holiday-set': 'holidaySets',
  calendar: 'calendars',
  agreement: 'agreements',
} as const satisfies Record<Definition['kind'], keyof DefinitionsDraft>;

const keyOf = ({ kind, doc }: Pick<Revision, 'kind' | 'doc'>): string => `${kind} ${doc.id}`;
