import type { Call, PayloadOf } from '../../../src/contract/resolver-api';

/**
 * What each function takes, so that a function without an example does not compile here.
 * @param file a definitions file that can come into force.
 */
export function examples(file: string): { readonly [Name in Call]: PayloadOf<Name> } {
  return {
    viewIssueTimers: { jiraUpdated: 1_795_000_000_000 },
    explainIssueTimers: {},
    viewDefinitions: {},
    importDefinitions: { file },
    viewBackfill: {},
    pauseBackfill: {},
    resumeBackfill: {},
  };
}
