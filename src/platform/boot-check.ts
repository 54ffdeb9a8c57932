import { type Refusal, refuse } from '#law';
import { inTransaction, type Pool, rows, sqlState } from './db.ts';

/** Requests run as `app_rt`, an act's own matter is read and changed as `app_act`; the platform's background work runs as `app_system`. Row security binds all. */
export const RUNTIME_ROLES = ['app_rt', 'app_act', 'app_system'] as const;

const INSUFFICIENT_PRIVILEGE = '42501';

/** What would make the database answer wrongly in silence is refused at start; null when all is well. After `migrate`. */
export async function bootCheck(pool: Pool): Promise<Refusal | null> {
  return (await checkServer(pool)) ?? (await checkRuntimeRoles(pool)) ?? (await checkChinese(pool));
}

async function checkServer(pool: Pool): Promise<Refusal | null> {
  const [server] = await rows<{ version: number; encoding: string }>(
    pool,
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  );
  if (!server || server.version < 150_000) return refuse('database-version', null, '数据库版本过低：需要 PostgreSQL 15 或更高版本。');
  if (server.encoding !== 'UTF8')
    return refuse('database-encoding', null, `数据库编码为 ${server.encoding}，需要 UTF8，请以 UTF8 编码重建数据库。`);
  return null;
}

async function checkRuntimeRoles(pool: Pool): Promise<Refusal | null> {
  for (const name of RUNTIME_ROLES) {
    const fault = await checkRuntimeRole(pool, name);
    if (fault) return fault;
  }
  return null;
}

/** Row security binds only a role that is neither superuser nor exempt, and only if the login can become it. */
async function checkRuntimeRole(pool: Pool, name: string): Promise<Refusal | null> {
  const [role] = await rows<{ exempt: boolean }>(pool, 'select rolsuper or rolbypassrls as exempt from pg_roles where rolname = $1', [
    name,
  ]);
  const remedy = `请由数据库管理员执行：create role ${name} nologin; grant ${name} to 登录账号;`;
  if (!role) return refuse('runtime-role', null, `数据库缺少运行角色 ${name}。${remedy}`);
  if (role.exempt) return refuse('runtime-role', null, `数据库角色 ${name} 为超级用户或可绕过行级权限，拒绝启动。`);
  return (await canBecome(pool, name)) ? null : refuse('runtime-role', null, `登录账号不能切换为运行角色 ${name}，拒绝启动。${remedy}`);
}

async function canBecome(pool: Pool, name: string): Promise<boolean> {
  try {
    return await inTransaction(pool, `set local role ${name};`, async () => true);
  } catch (error) {
    if (sqlState(error) === INSUFFICIENT_PRIVILEGE) return false;
    throw error;
  }
}

/** Under locale C the trigrams of Chinese text are empty, and every search answers "nothing found" without an error. */
async function checkChinese(pool: Pool): Promise<Refusal | null> {
  const [extension] = await rows(pool, `select 1 from pg_extension where extname = 'pg_trgm'`);
  if (!extension) return null;
  const [trigrams] = await rows<{ count: number }>(pool, `select cardinality(show_trgm('中文')) as count`);
  return trigrams && trigrams.count > 0
    ? null
    : refuse('database-locale', null, '数据库的区域设置不认识汉字（检索将查不到任何结果），请以 C.UTF-8 区域设置重建数据库。');
}
