import { plannedBy } from '../../domain/agreement/life-step';
import type { KnownFields } from '../../domain/agreement/known-field';
import {
  calendarsOf,
  latestRevisions,
  meant,
  revisionNumber,
  type Revision,
} from '../../domain/agreement/revisions';
import type { Reporting, ReportingFields } from '../../domain/agreement/reporting';
import { standingOf } from '../../domain/agreement/standing-of';
import { writeAgreement } from '../../domain/agreement/write-agreement';
import { writeCondition } from '../../domain/agreement/write-condition';
import type { RevisionOf } from '../../domain/documents';
import type {
  CarriedLife,
  CarriedService,
  Everything,
  ScheduledDraft,
} from '../../domain/transfer/everything';
import type { AgreementDraft } from '../../domain/agreement/draft';
import type { Instant } from '../../domain/time/instant';
import { agreementsOf, openDraft, stepsTaken, type AgreementFile } from '../agreements-of';
import { scopeTextOf } from '../out-of-scope/scope-text';
import type { Ports, ProjectId } from '../ports';
import { reportingOf } from '../reporting';

/**
 * All that a project has defined (P8), each list in the order of its ids: its own, and the calendars and holiday sets of the
 * site that it counts on.
 *
 * @throws JiraUnavailable, JiraRefused
 */
export async function exportEverything(
  ports: Pick<Ports, 'clock' | 'projectFields' | 'records'>,
  project: ProjectId,
): Promise<Everything> {
  const { clock, projectFields, records } = ports;
  const fieldOf = await projectFields.in(project);
  const files = [...(await agreementsOf(ports, project)).values()];
  const carried = files.flatMap((file) => carriedOf(file, clock.now(), fieldOf) ?? []);
  const services = await records.documents(project, 'service');
  const looks = await records.documents(project, 'look');
  const cases = await records.documents(project, 'case');
  const revisions = await records.revisions(project);
  const reporting = reportingOf(revisions);
  const [monitoring] = await records.documents(project, 'monitoring');
  const scope = (await scopeTextOf(ports, project))?.doc;
  return {
    ...usedIn(revisions, files, services),
    agreements: carried.map(({ text }) => text),
    lives: carried.map(({ life }) => life),
    scheduled: carried.flatMap(({ scheduled }) => scheduled),
    drafts: files.flatMap((file) => openDraft(file)?.doc ?? []),
    cases: cases.flatMap(({ doc }) => (doc.closed ? [] : doc)),
    services: services.map((service) => carriedService(service, fieldOf)),
    ...(reporting && { reporting: fieldsOf(reporting.doc) }),
    looks: looks.map(({ doc }) => doc),
    ...(monitoring && { monitoring: { causes: monitoring.doc.causes } }),
    ...(scope && { scopeText: { text: scope.text, offer: scope.offer } }),
  };
}

const fieldsOf = ({ id: _id, ...fields }: Reporting): ReportingFields => fields;

interface Carried {
  readonly text: AgreementDraft;
  readonly life: CarriedLife;
  readonly scheduled: readonly ScheduledDraft[];
}

/** Undefined for one that was never published. */
function carriedOf(file: AgreementFile, now: Instant, fieldOf: KnownFields): Carried | undefined {
  const steps = stepsTaken(file);
  const standing = standingOf(file.timeline, steps, now);
  const version = standing && revisionNumber(standing.current);
  const current = file.versions.find(({ seq }) => seq === version);
  if (!standing || !current) return undefined;
  const later = new Set(standing.scheduled.map((each) => revisionNumber(each.version)));
  const { suspensions, ends } = plannedBy(steps);
  const put = steps.findLast(({ step }) => step === 'archive' || step === 'restore');
  return {
    text: writeAgreement(current.doc, fieldOf),
    life: {
      id: file.id,
      version: current.seq,
      ...(suspensions.length > 0 && {
        suspensions: suspensions.map(({ from, to, reason }) => ({
          from,
          ...(to !== undefined && { to }),
          reason,
        })),
      }),
      ...(ends.length > 0 && { ends: ends.map(({ from, runOff, reason }) => ({ from, runOff, reason })) }),
      ...(put?.step === 'archive' && { archived: put.reason }),
    },
    scheduled: file.versions
      .filter(({ seq }) => later.has(seq))
      .map(({ seq, doc }) => ({ version: seq, text: writeAgreement(doc, fieldOf) })),
  };
}

function carriedService({ seq, doc }: RevisionOf<'service'>, fieldOf: KnownFields): CarriedService {
  const { mapping, ...service } = doc;
  return { ...service, revision: seq, ...(mapping && { mapping: writeCondition(mapping, fieldOf) }) };
}

/** The project's own calendars and holiday sets, and those of the site on which something of it rests. */
function usedIn(
  revisions: readonly Revision[],
  files: readonly AgreementFile[],
  services: readonly RevisionOf<'service'>[],
): Pick<Everything, 'holidaySets' | 'calendars'> {
  const inUse = meant(latestRevisions(revisions));
  const hours = new Set([
    ...files.flatMap(({ versions }) => versions.flatMap(({ doc }) => calendarsOf(doc))),
    ...files.flatMap((file) => calendarsOf(openDraft(file)?.doc.text ?? { metrics: [] })),
    ...services.flatMap(({ doc }) => doc.hours ?? []),
  ]);
  const calendars = inUse
    .flatMap((each) => (each.kind === 'calendar' ? each : []))
    .filter(({ home, doc }) => home !== 'site' || hours.has(doc.id));
  const sets = new Set(calendars.flatMap(({ doc }) => doc.holidaySets ?? []));
  const holidaySets = inUse
    .flatMap((each) => (each.kind === 'holiday-set' ? each : []))
    .filter(({ home, doc }) => home !== 'site' || sets.has(doc.id));
  return { holidaySets: docsOf(holidaySets), calendars: docsOf(calendars) };
}

const docsOf = <Doc extends Named>(revisions: readonly { readonly doc: Doc }[]): Doc[] =>
  revisions.map(({ doc }) => doc).sort(byId);

type Named = { readonly id: string };
export const byId = (a: Named, b: Named): number => (a.id < b.id ? -1 : 1);
