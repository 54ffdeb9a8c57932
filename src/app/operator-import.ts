import { isRefusal, refuse } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/db';
import { AT_SERVER } from '#platform/identity/at-server';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { readArguments, usage } from './operator-arguments.ts';
import { DONE, type Operator, onStorage, refused, WRONG } from './operator-storage.ts';
import { loadFirstOrganisations } from './register-load/first-load.ts';
import type { Prepared } from './register-load/loader.ts';
import { LOADERS } from './register-load/loaders.ts';
import { KINDS } from './rooms.ts';
import { loadHolidays, shippedNotices } from './seed/holidays.ts';

const COLUMNS_SAID = Object.values(LOADERS.organisations.columns)
  .map((column) => (column.required ? `${column.title}*` : column.title))
  .join('、');

export const IMPORT_USAGE = `用法：faheng import organisations 文件 --city 代码
  在空数据库中载入一个城市的单位名录（.xlsx 或 .csv），并载入随程序提供的规则参数和放假安排。--city 为地区代码前四位，如 1508。
  列：${COLUMNS_SAID}（带*的必填）。
  上级、条线上级、司法行政部门、委托或归口单位填单位的编码；各列的填法和三行例子见 src/registers/organisations/README.md。
  文件有一处错误就什么也不载入，逐行说明。以后的变化由市司法局在“单位 → 导入”页载入。`;

/** `faheng import organisations FILE --city CODE`: the tree of a city before anybody can sign in. */
export async function importCommand([register, ...args]: readonly string[], operator: Operator): Promise<number> {
  const given =
    register === 'organisations' ? readArguments(args, { places: ['文件'], options: ['city'] }) : usage('没有写明 organisations');
  const city = isRefusal(given) ? '' : (given.option('city') ?? '');
  const fault = isRefusal(given) ? given : /^\d{4}$/.test(city) ? null : usage('没有用 --city 写明地区代码前四位');
  if (isRefusal(given) || fault !== null) return refused(operator, refuse('usage', null, `${fault?.reason ?? ''}。\n\n${IMPORT_USAGE}`));
  const [path = ''] = given.places;
  return onStorage(operator, async ({ database: { pool } }) => {
    const platform = { pool, kinds: kindsOf(KINDS), now: operator.now, reactsTo: new Set<string>() };
    const loaded = await loadFirstOrganisations(platform, Number(city), path);
    if (loaded.is === 'refused') return loaded.refusal;
    if (loaded.is === 'problems') {
      sayProblems(operator, loaded.prepared);
      return WRONG;
    }
    await inTransaction(pool, '', async (client) => loadHolidays(client, await shippedNotices(), operator.now()));
    await inTransaction(pool, SYSTEM_PREAMBLE, (client) =>
      audit(client, {
        actor: AT_SERVER,
        at: operator.now(),
        action: 'register.first-load',
        result: 'ok',
        detail: { city, units: loaded.units },
      }),
    );
    for (const { line, subject, reason } of loaded.warnings) operator.say(`注意：第${line}行 ${subject}${reason}`);
    operator.say(`已载入单位${loaded.units}个，以及规则参数和放假安排。下一步：faheng user init。`);
    return DONE;
  });
}

const MOST_SHOWN = 50;

function sayProblems({ say }: Operator, { problems }: Prepared): void {
  say(`文件有${problems.length}处错误，没有载入任何内容：`);
  for (const { line, column, value, reason } of problems.slice(0, MOST_SHOWN)) say(`  第${line}行 ${column}“${value}”：${reason}`);
  if (problems.length > MOST_SHOWN) say(`  另有${problems.length - MOST_SHOWN}处。`);
}
