import { type AccessPurpose, accessPurposes } from '@clew/model/access/actor.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { purposes } from '@clew/model/terms/codes.ts';
import { type Database, instant } from './database.ts';
import { checkWords, findPerson } from './people.ts';

/** A named project with a purpose and members (an Analysis Project: Regulation (EU) 2016/794, Article 18(2)(c), (3)). */
export interface Project {
  readonly id: string;
  readonly title: string;
  readonly purpose: AccessPurpose;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** The last day (ISO 8601), or null for no end yet. */
  readonly until: string | null;
}

export interface MemberChange {
  readonly project: string;
  readonly person: string;
  /** True: joins; false: leaves. */
  readonly joined: boolean;
  readonly by: string;
  readonly at: string;
}

/** Refuses what cannot be the id of a project. */
export function checkProjectId(id: string): void {
  if (/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) return;
  throw new Refusal(
    'input-invalid',
    'The id of a project has lower-case letters, digits and hyphens only, 64 at most.',
    'Write for example joint-action-day.',
  );
}

/** Opens a project, without members. */
export async function addProject(database: Database, project: Project): Promise<void> {
  checkProjectId(project.id);
  checkWords(project.title, { what: 'The title of a project', most: 200 });
  if (!Object.hasOwn(purposes, project.purpose) && !Object.hasOwn(accessPurposes, project.purpose)) {
    const known = [...Object.keys(purposes), ...Object.keys(accessPurposes)].join(', ');
    throw new Refusal('input-invalid', 'There is no such purpose.', `There are: ${known}.`);
  }
  if (project.until !== null && !isDay(project.until)) {
    throw new Refusal('input-invalid', 'The last day is not a date.', 'Write it as 2027-06-30.');
  }
  const added = await database.query(
    `insert into project (id, title, purpose, by, at, until) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing returning id`,
    [project.id, project.title, project.purpose, project.by, project.at, project.until],
  );
  if (added.length === 0) {
    throw new Refusal('already-there', 'There is a project with this id.', 'Choose another id.');
  }
}

/** All projects by id, ended ones too. */
export async function projects(database: Database): Promise<readonly Project[]> {
  const rows = await database.query<ProjectRow>(`${selectProject} order by id`);
  return rows.map(projectFrom);
}

/** The project with this id, or undefined. */
export async function findProject(database: Database, id: string): Promise<Project | undefined> {
  const rows = await database.query<ProjectRow>(`${selectProject} where id = $1`, [id]);
  return rows.map(projectFrom)[0];
}

/** Takes somebody into a project or out of it; call it in a transaction. What is so already gives false. */
export async function changeMember(database: Database, change: MemberChange): Promise<boolean> {
  if ((await findProject(database, change.project)) === undefined) {
    throw new Refusal('not-found', 'There is no such project.', 'Open the project first.');
  }
  if ((await findPerson(database, change.person)) === undefined) {
    throw new Refusal('not-found', 'There is no such person.', 'Register the person first.');
  }
  const members = await membersOf(database, change.project);
  if (members.includes(change.person) === change.joined) return false;
  await database.query(
    'insert into project_member_change (project, person, joined, by, at) values ($1, $2, $3, $4, $5)',
    [change.project, change.person, change.joined, change.by, change.at],
  );
  return true;
}

/** Who is a member of a project, by id. */
export async function membersOf(database: Database, project: string): Promise<readonly string[]> {
  const rows = await database.query<{ person: string }>(
    `select person from project_member_change c where project = $1 and joined and number =
       (select max(number) from project_member_change where project = c.project and person = c.person)
     order by person`,
    [project],
  );
  return rows.map(({ person }) => person);
}

/** Who is a member of each project that has members, by the project's id; each list by id. */
export async function allMembers(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database.query<{ project: string; persons: readonly string[] }>(
    `select project, array_agg(person order by person) as persons from (
       select distinct on (project, person) project, person, joined from project_member_change
       order by project, person, number desc) c
     where joined group by project`,
  );
  return new Map(rows.map(({ project, persons }) => [project, persons]));
}

/** The projects that somebody is a member of and that have not ended at an instant (ISO 8601), by id. */
export async function projectsOf(database: Database, person: string, at: string): Promise<readonly string[]> {
  const rows = await database.query<{ project: string }>(
    `select project from project_member_change c join project p on p.id = c.project
     where person = $1 and joined and (p.until is null or p.until >= ($2::timestamptz at time zone 'UTC')::date)
       and number =
       (select max(number) from project_member_change where project = c.project and person = c.person)
     order by project`,
    [person, at],
  );
  return rows.map(({ project }) => project).sort();
}

const selectProject = `select id, title, purpose, by, at, to_char(until, 'YYYY-MM-DD') as until from project`;

type ProjectRow = Omit<Project, 'at'> & { readonly at: Date };

function projectFrom(row: ProjectRow): Project {
  return { ...row, at: instant(row.at) };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}
