import { isRefusal, type Refusal, refuse } from '#law';
import type { Now } from '#platform/clock-now';
import { inTransaction, type Pool, rows } from '#platform/db';
import { refuseDemonstration } from './demonstration.ts';
import { DEFAULT_SETTINGS, IDENTITY_PREAMBLE, type Identity, type IdentitySettings } from './identity.ts';
import { loadIdentityKeys } from './keys.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Place = { readonly pool: Pool; readonly dataDir: string; readonly mode: IdentitySettings['mode'] };

/** Reads settings and key and refuses what would be unsafe to serve with. After `migrate`. */
export async function openIdentity(place: Place, env: Environment, now: Now): Promise<Identity | Refusal> {
  const settings = readIdentitySettings(env, place.mode);
  if (isRefusal(settings)) return settings;
  const keys = await loadIdentityKeys(place.dataDir, env);
  if (isRefusal(keys)) return keys;
  const fault = (await checkRole(place.pool)) ?? (place.mode === 'production' ? await refuseDemonstration(place.pool) : null);
  return fault ?? { pool: place.pool, now, keys, settings };
}

/** AUTH_PROFILE: dengbao3 (default) or asvs. PUBLIC_ORIGIN: the address browsers see, where a proxy stands before. REQUESTS_PER_MINUTE. */
export function readIdentitySettings(env: Environment, mode: IdentitySettings['mode']): IdentitySettings | Refusal {
  const profile = env['AUTH_PROFILE'] || 'dengbao3';
  if (profile !== 'dengbao3' && profile !== 'asvs')
    return refuse('config', null, `环境变量 AUTH_PROFILE 应为 dengbao3（等保三级）或 asvs，现为“${profile}”。`);
  const publicOrigin = env['PUBLIC_ORIGIN'] || null;
  if (publicOrigin !== null && !isOrigin(publicOrigin))
    return refuse('config', null, `环境变量 PUBLIC_ORIGIN 应为浏览器所见的地址，如 https://faheng.example.gov.cn，现为“${publicOrigin}”。`);
  const perMinute = env['REQUESTS_PER_MINUTE'] || String(DEFAULT_SETTINGS.requestsPerMinute);
  if (!/^\d{1,7}$/.test(perMinute))
    return refuse('config', null, `环境变量 REQUESTS_PER_MINUTE 应为每个账号每分钟的请求数（0 为不限），现为“${perMinute}”。`);
  return { ...DEFAULT_SETTINGS, mode, profile, publicOrigin, requestsPerMinute: Number(perMinute) };
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** The secrets' role must be neither exempt from row security nor out of the login's reach. */
async function checkRole(pool: Pool): Promise<Refusal | null> {
  const [role] = await rows<{ exempt: boolean; reachable: boolean }>(
    pool,
    `select rolsuper or rolbypassrls as exempt, pg_has_role(current_user, oid, 'member') as reachable from pg_roles where rolname = 'app_identity'`,
  );
  if (role?.exempt) return refuse('identity-role', null, '数据库角色 app_identity 为超级用户或可绕过行级权限，拒绝启动。');
  if (role?.reachable && (await canBecome(pool))) return null;
  return refuse('identity-role', null, '登录账号不能切换为数据库角色 app_identity，请由数据库管理员执行：grant app_identity to 登录账号;');
}

async function canBecome(pool: Pool): Promise<boolean> {
  try {
    return await inTransaction(pool, IDENTITY_PREAMBLE, async () => true);
  } catch {
    return false;
  }
}
