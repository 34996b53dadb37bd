import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import { ratingFigures, type RatingFigures, type Ratings } from '../../domain/satisfaction/ratings';
import { satisfactionProblems, type Satisfaction } from '../../domain/satisfaction/satisfaction';
import { agreementsOf } from '../agreements-of';
import { canonical } from '../canonical';
import type { Ports, ProjectId } from '../ports';
import { todayIn } from '../view-figures';
import { writeDown, type Writer } from '../write-down';

/** What customers gave their requests in a month, and how many requests that is known of. */
export type RatedMonth = RatingFigures & Pick<Ratings, 'agreement' | 'month' | 'looked' | 'of'>;

/** What is known of the satisfaction of customers (M7), each the latest month first. */
export interface SatisfactionKnown {
  readonly entered: readonly RevisionOf<'satisfaction'>[];
  readonly rated: readonly RatedMonth[];
}

export async function viewSatisfaction(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<SatisfactionKnown> {
  const [entered, ratings] = await Promise.all([
    records.documents(project, 'satisfaction'),
    records.documents(project, 'ratings'),
  ]);
  return {
    entered: entered
      .filter(({ doc }) => !doc.removed)
      .sort((a, b) => latestFirst(a.doc, b.doc) || a.at - b.at),
    rated: ratings
      .flatMap(({ doc }) => {
        const { agreement, month, looked, of } = doc;
        const figures = ratingFigures(doc);
        return figures ? [{ ...figures, agreement, month, looked, of }] : [];
      })
      .sort(latestFirst),
  };
}

type OfMonth = Pick<Satisfaction, 'month'>;
const latestFirst = (a: OfMonth, b: OfMonth): number =>
  a.month === b.month ? 0 : a.month < b.month ? 1 : -1;

/** What somebody enters; a new entry has no id yet. */
export type SatisfactionEntered = Omit<Satisfaction, 'id'> & { readonly id?: Satisfaction['id'] };

/**
 * Enters what customers answered in a month, changes it, or takes it out.
 *
 * @param seen the number of the revision that it was made from, 0 for a new one.
 * @returns what is wrong.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveSatisfaction(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  writer: Writer,
  { id, ...text }: SatisfactionEntered,
  seen: number,
): Promise<readonly Problem[]> {
  const { project } = writer;
  const all = await ports.records.documents(project, 'satisfaction');
  const own = all.find(({ doc }) =>
    id === undefined ? canonical(doc) === canonical({ ...text, id: doc.id }) : doc.id === id,
  );
  // Whoever did not hear that it was saved saves once more.
  if (own && canonical(own.doc) === canonical({ ...text, id: own.doc.id })) return [];
  if (id !== undefined && !own) return [problem('satisfaction.unknown', '')];
  if ((own?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  const doc: Satisfaction = { ...text, id: id ?? ports.ids.next() };
  const agreements = [...(await agreementsOf(ports, project)).keys()];
  const found = satisfactionProblems(doc, agreements, await todayIn(ports, project));
  if (found.length > 0) return found.map((one) => ({ ...one, path: `doc.${one.path}` }));
  await writeDown(ports, writer, { kind: 'satisfaction', doc, seq: seen + 1 });
  return [];
}
