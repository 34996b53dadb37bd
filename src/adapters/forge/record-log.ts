import * as v from 'valibot';
import { SITE, type LogEntry, type LogPlace, type LogWanted, type ProjectId } from '../../app/ports';
import { recordSchemas, type RecordKind } from '../../contract/records';
import { instantSchema } from '../../contract/primitives';
import { HORIZON } from '../../domain/time/instant';
import { json, placeholders, select } from './sql';

const actions = ['import', 'repair', 'save', 'prepare', 'write'] as const;

const logRow = v.object({
  project: v.number(),
  kind: v.picklist(Object.keys(recordSchemas) as RecordKind[]),
  id: v.string(),
  change: v.string(),
  seq: v.number(),
  at: instantSchema,
  actor: v.string(),
  action: v.picklist(actions),
  doc: v.unknown(),
});

/** Nothing was saved later. */
const LATEST: LogPlace = { at: HORIZON, change: '', kind: 'agreement', id: '', seq: 0 };

/**
 * All that was saved in a project and for the whole site, the latest first.
 *
 * No index gives revisions by their time, so that each statement passes by all of the project's and the site's, which are as
 * many as people have saved; documents are read of those alone that it gives.
 *
 * @param most how many revisions fit into one answer.
 */
export async function readLog(
  project: ProjectId,
  { kinds, after: start, limit }: LogWanted,
  most: number,
): Promise<LogEntry[]> {
  const found: LogEntry[] = [];
  for (let after = start ?? LATEST; found.length < limit;) {
    const wanted = Math.min(most, limit - found.length);
    const { at, change, kind, id, seq } = after;
    const page = await select(
      `SELECT r.project_id AS project, r.kind AS kind, r.id AS id, r.change_id AS \`change\`, r.seq AS seq,
         r.saved_at AS at, c.actor AS actor, c.action AS action, r.doc AS doc
       FROM record_revision r JOIN record_change c ON c.id = r.change_id
       WHERE r.project_id IN (?, ?) AND r.kind IN ${placeholders(1, kinds.length)}
         AND (r.saved_at < ? OR (r.saved_at = ? AND (r.change_id < ? OR (r.change_id = ?
           AND (r.kind < ? OR (r.kind = ? AND (r.id < ? OR (r.id = ? AND r.seq < ?))))))))
       ORDER BY r.saved_at DESC, r.change_id DESC, r.kind DESC, r.id DESC, r.seq DESC LIMIT ${wanted}`,
      [Number(SITE), Number(project), ...kinds, at, at, change, change, kind, kind, id, id, seq],
      logRow,
    );
    found.push(...page.map(entryOf));
    const end = page.at(-1);
    if (!end || page.length < wanted) break;
    after = end;
  }
  return found;
}

function entryOf({ project, id: _id, kind, doc, ...saved }: v.InferOutput<typeof logRow>): LogEntry {
  const parsed: unknown = v.parse(json(recordSchemas[kind]), doc);
  const home = project === Number(SITE) ? { home: 'site' as const } : {};
  return { ...saved, ...home, kind, doc: parsed } as LogEntry;
}
