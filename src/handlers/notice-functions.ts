import { saveNoticePlaces } from '../app/notices/notice-places';
import { viewNotices } from '../app/notices/view-notices';
import type { Ports } from '../app/ports';
import type { Answer } from '../contract/answer';
import type { NoticesView } from '../contract/notices';
import { refuse, type Place, type ResolverFunctions } from './guard';

/** Who is told of reviews and service reports, and from where (R3). */
export function noticeFunctions(ports: Ports): Pick<ResolverFunctions, 'viewNotices' | 'saveNotices'> {
  async function view({ project }: Place): Promise<Answer<NoticesView>> {
    const { language = null, revision, agreements } = await viewNotices(ports, project);
    const shown = agreements.map(({ id, name, key = null, last = null }) => ({ id, name, key, last }));
    return { ok: true, value: { language, revision, agreements: shown } };
  }

  return {
    viewNotices: { needs: 'configure', does: 'read', run: view },

    saveNotices: {
      needs: 'configure',
      does: 'write',
      async run(place, { doc, seen }) {
        const { project, account: actor } = place;
        const problems = await saveNoticePlaces(ports, { project, actor }, doc, seen);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : view(place);
      },
    },
  };
}
