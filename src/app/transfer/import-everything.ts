import { groupsNamedIn } from '../../domain/agreement/definitions';
import type { AgreementDraft } from '../../domain/agreement/draft';
import type { Revision } from '../../domain/agreement/revisions';
import type { Problem } from '../../domain/problem';
import type { Instant } from '../../domain/time/instant';
import type { CarriedLife, Everything } from '../../domain/transfer/everything';
import { canonical } from '../canonical';
import { proposeDefinitions, type Proposal } from '../propose-definitions';
import type { Ports, ProjectId } from '../ports';
import { readDrafts, readScheduled, stepsOf, VersionNumbers } from './carried-agreements';
import { readCases } from './carried-cases';
import { readReporting } from './carried-reporting';
import { readMonitoring } from './carried-monitoring';
import { readScopeText } from './carried-scope-text';
import { readServices } from './carried-services';
import { currentOf, whatIsHere, type Here } from './here';
import type { ImportPlace, ImportWanted, Proposed, Refused, Saved } from './import-file';
import { chosenOf } from '../../domain/transfer/compared';

/**
 * A project as a place where files are imported. How an agreement stands is taken over only where the agreement is new
 * there.
 */
export const projectPlace = (ports: Ports, project: ProjectId): ImportPlace<Everything> => ({
  home: project,
  propose: (wanted, saved) => propose(ports, project, wanted, saved),
});

async function propose(
  ports: Ports,
  project: ProjectId,
  wanted: ImportWanted<Everything>,
  saved: Saved,
): Promise<Proposed | Refused> {
  const { file, placeOf } = chosenOf(wanted.file, new Set(wanted.keep));
  const refused = (problems: readonly Problem[]): Refused => ({
    problems: problems.map((found) => ({ ...found, path: placeOf(found.path) })),
  });
  const here = await whatIsHere(ports, project);
  const calendars = [...file.calendars.map(({ id }) => id), ...here.calendars];
  const fieldOf = await ports.projectFields.in(project);

  const services = readServices(file.services, here.services, { fieldOf, calendars });
  const naming = <Text extends Pick<AgreementDraft, 'services'>>(text: Text): Text =>
    text.services ? { ...text, services: text.services.map(services.used) } : text;
  const later = file.scheduled.map(({ version, text }) => ({ version, text: naming(text) }));
  const written = file.drafts.map(({ text, ...draft }) => ({ ...draft, text: naming(text) }));
  const definitions = { ...file, agreements: file.agreements.map(naming) };

  const proposal = await proposeDefinitions(ports, project, definitions, saved.change);
  if (!('revisions' in proposal)) return refused([...proposal.problems, ...services.problems]);
  const numbers = new VersionNumbers(here.agreements);
  const rules = withoutCurrent(proposal, here.agreements, { numbers, lives: file.lives, now: saved.at });

  const known = new Set([...here.published, ...file.agreements.map(({ id }) => id)]);
  const named = groupsNamedIn({ calendars: [], agreements: later.map(({ text }) => text) });
  const reading = { fieldOf, groups: await ports.groups.named(named), calendars, problems: [] };
  const scheduled = readScheduled(later, here.agreements, numbers, { reading, known });
  const drafts = readDrafts(written, here.agreements, numbers, known);
  const cases = readCases(file.cases, here.cases, { fieldOf, known });
  const reporting = readReporting(file.reporting, here.reporting, fieldOf);
  const monitoring = readMonitoring(file.monitoring, here.monitoring);
  const scope = readScopeText(file.scopeText, here.scopeText);
  const problems = [
    ...reporting.problems,
    ...services.problems,
    ...reading.problems,
    ...drafts.problems,
    ...cases.problems,
    ...monitoring.problems,
    ...scope.problems,
  ];
  if (problems.length > 0) return refused(problems);

  const isNew = ({ id }: { readonly id: string }): boolean => known.has(id) && !here.published.has(id);
  const decided = new Set(here.looks.map(({ doc }) => doc.id));
  return {
    revisions: [
      ...rules.revisions,
      ...scheduled.versions.map((version) => ({ kind: 'agreement' as const, ...saved, ...version })),
      ...file.lives
        .filter(isNew)
        .flatMap((life) =>
          stepsOf(life).map((doc, index) => ({ kind: 'step' as const, ...saved, seq: index + 1, doc })),
        ),
      ...drafts.drafts.map((draft) => ({ kind: 'draft' as const, ...saved, ...draft })),
      ...cases.cases.map((one) => ({ kind: 'case' as const, ...saved, ...one })),
      ...reporting.revisions.map((one) => ({ ...saved, ...one })),
      ...services.revisions.map((service) => ({ kind: 'service' as const, ...saved, ...service })),
      ...monitoring.revisions.map((one) => ({ ...saved, ...one })),
      ...scope.revisions.map((one) => ({ ...saved, ...one })),
      ...file.looks
        .filter(({ id }) => known.has(id) && !decided.has(id))
        .map((doc) => ({ kind: 'look' as const, ...saved, seq: 1, doc })),
    ],
    compared: [
      ...rules.compared,
      ...scheduled.compared,
      ...drafts.compared,
      ...cases.compared,
      ...services.compared,
      ...reporting.compared,
      ...monitoring.compared,
      ...scope.compared,
    ],
    warnings: proposal.warnings.map((found) => ({ ...found, path: placeOf(found.path) })),
    state: here.state,
  };
}

/**
 * What is proposed, without the agreements of which the version in force says the same: the latest, with which the proposal
 * compares, may be one to come. Each other version gets its number.
 */
function withoutCurrent(
  { revisions, compared }: Proposal,
  here: Here['agreements'],
  { numbers, lives, now }: { numbers: VersionNumbers; lives: readonly CarriedLife[]; now: Instant },
): Pick<Proposal, 'revisions' | 'compared'> {
  const carriedAs = new Map(lives.map(({ id, version }) => [id, version]));
  const unchanged = new Set(
    compared.flatMap(({ kind, id, what }) => (kind === 'agreement' && what === 'same' ? id : [])),
  );
  const left = revisions.flatMap((revision): Revision[] => {
    if (revision.kind !== 'agreement') return [revision];
    const { doc } = revision;
    if (canonical(currentOf(here.get(doc.id), now)?.doc) !== canonical(doc))
      return [{ ...revision, seq: numbers.take(doc.id, carriedAs.get(doc.id) ?? revision.seq) }];
    unchanged.add(doc.id);
    return [];
  });
  for (const id of unchanged) {
    const current = currentOf(here.get(id), now);
    if (current) numbers.keep(id, carriedAs.get(id) ?? current.seq, current.seq);
  }
  return {
    revisions: left,
    compared: compared.map((each) =>
      each.kind === 'agreement' && unchanged.has(each.id) ? { ...each, what: 'same' } : each,
    ),
  };
}
