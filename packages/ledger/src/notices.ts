import { createHash } from 'node:crypto';
import type { Role } from '@clew/model/access/roles.ts';
import { type Database, instant } from './database.ts';

/** Who is told: everybody who works for a partner, or everybody at the hub with a role. */
export type NoticeTo = { readonly partner: string } | { readonly role: Role };

export interface NewNotice {
  readonly to: NoticeTo;
  /** What it says: a code of `model/notices.ts`. */
  readonly kind: string;
  /** The id of what it is about. Never content. */
  readonly about: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /**
   * Tells notices of one kind about the same thing apart; the moment unless told. A second notice of the same
   * occasion is the first one: whoever was interrupted can give it again.
   */
  readonly occasion?: string | undefined;
}

export interface Notice {
  readonly id: string;
  readonly to: NoticeTo;
  readonly kind: string;
  readonly about: string;
  readonly at: string;
  /** Whether the person who asks has read it. */
  readonly read: boolean;
}

/** Keeps that somebody must be told. Gives the id: content-derived, so it says nothing of how many there are. */
export async function addNotice(database: Database, notice: NewNotice): Promise<string> {
  await addNotices(database, [notice]);
  return noticeId(notice);
}

/** As `addNotice`, of all in one statement. */
export async function addNotices(database: Database, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((notice) => {
    const { to, kind, about, at } = notice;
    return { ...{ partner: null, role: null, ...to }, id: noticeId(notice), kind, about, at };
  });
  await database.query(
    `insert into notice (id, partner, role, kind, about, at)
     select * from json_to_recordset($1::json)
       as n(id text, partner text, role text, kind text, about text, at timestamptz)
     on conflict (id) do nothing`,
    [JSON.stringify(rows)],
  );
}

function noticeId({ to, kind, about, at, occasion }: NewNotice): string {
  const made = JSON.stringify([to, kind, about, occasion ?? at]);
  return createHash('sha256').update(`clew notice\n${made}`).digest('hex').slice(0, 16);
}

export interface NoticeReader {
  readonly person: string;
  /** Null at the hub itself. */
  readonly partner: string | null;
  /** Notices to these roles; give none to somebody who works for a partner. */
  readonly roles: readonly Role[];
}

export interface NoticeQuery {
  readonly unread?: boolean | undefined;
  /** Where the page before ended. */
  readonly after?: NoticeCursor | undefined;
  readonly limit?: number | undefined;
}

/** A place in the list of notices. */
export interface NoticeCursor {
  readonly at: string;
  readonly id: string;
}

/** The notices to a person, newest first. */
export async function noticesFor(
  database: Database,
  reader: NoticeReader,
  options: NoticeQuery = {},
): Promise<readonly Notice[]> {
  const rows = await database.query<NoticeRow>(
    `select n.id, n.partner, n.role, n.kind, n.about, n.at, r.id is not null as read
     from notice n left join notice_read r on r.id = n.id and r.by = $1
     where (n.partner = $2 or n.role = any(string_to_array($3, ',')))
       and (not $4::boolean or r.id is null)
       and ($6::timestamptz is null or n.at < $6::timestamptz or (n.at = $6::timestamptz and n.id > $7::text))
     order by n.at desc, n.id limit $5`,
    [
      reader.person,
      reader.partner,
      reader.roles.join(','),
      options.unread === true,
      options.limit ?? 1000,
      options.after?.at ?? null,
      options.after?.id ?? null,
    ],
  );
  return rows.map(noticeFrom);
}

/** Keeps that a person has read a notice. False when there is no such notice to this person. */
export async function markRead(
  database: Database,
  reader: NoticeReader,
  read: { readonly id: string; readonly at: string },
): Promise<boolean> {
  const found = await database.query(
    `select 1 from notice where id = $1 and (partner = $2 or role = any(string_to_array($3, ',')))`,
    [read.id, reader.partner, reader.roles.join(',')],
  );
  if (found.length === 0) return false;
  await database.query(
    'insert into notice_read (id, by, at) values ($1, $2, $3) on conflict (id, by) do nothing',
    [read.id, reader.person, read.at],
  );
  return true;
}

/** Every notice about something, oldest first; nobody has read them as far as this tells. */
export async function noticesAbout(database: Database, about: string): Promise<readonly Notice[]> {
  const rows = await database.query<NoticeRow>(
    'select id, partner, role, kind, about, at, false as read from notice where about = $1 order by at, id',
    [about],
  );
  return rows.map(noticeFrom);
}

interface NoticeRow {
  readonly id: string;
  readonly partner: string | null;
  readonly role: Role | null;
  readonly kind: string;
  readonly about: string;
  readonly at: Date;
  readonly read: boolean;
}

function noticeFrom({ partner, role, ...row }: NoticeRow): Notice {
  const to: NoticeTo = partner === null ? { role: role as Role } : { partner };
  return { ...row, to, at: instant(row.at) };
}
