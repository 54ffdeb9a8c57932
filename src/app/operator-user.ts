import { isRefusal, type Refusal, ROLE_LABELS, refuse } from '#law';
import { rows } from '#platform/db';
import { createFirstAdministrators } from '#platform/identity/first-administrators';
import type { Identity } from '#platform/identity/identity';
import { openIdentity } from '#platform/identity/open-identity';
import { resetAtServer, type ServerAccount, serverAccounts, unlockAtServer } from '#platform/identity/server-accounts';
import { readArguments, usage } from './operator-arguments.ts';
import { DONE, type Operator, type OperatorStorage, onStorage, refused } from './operator-storage.ts';

export const USER_USAGE = `用法：
  faheng user init [--city 代码]
      建立系统、安全、审计三名管理员，各打印一次开户码（七天内有效）。先用 faheng import organisations 载入单位名录。
      三人都还没有登录过时可以再次执行，原开户码作废。
  faheng user list
      列出账号、岗位、是否已设好口令和验证器、是否锁定。
  faheng user unlock 登录名 --reason 原因
      提前解除因连续输错造成的锁定。
  faheng user reset 登录名 --by 到场管理员的登录名 --reason 原因
      管理员丢失口令或验证器时重新开户：另一名管理员须到场，当场输入自己的口令和验证码。
      其他人的账号由系统管理员在页面上申请重置、安全管理员批准。`;

type Work = (identity: Identity, storage: OperatorStorage) => Promise<string | Refusal>;

/** `faheng user …`: who can sign in, before anybody can and when nobody can any more. */
export async function userCommand([verb, ...args]: readonly string[], operator: Operator): Promise<number> {
  const work = verb === undefined ? usage('没有写明 init、list、unlock 或者 reset') : workOf(verb, args, operator);
  if (isRefusal(work)) return refused(operator, refuse('usage', null, `${work.reason}。\n\n${USER_USAGE}`));
  return onStorage(operator, async (storage) => {
    const place = { pool: storage.database.pool, mode: storage.config.mode, dataDir: storage.config.dataDir };
    const identity = await openIdentity(place, operator.env, operator.now);
    if (isRefusal(identity)) return identity;
    const answer = await work(identity, storage);
    if (isRefusal(answer)) return answer;
    operator.say(answer);
    return DONE;
  });
}

function workOf(verb: string, args: readonly string[], operator: Operator): Work | Refusal {
  switch (verb) {
    case 'init':
      return initOf(args);
    case 'list': {
      const given = readArguments(args, { places: [] });
      return isRefusal(given) ? given : async (identity) => listed(await serverAccounts(identity));
    }
    case 'unlock':
      return unlockOf(args);
    case 'reset':
      return resetOf(args, operator);
    default:
      return usage(`没有“user ${verb}”这个命令`);
  }
}

function initOf(args: readonly string[]): Work | Refusal {
  const given = readArguments(args, { places: [], options: ['city'] });
  if (isRefusal(given)) return given;
  const city = given.option('city');
  return async (identity, { database }) => {
    const bureau = await cityBureau(database.pool, city);
    if (isRefusal(bureau)) return bureau;
    const made = await createFirstAdministrators(identity, bureau);
    if (isRefusal(made)) return made;
    return [
      '已建立三名管理员。开户码只显示这一次，请分别当面交给三个人，不要抄在一起：',
      ...made.map(({ name, login, openingCode }) => `  ${name}  登录名 ${login}  开户码 ${openingCode}`),
      '各人用登录名和开户码登录，随即设定自己的口令并绑定验证器；开户码七天内有效。之后由系统管理员申请、安全管理员批准其他人的账号。',
    ].join('\n');
  };
}

type Bureau = { readonly organisationId: string; readonly city: number };

/** The bureau of the city keeps the registers and the administrators belong to it. */
async function cityBureau(pool: OperatorStorage['database']['pool'], city: string | null): Promise<Bureau | Refusal> {
  const found = await rows<Bureau>(
    pool,
    `select distinct o.id as "organisationId", o.city from organisation o join organisation_record r on r.organisation_id = o.id
     where r.kind = 'bureau' and r.tier = 'city' and upper_inf(r.known) and upper_inf(r.valid) and ($1::text is null or o.city::text = $1)`,
    [city],
  );
  const [first, second] = found;
  if (first === undefined)
    return refuse(
      'no-bureau',
      null,
      `没有市级司法行政部门${city === null ? '' : `（城市 ${city}）`}。请先执行 faheng import organisations 文件 --city 代码。`,
    );
  return second === undefined ? first : refuse('which-city', null, '数据库中有几个城市，请用 --city 写明是哪一个（地区代码前四位）。');
}

function unlockOf(args: readonly string[]): Work | Refusal {
  const given = readArguments(args, { places: ['登录名'], options: ['reason'] });
  if (isRefusal(given)) return given;
  const [login = ''] = given.places;
  const reason = given.option('reason');
  return reason === null ? usage('没有用 --reason 写明原因') : (identity) => unlockAtServer(identity, login, reason);
}

function resetOf(args: readonly string[], { ask }: Operator): Work | Refusal {
  const given = readArguments(args, { places: ['登录名'], options: ['by', 'reason'] });
  if (isRefusal(given)) return given;
  const [login = ''] = given.places;
  const [by, reason] = [given.option('by'), given.option('reason')];
  if (by === null) return usage('没有用 --by 写明到场的另一名管理员');
  if (reason === null) return usage('没有用 --reason 写明原因');
  return async (identity) => {
    if (ask === undefined) return refuse('no-terminal', null, '到场的管理员须在服务器的终端上输入口令和验证码。');
    const password = await ask(`${by} 的口令：`, true);
    const code = await ask(`${by} 的验证码：`, false);
    const reset = await resetAtServer(identity, login, { login: by, password, code: code.trim() }, reason);
    if (isRefusal(reset)) return reset;
    return `已重置 ${login}，原口令、验证器和登录全部作废。开户码只显示这一次，七天内有效：${reset.openingCode}`;
  };
}

const STATUS: Readonly<Record<string, string>> = { active: '启用', disabled: '停用', pending: '待批准' };

function listed(accounts: readonly ServerAccount[]): string {
  if (accounts.length === 0) return '还没有账号。请执行 faheng user init。';
  const labels: Readonly<Record<string, string>> = ROLE_LABELS;
  const lines = accounts.map((a) => {
    const roles = a.roles.map((role) => labels[role] ?? role).join('、');
    const state = [STATUS[a.status] ?? a.status, a.isSetUp ? '' : '未设口令和验证器', a.lockedUntil === null ? '' : '锁定中'];
    return `  ${a.login}  ${a.name}  ${a.organisation ?? ''}  ${roles === '' ? '无岗位' : roles}  ${state.filter((s) => s !== '').join('，')}`;
  });
  return [`账号${accounts.length}个：`, ...lines].join('\n');
}
