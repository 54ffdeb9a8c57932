import { type Refusal, refuse } from '#law';
import { inTransaction, type Pool, rows } from './db.ts';

export const RUNTIME_ROLE = 'app_rt';

/** What would make the database answer wrongly in silence is refused at start; null when all is well. After `migrate`. */
export async function bootCheck(pool: Pool): Promise<Refusal | null> {
  return (await checkServer(pool)) ?? (await checkRuntimeRole(pool)) ?? (await checkChinese(pool));
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

/** Row security binds only a role that is neither superuser nor exempt, and only if the login can become it. */
async function checkRuntimeRole(pool: Pool): Promise<Refusal | null> {
  const [role] = await rows<{ exempt: boolean; reachable: boolean }>(
    pool,
    `select rolsuper or rolbypassrls as exempt, pg_has_role(current_user, oid, 'member') as reachable from pg_roles where rolname = $1`,
    [RUNTIME_ROLE],
  );
  const login = `请由数据库管理员执行：create role ${RUNTIME_ROLE} nologin; grant ${RUNTIME_ROLE} to 登录账号;`;
  if (!role) return refuse('runtime-role', null, `数据库缺少运行角色 ${RUNTIME_ROLE}。${login}`);
  if (role.exempt) return refuse('runtime-role', null, `数据库角色 ${RUNTIME_ROLE} 为超级用户或可绕过行级权限，拒绝启动。`);
  const canBecome = role.reachable && (await becomes(pool));
  return canBecome ? null : refuse('runtime-role', null, `登录账号不能切换为运行角色 ${RUNTIME_ROLE}，拒绝启动。${login}`);
}

async function becomes(pool: Pool): Promise<boolean> {
  try {
    return await inTransaction(pool, `set local role ${RUNTIME_ROLE};`, async () => true);
  } catch {
    return false;
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
