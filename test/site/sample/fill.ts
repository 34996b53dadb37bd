import type { JiraSite } from '../jira/jira';
import { startForge, startJira, stop } from '../running';
import type { Ground, Running, RunningJira } from '../running';
import { waitForBackfill } from './backfill';
import { addSampleDashboard } from './dashboard';
import { importDefinitions } from './definitions';
import { visitors } from './people';
import { projectCallOf } from './project-call';
import type { Sample } from './sample';
import { earliestOf, scheduleIncidents } from './seed';
import { addServiceProject } from './service-project';
import { settingsCallOf } from './settings-call';
import { writeAboutIncidents, writeOutageRules, writeRegisters } from './written/written';

const DAY = 86_400_000;
/**
 * The app is installed so long before the site opens: at 3,000 points an hour and about 1.05 points an issue it has then read
 * all issues that there are.
 */
const INSTALLED_BEFORE_MS = 6 * 3_600_000;
/** People begin to write so long before the site opens, so that the app has judged by then what they wrote. */
const WRITTEN_BEFORE_MS = 60 * 60_000;
const EACH_TAKES_MS = 10_000;
const JUDGED_WITHIN_MS = 5 * 60_000;

/**
 * A site that has lived from the log's first incident to its opening: the app was installed on the way and has done what
 * it does by itself on such a site. Its clock stands.
 * @throws Error when the app refuses to be installed or cannot cope, or when anything on the clock failed.
 */
export async function fillSite(ground: Ground, sample: Sample): Promise<Running> {
  const { incidents, shift, opening } = sample;
  const installed = opening - INSTALLED_BEFORE_MS;
  const on = startJira(ground, Math.min(earliestOf(incidents, shift), installed));
  addServiceProject(on.jira.store);
  scheduleIncidents({ ...on, incidents, shift });
  await liveThrough(ground, on, installed);
  const forge = await startForge(ground, on);
  const running = { ...on, forge };
  try {
    await settleIn(ground, running, sample);
    return running;
  } catch (error) {
    await stop(running);
    throw error;
  }
}

async function liveThrough({ progress }: Ground, { clock }: RunningJira, end: number): Promise<void> {
  const start = clock.now();
  const weeks = Math.round((end - start) / (7 * DAY));
  const text = weeks < 2 ? 'Living through the log' : `Living through ${weeks} weeks of the log`;
  while (clock.now() < end) {
    progress.say(text, (clock.now() - start) / (end - start));
    await breath();
    await clock.moveTo(Math.min(clock.now() + DAY, end));
  }
  throwProblems(clock);
}

/** The app is installed, gets its definitions, and has time until the site opens. */
async function settleIn({ root, progress }: Ground, running: Running, sample: Sample) {
  const { clock, jira, forge } = running;
  const { opening, isWhole } = sample;
  progress.say('Installing the app');
  await forge.install();
  const call = settingsCallOf(forge, theProject(jira), visitors.projectAdministrator);
  await importDefinitions(root, call, isWhole);
  if (isWhole) await writeOutageRules(call, jira.store);
  const moveTo: MoveTo = async (instant) => {
    await clock.moveTo(instant);
    await forge.settled();
    await breath();
  };
  await forge.settled();
  await waitForBackfill({ call, now: () => clock.now(), moveTo, opening, progress });
  if (isWhole) {
    progress.say('People write down what happened');
    await peopleWrite(running, sample, moveTo);
  }
  progress.say('Moving on to the opening');
  await moveTo(opening);
  throwProblems(clock);
}

type MoveTo = (instant: number) => Promise<void>;

/** What visitors have put down by the time the site opens: it would otherwise begin with empty registers. */
async function peopleWrite({ clock, jira, forge }: Running, sample: Sample, moveTo: MoveTo): Promise<void> {
  const project = theProject(jira);
  const call = projectCallOf(forge, project, () => moveTo(clock.now() + EACH_TAKES_MS));
  const written = { call, jira, sample };
  await moveTo(sample.opening - WRITTEN_BEFORE_MS);
  await writeAboutIncidents(written);
  await moveTo(clock.now() + JUDGED_WITHIN_MS);
  await writeRegisters(written);
  addSampleDashboard(jira.store, project);
}

function theProject({ store }: JiraSite) {
  const [project] = store.projects.values();
  if (project === undefined) throw new Error('The site has no project.');
  return project;
}

function throwProblems({ problems: [problem] }: RunningJira['clock']): void {
  if (problem !== undefined) throw problem;
}

/** Lets the page of the opening be served, too. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
