import { saveService, serviceHistory, viewCatalogue } from '../app/catalogue';
import { countCaught } from '../app/catalogue-caught';
import { decideLook } from '../app/catalogue-looks';
import type { Ports, ProjectId } from '../app/ports';
import type { Answer } from '../contract/answer';
import type { CatalogueView, ListedService } from '../contract/catalogue';
import type { Service } from '../domain/catalogue/service';
import { refuse, type ResolverFunctions } from './guard';

type CatalogueFunctions = Pick<
  ResolverFunctions,
  'viewCatalogue' | 'viewService' | 'saveService' | 'decideLook' | 'countCaught'
>;

/** The service catalogue of a project (C1–C4, C6, C8, C10). */
export function catalogueFunctions(ports: Ports): CatalogueFunctions {
  async function view(project: ProjectId): Promise<Answer<CatalogueView>> {
    const { services, toLookAt } = await viewCatalogue(ports, project);
    const value = {
      services: services.map(({ doc, seq: revision, at: changedAt }) => ({
        ...listed(doc),
        revision,
        changedAt,
      })),
      toLookAt: [...toLookAt],
    };
    return { ok: true, value };
  }

  return {
    viewCatalogue: { needs: 'configure', does: 'read', run: ({ project }) => view(project) },

    viewService: {
      needs: 'configure',
      does: 'read',
      async run({ project }, { service }) {
        const history = await serviceHistory(ports, project, service);
        const [latest] = history;
        if (!latest) return { ok: true, value: null };
        const value = {
          revision: latest.seq,
          record: latest.doc,
          history: history.map(({ seq: revision, at, actor: by, doc: record }) => ({
            revision,
            at,
            by,
            record,
          })),
        };
        return { ok: true, value };
      },
    },

    saveService: {
      needs: 'configure',
      does: 'write',
      async run({ project, account }, { doc: text, seen, isCapabilityChanged = false }) {
        const outcome = await saveService(ports, project, account, { text, seen, isCapabilityChanged });
        return 'problems' in outcome ? refuse('bad-input', [...outcome.problems]) : view(project);
      },
    },

    decideLook: {
      needs: 'configure',
      does: 'write',
      async run({ project, account }, decision) {
        const problems = await decideLook(ports, project, account, decision);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : view(project);
      },
    },

    countCaught: {
      needs: 'configure',
      does: 'read',
      async run({ project }, { after }) {
        // What is left of the hour is for the timers.
        if (ports.quota.isLow()) return refuse('busy');
        const { counts, uncaught, next = null, ...rest } = await countCaught(ports, project, after);
        return { ok: true, value: { ...rest, counts: [...counts], uncaught: [...uncaught], next } };
      },
    },
  };
}

/** What a list says of a service: a thousand of them must fit into one answer. */
function listed(service: Service): Omit<ListedService, 'revision' | 'changedAt'> {
  const { id, name, summary, kind, category, state, hours, criticality, owner, restsOn, mapping } = service;
  return {
    id,
    name,
    kind,
    state,
    isMapped: mapping !== undefined,
    ...(summary !== undefined && { summary }),
    ...(category !== undefined && { category }),
    ...(hours !== undefined && { hours }),
    ...(criticality !== undefined && { criticality }),
    ...(owner !== undefined && { owner }),
    ...(restsOn !== undefined && { restsOn }),
  };
}
