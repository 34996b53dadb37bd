import { latestRevisions, type Revision } from '../../domain/agreement/revisions';
import { DEFAULTS_ID, defaultsProblems, type SiteDefaults } from '../../domain/defaults/site-defaults';
import type { RevisionOf } from '../../domain/documents';
import type { Problem } from '../../domain/problem';
import { chosenShared, type ComparedRecord } from '../../domain/transfer/compared';
import type { SharedBySite } from '../../domain/transfer/shared';
import { canonical } from '../canonical';
import { SITE, type Ports } from '../ports';
import { proposeDefinitions } from '../propose-definitions';
import { archiveProblems } from '../save-calendar';
import { readTerms } from './carried-terms';
import type { ImportPlace, ImportWanted, Proposed, Refused, Saved } from './import-file';

/** What all projects of the site share, as a place where files are imported. */
export const sitePlace = (ports: Ports): ImportPlace<SharedBySite> => ({
  home: SITE,
  propose: (wanted, saved) => propose(ports, wanted, saved),
});

async function propose(
  ports: Ports,
  wanted: ImportWanted<SharedBySite>,
  saved: Saved,
): Promise<Proposed | Refused> {
  const { file, placeOf } = chosenShared(wanted.file, new Set(wanted.keep));
  const { records } = ports;
  const latest = latestRevisions(await records.revisions(SITE));
  const termsHere = await records.documents(SITE, 'term');
  const [defaultsHere] = await records.documents(SITE, 'defaults');

  const proposal = await proposeDefinitions(ports, SITE, { ...file, agreements: [] }, saved.change);
  const terms = readTerms(file.terms, termsHere);
  const defaults = readDefaults(file.defaults, defaultsHere);
  const rules = 'revisions' in proposal ? proposal.revisions : [];
  const problems = [
    ...proposal.problems,
    ...(await putAwayProblems(ports, file, rules, latest)),
    ...terms.problems,
    ...defaults.problems,
  ];
  if (problems.length > 0 || !('revisions' in proposal))
    return { problems: problems.map((found) => ({ ...found, path: placeOf(found.path) })) };

  const here = [...latest, ...termsHere, ...(defaultsHere ? [defaultsHere] : [])];
  return {
    revisions: [
      ...rules,
      ...terms.terms.map((term) => ({ kind: 'term' as const, ...saved, ...term })),
      ...defaults.defaults.map((each) => ({ kind: 'defaults' as const, ...saved, ...each })),
    ],
    compared: [...proposal.compared, ...terms.compared, ...defaults.compared],
    warnings: proposal.warnings
      // Which projects will count on it cannot be known here.
      .filter(({ code }) => code !== 'calendar.unused')
      .map((found) => ({ ...found, path: placeOf(found.path) })),
    // Revisions are only ever added.
    state: here.reduce((sum, { seq }) => sum + seq, 0),
  };
}

/** What is in use here cannot be put away by a file either. */
async function putAwayProblems(
  ports: Ports,
  file: SharedBySite,
  rules: readonly Revision[],
  latest: readonly Revision[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const after = latestRevisions([...latest, ...rules].map((each) => ({ ...each, home: 'site' })));
  const isOpen = ({ kind, doc }: Revision): boolean =>
    latest.some((last) => last.kind === kind && last.doc.id === doc.id && !('archived' in last.doc));
  for (const revision of rules.filter(isOpen)) {
    if (revision.kind !== 'calendar' && revision.kind !== 'holiday-set') continue;
    const list = revision.kind === 'calendar' ? 'calendars' : 'holidaySets';
    const place = `${list}[${file[list].findIndex(({ id }) => id === revision.doc.id)}]`;
    const found = await archiveProblems(ports, SITE, revision, after);
    problems.push(...found.map((each) => ({ ...each, path: place })));
  }
  return problems;
}

interface DefaultsRead {
  readonly defaults: readonly Pick<RevisionOf<'defaults'>, 'seq' | 'doc'>[];
  readonly compared: readonly ComparedRecord[];
  readonly problems: readonly Problem[];
}

function readDefaults(
  carried: SharedBySite['defaults'],
  here: RevisionOf<'defaults'> | undefined,
): DefaultsRead {
  if (!carried) return { defaults: [], compared: [], problems: [] };
  const doc: SiteDefaults = { id: DEFAULTS_ID, ...carried };
  const isSame = canonical(here?.doc ?? { id: DEFAULTS_ID }) === canonical(doc);
  const what = isSame ? 'same' : here ? 'changed' : 'new';
  return {
    defaults: isSame ? [] : [{ doc, seq: (here?.seq ?? 0) + 1 }],
    compared: [{ kind: 'defaults', id: DEFAULTS_ID, name: '', what }],
    problems: defaultsProblems(doc).map((found) => ({
      ...found,
      path: found.path.replace(/^doc/, 'defaults'),
    })),
  };
}
