import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';

export type Handler = (request: Request) => Response | Promise<Response>;

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

type Server = ReturnType<typeof createAdaptorServer>;

/** Idle connections stay: a site that was busy would close one just when a client sends its next request on it. */
const serverOptions = { keepAliveTimeout: 0 };

/**
 * Serves on the loopback addresses only: 127.0.0.1, and ::1 where the machine has it, since browsers try either for
 * "localhost".
 * @param port 0 for any free one.
 * @throws Error with the code EADDRINUSE when somebody else has the port.
 */
export async function listen(handler: Handler, port: number): Promise<Listening> {
  const first = createAdaptorServer({ fetch: handler, serverOptions });
  const taken = await bind(first, port, '127.0.0.1');
  const servers = [first];
  const second = createAdaptorServer({ fetch: handler, serverOptions });
  try {
    await bind(second, taken, '::1');
    servers.push(second);
  } catch (error) {
    if (isCode(error, 'EADDRINUSE')) {
      await close(first);
      throw error;
    }
  }
  return {
    port: taken,
    async close() {
      await Promise.all(servers.map(close));
    },
  };
}

export function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

function bind(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Streams to open pages would keep the server up for ever.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
