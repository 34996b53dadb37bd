import { SQL_DDL_PER_MINUTE, SQL_QUERY_MS_PER_MINUTE, SQL_STATEMENTS_PER_SECOND } from './limits';
import type { Pace } from './pace';
import { fixedRate, slidingRate } from './rates';

/** How much all functions together may ask of Forge SQL. Instants are those of `pace.ts`. */
export interface SqlLimits {
  /** Counts one request more; the answer when that is one too many, which then does not count. */
  refusal(ddl: boolean, at: number): Response | undefined;
  /** A statement of then took so long. */
  took(at: number, ms: number): void;
}

const MINUTE_MS = 60_000;

export function createSqlLimits(pace: Pick<Pace, 'now'>): SqlLimits {
  const data = slidingRate(pace, SQL_STATEMENTS_PER_SECOND, 1000);
  const ddls = fixedRate(SQL_DDL_PER_MINUTE, MINUTE_MS);
  const time = fixedRate(SQL_QUERY_MS_PER_MINUTE, MINUTE_MS);
  return {
    refusal(ddl, at) {
      const rate = ddl ? ddls : data;
      if (time.wait(at) > 0)
        return tooMuch(`Queries took more than ${SQL_QUERY_MS_PER_MINUTE / 1000} s in a minute`);
      if (rate.wait(at) > 0) {
        const most = ddl
          ? `${SQL_DDL_PER_MINUTE} DDL requests a minute`
          : `${SQL_STATEMENTS_PER_SECOND} requests a second`;
        return tooMuch(`More than ${most}`);
      }
      rate.add(at);
      return undefined;
    },
    took: (at, ms) => time.add(at, ms),
  };
}

function tooMuch(message: string): Response {
  return Response.json(
    { code: 'RATE_LIMIT_EXCEEDED', message },
    { status: 429, statusText: 'Too Many Requests' },
  );
}
