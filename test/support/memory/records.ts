import { SomebodyElseSaves } from '../../../src/app/errors';
import {
  type Change,
  type LogEntry,
  type LogPlace,
  MOST_ABOUT,
  SITE,
  type Ports,
} from '../../../src/app/ports';
import type { Revision } from '../../../src/domain/agreement/revisions';
import {
  aboutOf,
  type DocumentKind,
  type RevisionOf,
  type DocumentRevision,
} from '../../../src/domain/documents';
import type { MemoryState } from '../memory-ports';

const isRule = (revision: Change['revisions'][number]): revision is Revision =>
  ['agreement', 'calendar', 'holiday-set', 'repair', 'reporting', 'step'].includes(revision.kind);

function documentsOf<Kind extends DocumentKind>(
  changes: readonly Change[],
  project: string,
  kind: Kind,
): (DocumentRevision & RevisionOf<Kind>)[] {
  return changes
    .filter((change) => change.project === project)
    .flatMap(({ revisions }) => revisions)
    .filter((revision): revision is DocumentRevision & RevisionOf<Kind> => revision.kind === kind)
    .sort((a, b) => a.seq - b.seq);
}

function latestOf<Kind extends DocumentKind>(
  changes: readonly Change[],
  project: string,
  kind: Kind,
): (DocumentRevision & RevisionOf<Kind>)[] {
  const latest = new Map(documentsOf(changes, project, kind).map((revision) => [revision.doc.id, revision]));
  return [...latest.values()].sort((a, b) => (a.doc.id < b.doc.id ? -1 : 1));
}

const placeOf = ({ at, change, kind, seq, doc: { id } }: LogEntry): LogPlace => ({
  at,
  change,
  kind,
  seq,
  id,
});

/** Whether one place of the log is older than the other. */
function isBefore(a: LogPlace, b: LogPlace): boolean {
  for (const key of ['at', 'change', 'kind', 'id', 'seq'] as const)
    if (a[key] !== b[key]) return a[key] < b[key];
  return false;
}

export const memoryRecords = (kept: MemoryState): Ports['records'] => ({
  revisions: async (project) =>
    kept.changes
      .filter((change) => change.project === project || change.project === SITE)
      .flatMap((change) =>
        change.revisions.flatMap((revision) =>
          isRule(revision)
            ? { ...revision, ...(change.project === SITE && ({ home: 'site' } as const)) }
            : [],
        ),
      )
      .sort((a, b) => a.at - b.at),
  documents: async (project, kind) => latestOf(kept.changes, project, kind),
  named: async (project, kind, ids) =>
    latestOf(kept.changes, project, kind).filter(({ doc }) => ids.includes(doc.id)),
  about: async (project, kind, { topics, from, to }) =>
    latestOf(kept.changes, project, kind)
      .filter((revision) => {
        const { topic, at } = aboutOf(revision);
        return (
          (!topics || (topic !== undefined && topics.includes(topic))) &&
          (from === undefined || (at !== undefined && at >= from)) &&
          (to === undefined || (at !== undefined && at < to))
        );
      })
      .slice(0, MOST_ABOUT),
  history: async (project, { kind, id }, limit) =>
    documentsOf(kept.changes, project, kind)
      .filter(({ doc }) => doc.id === id)
      .map(({ seq, at, doc, change }) => {
        const actor = kept.changes.find((each) => each.id === change)?.actor ?? '';
        return { seq, at, actor, doc };
      })
      .reverse()
      .slice(0, limit),
  hasExceptions: async (project) =>
    kept.changes.some(
      (change) => change.project === project && change.revisions.some(({ kind }) => kind === 'exception'),
    ),
  outageBasis: async (project) => {
    const [saved] = latestOf(kept.changes, project, 'outage-rules');
    const services = latestOf(kept.changes, project, 'service').map(({ doc }) => doc);
    return saved && saved.doc.rules.length > 0 ? { rules: saved.doc.rules, services } : undefined;
  },
  actors: async (project) =>
    new Map(
      kept.changes
        .filter((change) => change.project === project && change.action !== 'write')
        .map(({ id, actor }) => [id, actor]),
    ),
  log: async (project, { kinds, after, limit }) =>
    kept.changes
      .filter((change) => change.project === project || change.project === SITE)
      .flatMap(({ project: home, actor, action, revisions }) =>
        revisions.map((revision) => ({
          ...revision,
          ...(home === SITE && ({ home: 'site' } as const)),
          actor,
          action,
        })),
      )
      .filter(({ kind }) => kinds.includes(kind))
      .filter((entry) => !after || isBefore(placeOf(entry), after))
      .sort((a, b) => (isBefore(placeOf(a), placeOf(b)) ? 1 : -1))
      .slice(0, limit),
  async commit(change) {
    const taken = kept.changes
      .filter(({ project }) => project === change.project)
      .flatMap(({ revisions }) => revisions);
    const clash = change.revisions.some(({ kind, doc, seq }) =>
      taken.some((other) => other.kind === kind && other.doc.id === doc.id && other.seq === seq),
    );
    if (clash) throw new SomebodyElseSaves();
    kept.changes.push(change);
  },
});
