import type { Role } from '@clew/model/access/roles.ts';
import type { Database } from './database.ts';
import { inOrderOfRoles } from './people.ts';

/** What somebody may rest on in the hub: for whom they work, as what, and in which projects. */
export interface Standing {
  readonly partner: string | null;
  /** In the order of the list of roles. */
  readonly roles: readonly Role[];
  /** Of those that have not ended, by id. */
  readonly projects: readonly string[];
}

/** The standing of a person at an instant (ISO 8601), or undefined: every request asks for it, so that it is one query. */
export async function findStanding(
  database: Database,
  person: string,
  at: string,
): Promise<Standing | undefined> {
  const rows = await database.query<{
    partner: string | null;
    roles: readonly Role[] | null;
    projects: readonly string[] | null;
  }>(
    `select partner,
       (select json_agg(role) from role_change c where person = p.id and granted
          and number = (select max(number) from role_change where person = c.person and role = c.role)) as roles,
       (select json_agg(project) from project_member_change c join project j on j.id = c.project
        where person = p.id and joined and (j.until is null or j.until >= ($2::timestamptz at time zone 'UTC')::date)
          and number = (select max(number) from project_member_change
            where project = c.project and person = c.person)) as projects
     from person p where id = $1`,
    [person, at],
  );
  return rows.map(({ partner, roles, projects }) => ({
    partner,
    roles: inOrderOfRoles(roles ?? []),
    projects: (projects ?? []).toSorted(),
  }))[0];
}
