import type { CalendarsView } from '../../../../../../src/contract/calendars';
import type { Agreement } from '../../../../../../src/domain/agreement/agreement';
import { groupsNamedIn, readDefinitions } from '../../../../../../src/domain/agreement/definitions';
import type { AgreementDraft } from '../../../../../../src/domain/agreement/draft';
import { knownAmong } from '../../../../../../src/domain/agreement/known-field';
import { lint, type Finding } from '../../../../../../src/domain/agreement/lint';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import { problem, type Problem } from '../../../../../../src/domain/problem';
import type { Instant } from '../../../../../../src/domain/time/instant';

interface Surroundings {
  readonly shape: ProjectShape;
  readonly calendars: CalendarsView;
  /** The other agreements of the project, which may be about the same issues (T13). */
  readonly others: readonly Agreement[];
}

/** Where the agreement stands in the paths of its findings. */
export const ROOT = 'agreements[0]';

/**
 * Everything that is wrong with an agreement while somebody writes it, or that should be looked at: what may not come
 * into force is an error. Groups are taken to be there, since only the server may look them up.
 */
export function checkDraft(
  text: AgreementDraft,
  { shape, calendars, others }: Surroundings,
  today: Instant,
): readonly Finding[] {
  const draft = { calendars: [], agreements: [text] };
  const records = calendars.calendars.map(({ record }) => record);
  const holidaySets = calendars.holidaySets.map(({ record }) => record);
  const groups = groupsNamedIn(draft).map((name) => ({ id: name, name }));
  const { definitions, problems } = readDefinitions(draft, knownAmong(shape.fields), groups, {
    holidaySets: holidaySets.map(({ id }) => id),
    calendars: records.map(({ id }) => id),
  });
  const errors = [...nameProblems(text), ...problems];
  if (!definitions || errors.length > 0) return errors.map((found) => ({ ...found, severity: 'error' }));
  const agreements = [...definitions.agreements, ...others.filter(({ id }) => id !== text.id)];
  return lint({ holidaySets, calendars: records, agreements }, today).filter(({ path }) => lies(path, ROOT));
}

/** As many characters as a name may have. */
const LONGEST_NAME = 120;

function nameProblems({ name, metrics }: AgreementDraft): Problem[] {
  const names = [
    [`${ROOT}.name`, name] as const,
    ...metrics.flatMap(({ pause, goals }, index) => {
      const at = `${ROOT}.metrics[${index}]`;
      return [
        ...pause.map((rule, place) => [`${at}.pause[${place}].name`, rule.name] as const),
        ...goals.map((goal, place) => [`${at}.goals[${place}].name`, goal.name] as const),
      ];
    }),
  ];
  return names.flatMap(([path, said]) => {
    const { length } = said.trim();
    if (length === 0) return [problem('name.missing', path)];
    return length > LONGEST_NAME ? [problem('name.long', path, { most: String(LONGEST_NAME) })] : [];
  });
}

/** Whether a path leads to a place or to something within it. */
export function lies(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}
