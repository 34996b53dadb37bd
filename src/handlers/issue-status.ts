import * as v from 'valibot';
import { issueStatus } from '../app/issue-status';
import type { Ports } from '../app/ports';
import { jiraIdSchema as id } from '../contract/primitives';
import { describe } from './failure';
import { lozengeOf, type Lozenge } from './status-lozenge';

/**
 * The issue on which the panel stands. Nothing says that the platform signs this payload, so Jira is asked, as whoever
 * looks, whether they see that issue (P5).
 */
const payloadSchema = v.object({ extension: v.object({ issue: v.object({ id }) }) });

/** What Jira shows beside the panel's title; nothing when left out. */
interface DynamicProperties {
  readonly status?: Lozenge;
}

/**
 * The status of the panel, which Jira asks for while the panel is collapsed. Whatever fails, there is none: an answer that
 * may be wrong is worse.
 *
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/#dynamic-properties
 */
export function issueStatusOf(ports: Ports) {
  return async (payload: unknown): Promise<DynamicProperties> => {
    try {
      const { issue } = v.parse(payloadSchema, payload).extension;
      const status = await issueStatus(ports, issue.id);
      if (!status || status.state === 'ended') return {};
      return { status: lozengeOf(status.state, status.left, await localeOf(ports)) };
    } catch (error) {
      ports.log.warn('no status', { error: describe(error) });
      return {};
    }
  };
}

/** Whoever has not let the app act for them, or whom Jira does not know, reads the default language. */
async function localeOf({ readers, log }: Ports): Promise<string> {
  try {
    return (await readers.locale()) ?? '';
  } catch (error) {
    log.warn('no locale', { error: describe(error) });
    return '';
  }
}
