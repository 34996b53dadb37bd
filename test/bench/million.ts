/**
 * `npm run million`: the app's own statements on a store with a million timers, on MariaDB. How long one takes is told as a
 * multiple of the look-up of one row by its key; judged is how many rows it reads and whether its answer fits.
 *
 * Forge runs TiDB, whose plans differ in places:
 * - Rows found by a secondary index are fetched by a second request to other machines, so that an index that holds all that a
 *   statement asks for gains more there, and 35,000 single rows cost more.
 * - It may turn EXISTS into a join that reads the whole index where MariaDB looks up one entry: the tick's question about deleted
 *   projects has such a part.
 * - Without statistics, as on a site just installed, it goes by rules of thumb.
 */
import { instant } from '../../src/domain/time/instant';
import { SQL_RESPONSE_BYTES } from '../site/forge/limits';
import { forgeStores } from '../support/forge-stores';
import { startMariadb } from '../support/mariadb';
import { isAbove, type Figure, type Section } from './budget-figures';
import { tableOf } from './budget-table';
import { Probe, type Probed } from './million-probe';
import { questions, type Question } from './million-questions';
import { fillings, ISSUES, LARGEST_PROJECT, NOW, PROJECTS, SMALLER_PROJECT } from './million-rows';

const clock = { now: () => instant(NOW) };

async function main(): Promise<void> {
  const mariadb = await startMariadb();
  try {
    const database = await mariadb.openDatabase();
    const probe = new Probe(database);
    const stores = await forgeStores(probe.answer);
    // The first call brings the schema.
    await stores.projects.withAgreements();
    console.error('Making a million timers …');
    for (const { statement, params } of fillings()) await probe.rows(statement, params);
    const lookUp = await probe.statement(
      'SELECT verdict FROM timer WHERE issue_id = ? AND agreement = ? AND metric = ? AND cycle_no = ?',
      [ISSUES / 2, `agreement-${(ISSUES / 2) % 3}`, 'resolution', 1],
    );
    const sections: Section[] = [];
    for (const question of questions) {
      const asked = (project: number): Promise<Probed[]> =>
        probe.called(() => question.call({ ...stores, clock }, String(project)));
      const probed = await asked(LARGEST_PROJECT);
      const smaller = question.grows ? await asked(SMALLER_PROJECT) : [];
      sections.push(...sectionsOf(question, { probed, smaller, lookUp }));
    }
    const [large, small] = [await timersIn(probe, LARGEST_PROJECT), await timersIn(probe, SMALLER_PROJECT)];
    console.log(tableOf(sections));
    console.log(`
${ISSUES} issues in ${PROJECTS} projects, four timers each. A row looked up by its key took ${lookUp.ms.toFixed(2)} ms here.
What a project is asked is asked of the largest, which has ${large} timers; the smaller one has ${small}, ${(large / small).toFixed(1)} times less.
Forge lets a read take 5 s and 16 MiB, and all of a minute 62.5 s. It runs TiDB, whose plans differ in places (million.ts).`);
    await database.close();
    if (sections.some(({ figures }) => figures.some(isAbove))) process.exitCode = 1;
  } finally {
    await mariadb.stop();
  }
}

async function timersIn(probe: Probe, project: number): Promise<number> {
  const [row] = await probe.rows('SELECT COUNT(*) AS count FROM timer WHERE project_id = ?', [project]);
  return Number(row?.['count']);
}

interface Asked {
  readonly probed: readonly Probed[];
  /** What a smaller project was asked, where it was: not always the same statements. */
  readonly smaller: readonly Probed[];
  readonly lookUp: Probed;
}

function sectionsOf({ what, mostRows }: Question, { probed, smaller, lookUp }: Asked): Section[] {
  return probed.map(({ statement, rowsRead, access, answerBytes, ms }, index) => ({
    title:
      probed.length > 1 ? `${what} (${index + 1}: ${statement.slice(0, 40).replace(/\s+/g, ' ')} …)` : what,
    figures: [
      {
        what: 'rows read',
        value: rowsRead,
        unit: 'count',
        limit: mostRows,
      },
      { what: 'answer', value: answerBytes, unit: 'bytes', limit: SQL_RESPONSE_BYTES },
      { what: 'times as long as the look-up of one row', value: ms / lookUp.ms, unit: 'count' },
      ...timesAsLong(
        ms,
        smaller.find((each) => each.statement === statement),
      ),
    ],
    ...(access.length > 0 && { note: access.join(', ') }),
  }));
}

const timesAsLong = (ms: number, smaller: Probed | undefined): Figure[] =>
  smaller ? [{ what: 'times as long as in the smaller project', value: ms / smaller.ms, unit: 'count' }] : [];

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
