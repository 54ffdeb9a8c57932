import { type Refusal, refuse } from '#law';
import { type Pool, quoteIdentifier, rows } from './db.ts';

/** Every role that the program takes on. */
const OWN_ROLES = ['app_rt', 'app_act', 'app_system', 'app_identity', 'app_public'];

type Server = {
  login: string;
  database: string;
  version: number;
  encoding: string;
  knowsChinese: boolean;
  isFresh: boolean;
  mayCreateRoles: boolean;
  mayCreateTables: boolean;
  mayCreateExtensions: boolean;
};
type Role = { name: string; exists: boolean; member: boolean; inherits: boolean; mayGrant: boolean; isKnownHere: boolean };
type Extension = { name: string; made: boolean; installed: boolean };

/**
 * What a database server and its login lack for this program, told all at once with the statements that mend it; null:
 * nothing. Asked before anything is written, so that a database that does not fit is left as it is.
 */
export async function databaseFit(pool: Pool): Promise<Refusal | null> {
  const [server] = await rows<Server>(pool, SERVER);
  if (server === undefined) throw new Error('the server did not answer');
  const extensions = await rows<Extension>(pool, EXTENSIONS);
  const wrong = wrongDatabase(server, extensions);
  if (wrong !== null) return refuse('database-unfit', null, wrong);
  const roles = await rows<Role>(pool, ROLES, [OWN_ROLES]);
  const remedies = [...roles.flatMap((role) => roleRemedy(server, role)), ...rightRemedies(server, extensions)];
  return remedies.length === 0
    ? null
    : refuse(
        'database-unfit',
        null,
        `登录账号 ${server.login} 的权限不够，请由数据库管理员在数据库 ${server.database} 中执行：${remedies.join(' ')}`,
      );
}

/** 中 in a form that is not worked out while planning: another encoding has no such character. */
const SERVER = `
select current_user as login, current_database() as database, current_setting('server_version_num')::int as version,
  current_setting('server_encoding') as encoding,
  case current_setting('server_encoding') when 'UTF8' then chr(20013 + 0 * length(current_user)) ~ '[[:alpha:]]' else false end as "knowsChinese",
  to_regclass('public.kysely_migration') is null as "isFresh",
  (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "mayCreateRoles",
  has_schema_privilege('public', 'create') as "mayCreateTables",
  has_database_privilege(current_database(), 'create') as "mayCreateExtensions"`;

const ROLES = `
select w.name, r.oid is not null as exists, coalesce(pg_has_role(r.oid, 'member'), false) as member,
  coalesce(pg_has_role(r.oid, 'usage'), false) as inherits, coalesce(pg_has_role(r.oid, 'member with admin option'), false) as "mayGrant",
  exists (select from pg_namespace s cross join aclexplode(s.nspacl) a where s.nspname = 'public' and a.grantee = r.oid) as "isKnownHere"
from unnest($1::text[]) with ordinality w (name, n) left join pg_roles r on r.rolname = w.name order by w.n`;

const EXTENSIONS = `
select w.name, exists (select from pg_extension e where e.extname = w.name) as made,
  exists (select from pg_available_extensions a where a.name = w.name) as installed
from unnest(array['btree_gist', 'pg_trgm']) w (name)`;

function wrongDatabase({ version, encoding, knowsChinese, database }: Server, extensions: readonly Extension[]): string | null {
  if (version < 150_000) return '数据库版本过低：需要 PostgreSQL 15 或更高版本。';
  const anew = `请另建数据库：create database ${quoteIdentifier(database)} encoding 'UTF8' locale 'C.UTF-8' template template0;`;
  if (encoding !== 'UTF8') return `数据库编码为 ${encoding}，需要 UTF8。${anew}`;
  // Without the extension names are searched slowly, but found.
  const searches = extensions.some((e) => e.name === 'pg_trgm' && (e.made || e.installed));
  if (!knowsChinese && searches) return `数据库的区域设置不认识汉字（检索将查不到任何结果）。${anew}`;
  return null;
}

/**
 * A login that may become a role but does not inherit from it is bound by row security where the program works as the
 * login itself: it would read no rows there, without an error.
 */
function roleRemedy({ login, version, mayCreateRoles }: Server, { name, exists, member, inherits, mayGrant, isKnownHere }: Role): string[] {
  const to = quoteIdentifier(login);
  if (!exists) return mayCreateRoles ? [] : [`create role ${name} nologin; grant ${name} to ${to};`];
  if (inherits) return [];
  // A step that brings a role into this database grants it to the login where it may.
  const grantsItself = !isKnownHere && (mayGrant || (version < 160_000 && mayCreateRoles && !member));
  if (grantsItself) return [];
  if (!member) return [`grant ${name} to ${to};`];
  return [version < 160_000 ? `alter role ${to} inherit;` : `grant ${name} to ${to} with inherit true;`];
}

function rightRemedies(server: Server, extensions: readonly Extension[]): string[] {
  const to = quoteIdentifier(server.login);
  const owner = server.isFresh && !server.mayCreateTables ? [`alter database ${quoteIdentifier(server.database)} owner to ${to};`] : [];
  const gist = extensions.find((e) => e.name === 'btree_gist');
  if (gist === undefined || gist.made) return owner;
  if (!gist.installed) return [...owner, 'create extension btree_gist;（服务器上还没有这一扩展，请先安装 PostgreSQL 的 contrib 软件包）'];
  return server.mayCreateExtensions || owner.length > 0 ? owner : ['create extension btree_gist;'];
}
