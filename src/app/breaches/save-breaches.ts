import { breachProblems, type Breach, type ByHand } from '../../domain/breach/breach';
import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import { later, span, type Instant } from '../../domain/time/instant';
import { cycleIdOf, cycleNamed, type CycleId } from '../../domain/timer/cycle-name';
import { agreementsOf } from '../agreements-of';
import { canonical } from '../canonical';
import { LONGEST, type AccountId, type Ports, type ProjectId } from '../ports';
import { viewCauses } from './causes';

/** Who writes, and where. */
export interface Writer {
  readonly project: ProjectId;
  readonly actor: AccountId;
}

/** What somebody says about breaches: what is left out stays as it is, and null takes it away. */
export type BreachSaid = {
  readonly [Key in 'kind' | 'explanation' | 'correctiveAction']?: Breach[Key];
} & {
  readonly [Key in 'cause' | 'party' | 'told']?: NonNullable<Breach[Key]> | null;
};

/** A breach that somebody writes about, and the number of the revision that they had before them, 0 for none. */
export interface BreachSeen {
  readonly id: CycleId;
  readonly seen: number;
}

/**
 * Keeps what is said about breaches that timers measured, at most 100: of all of them, or of none. One explanation may be
 * said of forty at once.
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveBreaches(
  ports: Pick<Ports, 'figures' | 'records' | 'clock' | 'ids'>,
  writer: Writer,
  breaches: readonly BreachSeen[],
  said: BreachSaid,
): Promise<readonly Problem[]> {
  const { project } = writer;
  const ids = breaches.map(({ id }) => id);
  const names = ids.flatMap((id) => cycleNamed(id) ?? []);
  const timers = await ports.figures.breachedOf(project, names);
  const breachedAt = new Map(timers.map((timer) => [cycleIdOf(timer), timer.breachedAt]));
  const kept = new Map((await ports.records.named(project, 'breach', ids)).map((one) => [one.doc.id, one]));
  const { causes } = await viewCauses(ports, project);
  const written: Written[] = [];
  const problems: Problem[] = [];
  for (const [index, { id, seen }] of breaches.entries()) {
    const path = `breaches[${index}]`;
    const happenedAt = breachedAt.get(id);
    if (happenedAt === undefined || ids.indexOf(id) < index) {
      problems.push(problem('breach.unknown', path));
      continue;
    }
    const own = kept.get(id);
    const doc = withSaid(
      own?.doc ?? { id, kind: 'delay', explanation: '', correctiveAction: '' },
      said,
      happenedAt,
    );
    // Whoever did not hear that it was saved saves once more.
    if (own && canonical(own.doc) === canonical(doc)) continue;
    if ((own?.seq ?? 0) !== seen) problems.push(problem('record.newer', path));
    const found = breachProblems(doc, { now: ports.clock.now(), causes, before: own?.doc });
    problems.push(...found.map((each) => ({ ...each, path: `said.${each.path}` })), ...tooLong(doc));
    written.push({ doc, seq: seen + 1 });
  }
  if (problems.length > 0) return eachOnce(problems);
  await commit(ports, writer, written);
  return [];
}

/** What is wrong with a text is wrong with it for each breach that it is said of. */
function eachOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((found) => [`${found.code} ${found.path}`, found])).values()];
}

function withSaid(
  before: Omit<Breach, 'happenedAt'>,
  { cause, party, told, ...texts }: BreachSaid,
  happenedAt: Instant,
): Breach {
  const { cause: causeBefore, party: partyBefore, told: toldBefore, ...rest } = before;
  const now = {
    cause: cause === undefined ? causeBefore : cause,
    party: party === undefined ? partyBefore : party,
    told: told === undefined ? toldBefore : told,
  };
  return {
    ...rest,
    ...texts,
    happenedAt,
    ...(now.cause && { cause: now.cause }),
    ...(now.party && { party: now.party }),
    ...(now.told && { told: now.told }),
  };
}

/** A breach that no timer measures, as somebody wants it to be; a new one has no id yet. */
export type HandBreach = Omit<Breach, 'id' | 'byHand'> & {
  readonly id?: Breach['id'];
  readonly byHand: ByHand;
};

/**
 * Records a breach by hand (M3), changes it, or takes it out.
 *
 * @param seen the number of the revision that it was made from, 0 for a new one.
 * @returns what is wrong, or the id of the breach.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveBreachByHand(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  writer: Writer,
  { id, ...text }: HandBreach,
  seen: number,
): Promise<{ readonly problems: readonly Problem[] } | { readonly id: Breach['id'] }> {
  const { project } = writer;
  const file = (await agreementsOf(ports, project)).get(text.byHand.agreement);
  if (!file) return { problems: [problem('life.unknown-agreement', 'doc.byHand.agreement')] };
  const [own] = id === undefined ? [] : await ports.records.named(project, 'breach', [id]);
  const same = own ?? (await sameByHand(ports, project, text));
  // Whoever did not hear that it was saved saves once more.
  if (same && canonical(same.doc) === canonical({ id: same.doc.id, ...text })) return { id: same.doc.id };
  if (id !== undefined && !own?.doc.byHand) return { problems: [problem('breach.unknown', '')] };
  if ((own?.seq ?? 0) !== seen) return { problems: [problem('record.newer', '')] };
  const doc: Breach = { ...text, id: id ?? ports.ids.next() };
  const { causes } = await viewCauses(ports, project);
  const problems = breachProblems(doc, { now: ports.clock.now(), causes, before: own?.doc });
  const found = problems.map((one) => ({ ...one, path: `doc.${one.path}` }));
  if (found.length > 0 || tooLong(doc).length > 0) return { problems: [...found, ...tooLong(doc)] };
  await commit(ports, writer, [{ doc, seq: seen + 1 }]);
  return { id: doc.id };
}

async function sameByHand(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  text: Omit<HandBreach, 'id'>,
): Promise<RevisionOf<'breach'> | undefined> {
  const from = text.happenedAt;
  const then = await records.about(project, 'breach', { from, to: later(from, span(1)) });
  return then.find(({ doc }) => canonical(doc) === canonical({ id: doc.id, ...text }));
}

/** What is written takes more room than it has characters where it must be escaped. */
const tooLong = (doc: Breach): Problem[] =>
  JSON.stringify(doc).length > LONGEST.breach
    ? [problem('breach.long-in-all', '', { most: String(LONGEST.breach) })]
    : [];

interface Written {
  readonly doc: Breach;
  readonly seq: number;
}

async function commit(
  { records, clock, ids }: Pick<Ports, 'records' | 'clock' | 'ids'>,
  { project, actor }: Writer,
  written: readonly Written[],
): Promise<void> {
  if (written.length === 0) return;
  const [change, at] = [ids.next(), clock.now()];
  const revisions = written.map(({ doc, seq }) => ({ kind: 'breach', change, at, seq, doc }) as const);
  await records.commit({ id: change, project, at, actor, action: 'write', revisions });
}
