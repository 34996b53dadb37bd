import type { MariadbDatabase } from '../support/mariadb';

/** What a statement took of the database. */
export interface Probed {
  readonly statement: string;
  /** Rows that the engine read on the way, those of its temporary tables included. */
  readonly rowsRead: number;
  /** Of each table how it was found: `timer by PRIMARY`, `dirty_issue by nothing`. */
  readonly access: readonly string[];
  readonly answerBytes: number;
  /** The best of several runs, on this machine. */
  readonly ms: number;
}

export type SqlValue = string | number | null;

interface Sent {
  readonly query: string;
  readonly params: readonly SqlValue[];
}

const RUNS = 15;

/** Asks a database, and looks at how it answers. */
export class Probe {
  private sent: Sent[] | undefined;

  constructor(private readonly database: Pick<MariadbDatabase, 'handle'>) {}

  /** For the app's adapters. */
  answer = async (path: string, body: string): Promise<Response> => {
    this.sent?.push(JSON.parse(body) as Sent);
    return this.database.handle(path, body);
  };

  /** The statements that a call of the adapters sends, each looked at by itself. Writes run once more each time. */
  async called(call: () => Promise<unknown>): Promise<Probed[]> {
    this.sent = [];
    await call();
    const { sent } = this;
    this.sent = undefined;
    const probed: Probed[] = [];
    for (const { query, params } of sent) probed.push(await this.statement(query, params));
    return probed;
  }

  async statement(query: string, params: readonly SqlValue[]): Promise<Probed> {
    await this.rows('FLUSH STATUS');
    const text = await (await this.send(query, params)).text();
    const counters = await this.rows(`SHOW SESSION STATUS LIKE 'Handler_read%'`);
    const rowsRead = counters
      .filter(({ Variable_name: name }) => !String(name).endsWith('_retry'))
      .reduce((sum, { Value: value }) => sum + Number(value), 0);
    let ms = Infinity;
    for (let run = 0; run < RUNS; run++) {
      const began = performance.now();
      await this.send(query, params);
      ms = Math.min(ms, performance.now() - began);
    }
    return {
      statement: query,
      rowsRead,
      access: await this.access(query, params),
      answerBytes: Buffer.byteLength(text),
      ms,
    };
  }

  /** @throws Error when the database refuses it. */
  async rows(query: string, params: readonly SqlValue[] = []): Promise<Record<string, unknown>[]> {
    const { rows } = (await (await this.send(query, params)).json()) as { rows: Record<string, unknown>[] };
    return rows;
  }

  private async access(query: string, params: readonly SqlValue[]): Promise<string[]> {
    if (/^(INSERT|REPLACE)/.test(query)) return [];
    const [row = {}] = await this.rows(`EXPLAIN FORMAT=JSON ${query}`, params);
    const plan = Object.values(row)[0];
    return [...new Set(tablesOf(typeof plan === 'string' ? JSON.parse(plan) : plan))];
  }

  private async send(query: string, params: readonly SqlValue[]): Promise<Response> {
    const response = await this.database.handle('', JSON.stringify({ query, params }));
    if (!response.ok) throw new Error(`${query.slice(0, 200)}: ${await response.text()}`);
    return response;
  }
}

/** Every table that a plan names, with the index by which it is found. */
function tablesOf(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(tablesOf);
  if (typeof plan !== 'object' || plan === null) return [];
  const { table_name: table, key } = plan as { table_name?: unknown; key?: unknown };
  const isStored = typeof table === 'string' && !/^</.test(table);
  return [
    ...(isStored ? [`${table} by ${typeof key === 'string' ? key : 'nothing'}`] : []),
    ...Object.values(plan).flatMap(tablesOf),
  ];
}
