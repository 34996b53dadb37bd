import { saveOutageRules, viewOutageRules } from '../app/outages/outage-rules';
import { saveOutage, verifyOutage, withdrawOutage, type OutageOutcome } from '../app/outages/save-outage';
import {
  viewOutage,
  viewOutages,
  type OutageRow as Row,
  type ServiceFigures,
} from '../app/outages/view-outages';
import type { Ports } from '../app/ports';
import type { Answer } from '../contract/answer';
import type { OutageRow, OutagesView } from '../contract/outages';
import type { Service } from '../domain/catalogue/service';
import { refuse, type Place, type ResolverFunctions } from './guard';

type OutageFunctions = Pick<
  ResolverFunctions,
  | 'viewOutages'
  | 'viewOutage'
  | 'saveOutage'
  | 'verifyOutage'
  | 'withdrawOutage'
  | 'viewOutageRules'
  | 'saveOutageRules'
>;

/** The outage register (T10) and what it comes to (T11). */
export function outageFunctions(ports: Ports): OutageFunctions {
  /** What was saved as it stands then, or why it was not. */
  async function saved({ project }: Place, outcome: OutageOutcome): Promise<Answer<OutageRow>> {
    if ('problems' in outcome) return refuse('bad-input', [...outcome.problems]);
    const found = await viewOutage(ports, project, outcome.id);
    return found ? { ok: true, value: rowView(found.row) } : refuse('failed');
  }

  const writerIn = ({ project, account: actor }: Place) => ({ project, actor });

  return {
    viewOutages: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, wanted) {
        const { rows, isCut, figures, services } = await viewOutages(ports, project, wanted);
        const value = {
          rows: rows.map(rowView),
          isCut,
          figures: figures.map(figuresView),
          services: services.map(serviceView),
          mayConfigure: await ports.rights.mayConfigure(project),
        };
        return { ok: true, value };
      },
    },

    viewOutage: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, { id }) {
        const found = await viewOutage(ports, project, id);
        if (!found) return { ok: true, value: null };
        const history = found.history.map(({ seq: revision, at, actor: by, doc }) => ({
          revision,
          at,
          by,
          doc,
        }));
        return { ok: true, value: { row: rowView(found.row), history } };
      },
    },

    saveOutage: {
      needs: 'monitor',
      does: 'write',
      run: async (place, { doc, seen }) => saved(place, await saveOutage(ports, writerIn(place), doc, seen)),
    },

    verifyOutage: {
      needs: 'monitor',
      does: 'write',
      run: async (place, { id, seen }) => saved(place, await verifyOutage(ports, writerIn(place), id, seen)),
    },

    withdrawOutage: {
      needs: 'monitor',
      does: 'write',
      run: async (place, { seen, ...withdrawn }) =>
        saved(place, await withdrawOutage(ports, writerIn(place), withdrawn, seen)),
    },

    viewOutageRules: {
      needs: 'configure',
      does: 'read',
      run: async ({ project }) => ({ ok: true, value: await viewOutageRules(ports, project) }),
    },

    saveOutageRules: {
      needs: 'configure',
      does: 'write',
      async run(place, { rules, seen }) {
        const problems = await saveOutageRules(ports, writerIn(place), rules, seen);
        if (problems.length > 0) return refuse('bad-input', [...problems]);
        return { ok: true, value: await viewOutageRules(ports, place.project) };
      },
    },
  };
}

const rowView = ({ seq: revision, rto, ...row }: Row): OutageRow => ({ ...row, revision, rto: rto ?? null });

const figuresView = ({ service, hours, figures }: ServiceFigures): OutagesView['figures'][number] => ({
  service,
  hours: hours ?? null,
  figures: { ...figures, availability: figures.availability ?? null },
});

const serviceView = ({ id, name, state, rto, rpo }: Service): OutagesView['services'][number] => ({
  id,
  name,
  isRetired: state === 'retired',
  ...(rto !== undefined && { rto }),
  ...(rpo !== undefined && { rpo }),
});
