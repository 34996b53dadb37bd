import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import mysql, { type Connection, type QueryError } from 'mysql2/promise';

/** A MariaDB server of the test's own: a folder of its own, a socket, no network. */
export interface Mariadb {
  /** A new, empty database that answers the Forge SQL protocol. */
  openDatabase(): Promise<MariadbDatabase>;
  stop(): Promise<void>;
}

export interface MariadbDatabase {
  handle(path: string, body: string): Promise<Response>;
  close(): Promise<void>;
}

const SERVER = '/usr/sbin/mariadbd';

/** @throws Error that says what to install when the machine has no MariaDB. */
export async function startMariadb(): Promise<Mariadb> {
  if (!existsSync(SERVER)) {
    throw new Error('No MariaDB here. Debian: "apt-get install mariadb-server-core mariadb-client-core".');
  }
  // Short, since the path of a socket may have 107 characters at most.
  const folder = mkdtempSync(path.join(tmpdir(), 'maria-'));
  const [data, socketPath] = [path.join(folder, 'data'), path.join(folder, 'socket')];
  const user = userInfo().username;
  const installed = spawnSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--user=${user}`,
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { encoding: 'utf8' },
  );
  if (installed.status !== 0) throw new Error(`mariadb-install-db: ${installed.stderr}`);
  const running = spawn(SERVER, [
    '--no-defaults',
    `--user=${user}`,
    `--datadir=${data}`,
    `--socket=${socketPath}`,
    '--skip-networking',
    '--innodb-buffer-pool-size=32M',
    '--performance-schema=OFF',
    '--skip-log-bin',
    // As TiDB compares and checks.
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO',
  ]);
  const root = await connected(socketPath, running);
  let databases = 0;
  return {
    async openDatabase() {
      databases += 1;
      const database = `site_${databases}`;
      await root.query(`CREATE DATABASE ${database}`);
      const connection = await mysql.createConnection({ socketPath, user: 'root', database });
      return {
        handle: (_path, body) => answer(connection, body),
        close: () => connection.end(),
      };
    },
    async stop() {
      await root.end();
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const PATIENCE_MS = 20_000;

async function connected(socketPath: string, server: ChildProcess): Promise<Connection> {
  let said = '';
  server.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    if (server.exitCode !== null) break;
    if (existsSync(socketPath)) return mysql.createConnection({ socketPath, user: 'root' });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`MariaDB did not start: ${said}`);
}

async function answer(connection: Connection, body: string): Promise<Response> {
  const { query, params } = JSON.parse(body) as { query: string; params: (string | number | null)[] };
  try {
    const [rows] =
      params.length > 0 ? await connection.execute(query, params) : await connection.query(query);
    return Response.json({ rows });
  } catch (error) {
    const { errno, code, message } = error as QueryError;
    const failure = { code: 'SQL_EXECUTION_ERROR', message, context: { debug: { errno, code } } };
    return Response.json(failure, { status: 400 });
  }
}
