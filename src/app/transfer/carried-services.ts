import { readState } from '../../domain/agreement/condition-reader';
import type { KnownFields } from '../../domain/agreement/known-field';
import type { ServiceUseOf } from '../../domain/agreement/agreement';
import { keptAs } from '../../domain/catalogue/service-changes';
import { serviceProblems } from '../../domain/catalogue/service-rules';
import type { Service } from '../../domain/catalogue/service';
import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import { groupQuestions } from '../../domain/timer/condition';
import type { CarriedService } from '../../domain/transfer/everything';
import { canonical } from '../canonical';
import { MOST_SERVICES } from '../catalogue';
import { LONGEST } from '../ports';
import type { ComparedRecord } from '../../domain/transfer/compared';

export interface ServicesRead {
  /** What is to be saved, each with the number of its revision. */
  readonly revisions: readonly Pick<RevisionOf<'service'>, 'seq' | 'doc'>[];
  readonly compared: readonly ComparedRecord[];
  readonly problems: readonly Problem[];
  /** How an agreement of the file names here what it covers. */
  readonly used: (use: ServiceUseOf<string>) => ServiceUseOf<string>;
}

/**
 * Reads the services of a file. One that is new here keeps its number, so that agreements go on naming what they named.
 *
 * @param here the catalogue as it is.
 * @param calendars ids of all calendars that there will be.
 */
export function readServices(
  carried: readonly CarriedService[],
  here: readonly RevisionOf<'service'>[],
  { fieldOf, calendars }: { readonly fieldOf: KnownFields; readonly calendars: readonly string[] },
): ServicesRead {
  const problems: Problem[] = [];
  const own = new Map(here.map((service) => [service.doc.id, service]));
  const results = carried.map(({ revision, mapping, ...text }, index) => {
    const path = `services[${index}].mapping`;
    const reading = { fieldOf, groups: [], calendars: [], problems };
    const isOfGroups = mapping !== undefined && groupQuestions(mapping).length > 0;
    if (isOfGroups) problems.push(problem('service.no-groups', path));
    const read: Service = {
      ...text,
      ...(mapping && !isOfGroups && { mapping: readState(mapping, path, reading) }),
    };
    const last = own.get(text.id);
    if (!last) return { revision, seq: revision, doc: read, what: 'new' as const };
    const seq = Math.max(last.seq + 1, revision);
    if (canonical(textOf(last.doc)) === canonical(textOf(read)))
      return { revision, seq: last.seq, doc: last.doc, what: 'same' as const };
    return { revision, seq, doc: keptAs(textOf(read), last.doc, seq, false), what: 'changed' as const };
  });
  const docs = results.map(({ doc }) => doc);
  const together = [
    ...docs,
    ...here.map(({ doc }) => doc).filter(({ id }) => docs.every((doc) => doc.id !== id)),
  ];
  results.forEach(({ doc, what }, index) => {
    if (what === 'same') return;
    const place = `services[${index}]`;
    if (docs.findIndex(({ id }) => id === doc.id) < index)
      problems.push(problem('definition.id-twice', `${place}.id`, { found: doc.id }));
    if (JSON.stringify(doc).length > LONGEST.service)
      problems.push(problem('service.too-long', place, { most: String(LONGEST.service) }));
    const before = own.get(doc.id)?.doc.state ?? doc.state;
    for (const found of serviceProblems(doc, { services: together, calendars, before }))
      problems.push({ ...found, path: found.path.replace(/^doc/, place) });
  });
  if (together.length > MOST_SERVICES)
    problems.push(problem('service.too-many', 'services', { most: String(MOST_SERVICES) }));
  const numbers = new Map(results.map(({ doc, ...numbered }) => [doc.id, numbered]));
  return {
    revisions: results.flatMap(({ seq, doc, what }) => (what === 'same' ? [] : { seq, doc })),
    compared: results.map(({ doc: { id, name }, what }) => ({ kind: 'service', id, name, what })),
    problems,
    used(use) {
      const known = numbers.get(use.id);
      if (!known || known.what === 'new') return use;
      const isUpToDate = use.revision >= known.revision;
      return { ...use, revision: isUpToDate ? known.seq : Math.min(use.revision, known.seq - 1) };
    },
  };
}

const textOf = ({ changedIn: _changedIn, ...text }: Service): Service => text;
