import type { Log } from '../../app/ports';

export const forgeLog: Log = {
  warn: (message, details = {}) => console.warn(message, JSON.stringify(details)),
};
