import { getAppContext } from '@forge/api';
import * as v from 'valibot';
import { SomebodyElseSaves } from '../../app/errors';
import {
  isDocument,
  LONGEST,
  LONGEST_RECORD,
  MOST_ABOUT,
  SITE,
  type Change,
  type OutageBasis,
  type ProjectId,
  type Records,
} from '../../app/ports';
import type { Revision } from '../../domain/agreement/revisions';
import {
  aboutOf,
  type DocumentKind,
  type DocumentRevision,
  type Documents,
  type RevisionOf,
} from '../../domain/documents';
import { EARLIEST, HORIZON } from '../../domain/time/instant';
import {
  agreementDocSchema,
  calendarDocSchema,
  documentSchemas,
  holidaySetDocSchema,
  repairDocSchema,
  reportingDocSchema,
  stepDocSchema,
} from '../../contract/records';
import { instantSchema } from '../../contract/primitives';
import { readLog } from './record-log';
import { execute, isDuplicateKey, json, placeholders, select, statements, type SqlValue } from './sql';

const saved = { project: v.number(), id: v.string(), change: v.string(), seq: v.number(), at: instantSchema };

const revisionRow = v.variant('kind', [
  v.object({ kind: v.literal('holiday-set'), ...saved, doc: json(holidaySetDocSchema) }),
  v.object({ kind: v.literal('calendar'), ...saved, doc: json(calendarDocSchema) }),
  v.object({ kind: v.literal('agreement'), ...saved, doc: json(agreementDocSchema) }),
  v.object({ kind: v.literal('repair'), ...saved, doc: json(repairDocSchema) }),
  v.object({ kind: v.literal('step'), ...saved, doc: json(stepDocSchema) }),
  v.object({ kind: v.literal('reporting'), ...saved, doc: json(reportingDocSchema) }),
]);

const documentRow = v.object({
  id: v.string(),
  change: v.string(),
  seq: v.number(),
  at: instantSchema,
  doc: v.unknown(),
});

/** A record has at most `LONGEST_RECORD` characters, and Forge answers at most 4 MiB. */
const REVISIONS_A_PAGE = 15;

/** As many as make up the same amount. */
const documentsAPage = (kind: DocumentKind): number =>
  Math.floor((REVISIONS_A_PAGE * LONGEST_RECORD) / LONGEST[kind]);

const FIRST = { project: -1, kind: '', id: '', seq: 0 };

/** What was read of a project, with what there was before; a warm process may serve several sites. */
interface Known extends Counts {
  readonly revisions: readonly Revision[];
  readonly outages?: { readonly read: Pick<Counts, 'outageRules' | 'services'>; readonly basis: OutageBasis };
}
const lately = new Map<string, Known>();
const MOST_KNOWN = 20;
const callingSite = (): string => getAppContext().installationAri.toString();

/** An uncommitted revision younger than this belongs to somebody who is saving, an older one to a crash. */
const SAVING_TAKES_MS = 60_000;

/**
 * Revisions are only inserted. Those of a change count once the row of the change exists, which is inserted last: that
 * one row is the commit, since Forge SQL has no transactions of several statements (design §2).
 */
export const forgeRecords: Records = {
  async revisions(project) {
    const key = `${callingSite()} ${project}`;
    const counts = await countChanges(project);
    const known = lately.get(key);
    if (known?.changes === counts.changes) {
      lately.set(key, { ...known, ...counts });
      return known.revisions;
    }
    const revisions = await readRevisions(project);
    // A change that came in between makes the next call read again.
    lately.delete(key);
    lately.set(key, { ...known, ...counts, revisions });
    const [oldest] = lately.keys();
    if (lately.size > MOST_KNOWN && oldest !== undefined) lately.delete(oldest);
    return revisions;
  },

  documents: (project, kind) => latest(project, kind, ALL, Infinity),

  named: async (project, kind, ids) =>
    ids.length === 0
      ? []
      : latest(project, kind, { sql: `AND r.id IN ${placeholders(1, ids.length)}`, params: ids }, Infinity),

  about: async (project, kind, { topics, from = EARLIEST, to = HORIZON }) =>
    topics?.length === 0
      ? []
      : latest(
          project,
          kind,
          {
            sql: `${topics ? `AND r.topic IN ${placeholders(1, topics.length)}` : ''} AND r.about_at >= ? AND r.about_at < ?`,
            params: [...(topics ?? []), from, to],
          },
          MOST_ABOUT,
        ),

  async history(project, { kind, id }, limit) {
    const rows = await select(
      `SELECT r.seq AS seq, r.saved_at AS at, c.actor AS actor, r.doc AS doc
       FROM record_revision r JOIN record_change c ON c.id = r.change_id
       WHERE r.project_id = ? AND r.kind = ? AND r.id = ? ORDER BY r.seq DESC LIMIT ?`,
      [Number(project), kind, id, Math.min(limit, documentsAPage(kind))],
      v.object({ seq: v.number(), at: instantSchema, actor: v.string(), doc: v.unknown() }),
    );
    return rows.map(({ doc, ...row }) => ({ ...row, doc: documentOf(kind, doc) }));
  },

  async hasExceptions(project) {
    const { exceptions } = lately.get(`${callingSite()} ${project}`) ?? (await countChanges(project));
    return exceptions > 0;
  },

  async outageBasis(project) {
    const key = `${callingSite()} ${project}`;
    const known = lately.get(key);
    const { outageRules, services } = known ?? (await countChanges(project));
    if (outageRules === 0) return undefined;
    const kept = known?.outages;
    const isSame = kept?.read.outageRules === outageRules && kept.read.services === services;
    const basis = isSame ? kept.basis : await readOutageBasis(project);
    if (known && !isSame) lately.set(key, { ...known, outages: { read: { outageRules, services }, basis } });
    return basis.rules.length > 0 ? basis : undefined;
  },

  async actors(project) {
    const rows = await select(
      `SELECT id, actor FROM record_change WHERE project_id = ? AND action <> 'write'`,
      [Number(project)],
      v.object({ id: v.string(), actor: v.string() }),
    );
    return new Map(rows.map(({ id, actor }) => [id, actor]));
  },

  log: (project, wanted) => readLog(project, wanted, REVISIONS_A_PAGE),

  async commit(change) {
    await clearRemains(change);
    const rows = change.revisions.map((revision) => {
      const { kind, doc, seq } = revision;
      const { topic = null, at = null } = isDocument(kind) ? aboutOf(revision as DocumentRevision) : {};
      return [
        Number(change.project),
        kind,
        doc.id,
        seq,
        change.id,
        change.at,
        topic,
        at,
        JSON.stringify(doc),
      ];
    });
    try {
      for (const some of statements(rows)) {
        await execute(
          `INSERT INTO record_revision (project_id, kind, id, seq, change_id, saved_at, topic, about_at, doc)
           VALUES ${placeholders(some.length, 9)}`,
          some.flat(),
        );
      }
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await removeRevisions(change.project, change.id);
      throw new SomebodyElseSaves();
    }
    try {
      await execute(
        `INSERT INTO record_change (id, project_id, saved_at, actor, action) VALUES (?, ?, ?, ?, ?)`,
        [change.id, Number(change.project), change.at, change.actor, change.action],
      );
    } catch (error) {
      // It may have been done all the same. Otherwise what was saved so far would refuse the next try for a while.
      if (await isCommitted(change)) return;
      await removeRevisions(change.project, change.id);
      throw error;
    }
  },
};

/** What is asked of a revision beside its project and kind. */
interface Asked {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}
const ALL: Asked = { sql: '', params: [] };

/** The latest committed revisions of documents that are so, by their ids, at most `limit`. */
async function latest<Kind extends DocumentKind>(
  project: ProjectId,
  kind: Kind,
  asked: Asked,
  limit: number,
): Promise<RevisionOf<Kind>[]> {
  const found: RevisionOf<Kind>[] = [];
  for (let last = ''; found.length < limit;) {
    const most = Math.min(documentsAPage(kind), limit - found.length);
    const page = await select(
      `SELECT r.id AS id, r.change_id AS \`change\`, r.seq AS seq, r.saved_at AS at, r.doc AS doc
       FROM record_revision r JOIN record_change c ON c.id = r.change_id
       WHERE r.project_id = ? AND r.kind = ? AND r.id > ? ${asked.sql} AND r.seq = (
         SELECT MAX(n.seq) FROM record_revision n JOIN record_change m ON m.id = n.change_id
         WHERE n.project_id = r.project_id AND n.kind = r.kind AND n.id = r.id)
       ORDER BY r.id LIMIT ${most}`,
      [Number(project), kind, last, ...asked.params],
      documentRow,
    );
    for (const { id: _id, doc, ...row } of page) found.push({ ...row, kind, doc: documentOf(kind, doc) });
    const end = page.at(-1);
    if (!end || page.length < most) break;
    last = end.id;
  }
  return found;
}

function documentOf<Kind extends DocumentKind>(kind: Kind, stored: unknown): Documents[Kind] {
  const schema: v.GenericSchema<unknown, Documents[Kind]> = documentSchemas[kind];
  return v.parse(json(schema), stored);
}

/** Changes of a project's rules, and revisions of exclusions and extensions, of rules for outages and of services. */
interface Counts {
  readonly changes: number;
  readonly exceptions: number;
  readonly outageRules: number;
  readonly services: number;
}

const count = v.pipe(v.unknown(), v.transform(Number), v.number());

/** The revisions of documents of a project, which are never taken back either, once they count. */
const COMMITTED = `FROM record_revision r JOIN record_change w ON w.id = r.change_id WHERE r.project_id = ?`;

/** Changes of rules are never taken back, so that their number names what they came to. */
async function countChanges(project: ProjectId): Promise<Counts> {
  const [row] = await select(
    `SELECT COUNT(*) AS changes,
       (SELECT COUNT(*) FROM record_revision r WHERE r.project_id = ? AND r.kind = 'exception') AS exceptions,
       (SELECT COUNT(*) ${COMMITTED} AND r.kind = 'outage-rules') AS outageRules,
       (SELECT COUNT(*) ${COMMITTED} AND r.kind = 'service') AS services
     FROM record_change c WHERE c.project_id IN (?, ?) AND c.action <> 'write'`,
    [project, project, project, SITE, project].map(Number),
    v.object({ changes: count, exceptions: count, outageRules: count, services: count }),
  );
  return row ?? { changes: 0, exceptions: 0, outageRules: 0, services: 0 };
}

async function readOutageBasis(project: ProjectId): Promise<OutageBasis> {
  const [kept] = await latest(project, 'outage-rules', ALL, 1);
  const services = await latest(project, 'service', ALL, Infinity);
  return { rules: kept?.doc.rules ?? [], services: services.map(({ doc }) => doc) };
}

async function readRevisions(project: ProjectId): Promise<readonly Revision[]> {
  const found: Revision[] = [];
  let last = FIRST;
  for (const pages = [REVISIONS_A_PAGE]; ;) {
    const most = pages.shift() ?? REVISIONS_A_PAGE;
    const page = await select(
      `SELECT r.project_id AS project, r.kind AS kind, r.id AS id, r.change_id AS \`change\`, r.seq AS seq,
         r.saved_at AS at, r.doc AS doc
       ${AFTER}
       ORDER BY r.project_id, r.kind, r.id, r.seq LIMIT ${most}`,
      [Number(SITE), Number(project), ...placeOf(last)],
      revisionRow,
    );
    for (const { id: _id, project: home, ...revision } of page)
      found.push(home === Number(SITE) ? { ...revision, home: 'site' } : revision);
    const end = page.at(-1);
    if (!end || page.length < most) return found;
    // Most projects have no more than this; of one that has, it is worth asking how large the rest is.
    if (last === FIRST) pages.push(...(await pagesAfter(project, end)));
    last = end;
  }
}

/** What comes after a revision, as {@link placeOf} names it. */
const AFTER = `FROM record_revision r JOIN record_change c ON c.id = r.change_id
       WHERE r.project_id IN (?, ?) AND r.kind IN ('agreement', 'calendar', 'holiday-set', 'repair', 'reporting', 'step')
         AND (r.project_id > ? OR (r.project_id = ? AND (r.kind > ? OR (r.kind = ?
           AND (r.id > ? OR (r.id = ? AND r.seq > ?))))))`;

const placeOf = (last: typeof FIRST): (string | number)[] => [
  ...[last.project, last.kind, last.id].flatMap((key) => [key, key]),
  last.seq,
];

/** Of records; in an answer they are JSON within JSON, which takes up to twice as many. */
const BYTES_A_PAGE = 2_000_000;

/** How many revisions after `last` make up each page that is left. */
async function pagesAfter(project: ProjectId, last: typeof FIRST): Promise<number[]> {
  const sizes = await select(
    `SELECT OCTET_LENGTH(r.doc) AS size ${AFTER} ORDER BY r.project_id, r.kind, r.id, r.seq LIMIT ${MOST_SIZES}`,
    [Number(SITE), Number(project), ...placeOf(last)],
    v.object({ size: v.pipe(v.unknown(), v.transform(Number), v.number()) }),
  );
  const pages: number[] = [];
  let room = 0;
  for (const { size } of sizes) {
    if (size > room) {
      pages.push(0);
      room = BYTES_A_PAGE;
    }
    pages.push((pages.pop() ?? 0) + 1);
    room -= size;
  }
  // One more than there is shows that it was the last.
  return sizes.length < MOST_SIZES ? [...pages, (pages.pop() ?? 0) + 1] : pages;
}

/** Each takes some bytes of an answer. */
const MOST_SIZES = 50_000;

async function isCommitted({ id }: Change): Promise<boolean> {
  const rows = await select(`SELECT id FROM record_change WHERE id = ?`, [id], v.unknown());
  return rows.length > 0;
}

/** Removes what a crashed save left behind. @throws SomebodyElseSaves when it is so young that it may not have crashed. */
async function clearRemains({ project, at }: Change): Promise<void> {
  const uncommitted = await uncommittedChanges(project);
  if (uncommitted.some(({ savedAt }) => at - savedAt < SAVING_TAKES_MS)) throw new SomebodyElseSaves();
  for (const { id } of uncommitted) await removeRevisions(project, id);
}

async function removeRevisions(project: ProjectId, change: string): Promise<void> {
  await execute(`DELETE FROM record_revision WHERE project_id = ? AND change_id = ?`, [
    Number(project),
    change,
  ]);
}

function uncommittedChanges(project: ProjectId): Promise<{ id: string; savedAt: number }[]> {
  return select(
    `SELECT r.change_id AS id, MAX(r.saved_at) AS savedAt
     FROM record_revision r LEFT JOIN record_change c ON c.id = r.change_id
     WHERE r.project_id = ? AND c.id IS NULL GROUP BY r.change_id`,
    [Number(project)],
    v.object({ id: v.string(), savedAt: v.pipe(v.unknown(), v.transform(Number), v.number()) }),
  );
}
