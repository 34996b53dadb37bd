import type { Agreement } from '../../domain/agreement/agreement';
import { latestRevisions, meant, revisionNumber } from '../../domain/agreement/revisions';
import { standingOf } from '../../domain/agreement/standing-of';
import type { RevisionOf } from '../../domain/documents';
import type { Instant } from '../../domain/time/instant';
import { agreementsOf, stepsTaken, type AgreementFile, type AgreementRevision } from '../agreements-of';
import { scopeTextOf } from '../out-of-scope/scope-text';
import type { Ports, ProjectId } from '../ports';
import { reportingOf, type ReportingRevision } from '../reporting';

/** What a project has before something is imported. */
export interface Here {
  readonly agreements: ReadonlyMap<Agreement['id'], AgreementFile>;
  /** Those that have a version. */
  readonly published: ReadonlySet<Agreement['id']>;
  /** Ids of the calendars that may be counted on. */
  readonly calendars: readonly string[];
  readonly services: readonly RevisionOf<'service'>[];
  readonly looks: readonly RevisionOf<'look'>[];
  readonly cases: readonly RevisionOf<'case'>[];
  readonly reporting: ReportingRevision | undefined;
  readonly monitoring: RevisionOf<'monitoring'> | undefined;
  readonly scopeText: RevisionOf<'scope-text'> | undefined;
  /** Another number once anything of it has changed. */
  readonly state: number;
}

export async function whatIsHere(ports: Pick<Ports, 'records'>, project: ProjectId): Promise<Here> {
  const { records } = ports;
  const latest = latestRevisions(await records.revisions(project));
  const agreements = await agreementsOf(ports, project);
  const services = await records.documents(project, 'service');
  const looks = await records.documents(project, 'look');
  const cases = await records.documents(project, 'case');
  const [monitoring] = await records.documents(project, 'monitoring');
  const scopeText = await scopeTextOf(ports, project);
  const drafts = [...agreements.values()].flatMap(({ draft }) => draft ?? []);
  const numbered: readonly { readonly seq: number }[] = [
    ...latest,
    ...services,
    ...looks,
    ...cases,
    ...drafts,
    ...(monitoring ? [monitoring] : []),
    ...(scopeText ? [scopeText] : []),
  ];
  return {
    agreements,
    published: new Set(
      [...agreements.values()].flatMap(({ id, versions }) => (versions.length > 0 ? id : [])),
    ),
    calendars: meant(latest).flatMap(({ kind, doc }) => (kind === 'calendar' ? doc.id : [])),
    services,
    looks,
    cases,
    reporting: reportingOf(latest),
    monitoring,
    scopeText,
    // Revisions are only ever added.
    state: numbered.reduce((sum, { seq }) => sum + seq, 0),
  };
}

/** The version that an export of the project would carry. */
export function currentOf(file: AgreementFile | undefined, now: Instant): AgreementRevision | undefined {
  const standing = file && standingOf(file.timeline, stepsTaken(file), now);
  return file?.versions.find(({ seq }) => standing && seq === revisionNumber(standing.current));
}
