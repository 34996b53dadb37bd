import { latestRevisions, meant, type Revision } from '../domain/agreement/revisions';
import { ruleBook } from '../domain/agreement/rule-book';
import type { CalendarRecord } from '../domain/calendar/calendar';
import { calendarProblems, holidaySetProblems } from '../domain/calendar/calendar-rules';
import type { HolidaySet } from '../domain/calendar/holiday-set';
import { listed, problem, type Problem } from '../domain/problem';
import { canonical } from './canonical';
import { judgeAnew } from './judge-anew';
import { LONGEST_RECORD, SITE, type AccountId, type Ports, type ProjectId } from './ports';
import { calendarsThatRefer, calendarUses } from './used-by';

/** A calendar or a holiday set as somebody wants it to be. */
export type Draft =
  | { readonly kind: 'calendar'; readonly doc: CalendarRecord }
  | { readonly kind: 'holiday-set'; readonly doc: HolidaySet };

export type SaveOutcome = { readonly problems: readonly Problem[] } | { readonly revision: number };

/** Who saves what they had before them. */
export interface Saving {
  /** The project whose own it is, or `SITE`. */
  readonly home: ProjectId;
  readonly actor: AccountId;
  /** The number of the revision that the draft was made from, 0 for a new record: nobody overwrites what they have not seen. */
  readonly seen: number;
}

/**
 * Saves a calendar or a holiday set (T4). Agreements that count on it are published anew by it; timers that run keep the
 * calendar they started with (engine rule 15).
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveCalendar(
  ports: Ports,
  { home, actor, seen }: Saving,
  draft: Draft,
): Promise<SaveOutcome> {
  const { clock, ids, records } = ports;
  const all = await records.revisions(home);
  const latest = latestRevisions(all);
  const isOwn = (revision: Revision): boolean => home === SITE || revision.home !== 'site';
  const own = latest.find(
    (revision) => isOwn(revision) && revision.kind === draft.kind && revision.doc.id === draft.doc.id,
  );
  // Whoever did not hear that it was saved saves once more.
  if (own && canonical(own.doc) === canonical(draft.doc)) return { revision: own.seq };
  if ((own?.seq ?? 0) !== seen) return { problems: [problem('record.newer', '')] };
  const problems = [
    ...draftProblems(draft, meant(latest)),
    ...(await archiveProblems(ports, home, draft, latest)),
  ];
  if (problems.length > 0) return { problems };

  const at = clock.now();
  const change = ids.next();
  const revision: Revision = { ...draft, change, at, seq: seen + 1 };
  const before = ruleBook(all).version;
  const after = ruleBook([...all, home === SITE ? { ...revision, home: 'site' } : revision]).version;
  const isJudgedAnew = home !== SITE && after !== before;
  const action = home === SITE || isJudgedAnew ? 'save' : 'prepare';
  await records.commit({ id: change, project: home, at, actor, action, revisions: [revision] });
  if (home === SITE || isJudgedAnew) await judgeAnew(ports, home, actor);
  return { revision: revision.seq };
}

function draftProblems(draft: Draft, known: readonly Revision[]): Problem[] {
  if (JSON.stringify(draft.doc).length > LONGEST_RECORD) return [problem('definition.too-long', '')];
  if (draft.kind === 'holiday-set') return holidaySetProblems(draft.doc, 'doc');
  const sets = known.flatMap(({ kind, doc }) => (kind === 'holiday-set' ? doc.id : []));
  return calendarProblems(draft.doc, 'doc', sets);
}

/**
 * What is in use cannot be put away.
 *
 * @param latest all that there is, or will be with the draft.
 */
export async function archiveProblems(
  ports: Pick<Ports, 'records' | 'projects'>,
  home: ProjectId,
  { kind, doc }: Draft,
  latest: readonly Revision[],
): Promise<Problem[]> {
  if (!doc.archived) return [];
  const users =
    kind === 'holiday-set'
      ? calendarsThatRefer(doc.id, meant(latest))
      : ((await calendarUses(ports, home)).get(doc.id) ?? []).map(({ agreement }) => agreement.name);
  return users.length > 0 ? [problem('record.in-use', '', { by: listed(users) })] : [];
}
