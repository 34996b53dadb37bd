import type { Service } from '../../domain/catalogue/service';
import type { RevisionOf } from '../../domain/documents';
import { isMajor, rtoOf, type ObjectiveState, type Outage } from '../../domain/outage/outage';
import { outageFigures, type OutageFigures, type Period } from '../../domain/outage/outage-figures';
import { parseSpan } from '../../domain/time/duration-text';
import type { HistoryEntry, Ports, ProjectId } from '../ports';
import { rulesOf } from '../rules';
import { outagesOf } from './outages-of';
import { serviceHoursOf } from './service-hours-of';

/** An outage as the register shows it. */
export interface OutageRow extends Pick<RevisionOf<'outage'>, 'doc' | 'seq' | 'at'> {
  /** Undefined where its service has no recovery time objective, and for what was planned. */
  readonly rto: ObjectiveState | undefined;
  readonly isMajor: boolean;
}

export interface ServiceFigures {
  readonly service: Service['id'];
  /** The name of the calendar of its service hours; undefined where it is counted around the clock. */
  readonly hours: string | undefined;
  readonly figures: OutageFigures;
}

export interface OutagesView {
  /** The open ones first, then the latest. */
  readonly rows: readonly OutageRow[];
  /** Whether there are more than can be shown at once; figures are left out then. */
  readonly isCut: boolean;
  /** Of each service that was out in the time, and of the one that is asked for. */
  readonly figures: readonly ServiceFigures[];
  /** All of the catalogue. */
  readonly services: readonly Service[];
}

export interface OutagesWanted extends Period {
  readonly service?: Service['id'];
}

/** The outage register of a project, as far as it touches a time, and what the outages of each service come to (T10, T11). */
export async function viewOutages(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
  { from, to, service: wanted }: OutagesWanted,
): Promise<OutagesView> {
  const now = ports.clock.now();
  const services = await servicesOf(ports, project);
  const [period, topics] = [{ from, to }, wanted === undefined ? undefined : [wanted]];
  const { outages, isCut } = await outagesOf(ports, project, period, topics);
  const { book } = await rulesOf(ports, project);
  const counted = [...new Set([...(topics ?? []), ...outages.map(({ doc }) => doc.service)])];
  const figures = counted.map((id): ServiceFigures => {
    const { name, hours } = serviceHoursOf(
      book,
      services.find((service) => service.id === id),
    );
    const own = outages.flatMap(({ doc }) => (doc.service === id ? doc : []));
    return { service: id, hours: name, figures: outageFigures(own, period, hours, now) };
  });
  const rows = outages.map((outage) => rowOf(outage, services, now)).sort((a, b) => byOpen(a.doc, b.doc));
  return { rows, isCut, figures: isCut ? [] : figures, services };
}

const isOpen = ({ end, withdrawn }: Outage): boolean => end === undefined && !withdrawn;
const byOpen = (a: Outage, b: Outage): number => Number(isOpen(b)) - Number(isOpen(a)) || b.begin - a.begin;

const servicesOf = async ({ records }: Pick<Ports, 'records'>, project: ProjectId): Promise<Service[]> =>
  (await records.documents(project, 'service')).map(({ doc }) => doc);

function rowOf(
  { doc, seq, at }: RevisionOf<'outage'>,
  services: readonly Service[],
  now: Parameters<typeof rtoOf>[2],
): OutageRow {
  const objective = services.find(({ id }) => id === doc.service)?.rto;
  const rto = objective === undefined ? undefined : parseSpan(objective);
  return { doc, seq, at, rto: rtoOf(doc, rto, now), isMajor: isMajor(doc, rto, now) };
}

/** As many earlier revisions as anybody reads. */
const MOST_EARLIER = 20;

/** One outage with what was said of it before, the latest first; undefined when it is not there. */
export async function viewOutage(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
  id: Outage['id'],
): Promise<{ readonly row: OutageRow; readonly history: readonly HistoryEntry<Outage>[] } | undefined> {
  const [kept] = await ports.records.named(project, 'outage', [id]);
  if (!kept) return undefined;
  const services = await servicesOf(ports, project);
  const history = await ports.records.history(project, { kind: 'outage', id }, MOST_EARLIER);
  return { row: rowOf(kept, services, ports.clock.now()), history };
}
