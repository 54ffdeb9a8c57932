import { readFile } from 'node:fs/promises';
import { isRefusal, type Refusal, refuse } from '#law';
import { audit } from '#platform/audit';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { DONE, type Operator, type OperatorStorage, onStorage, refused } from './operator-storage.ts';
import { type HolidayNotice, loadHolidays, readNotice } from './seed/holidays.ts';

export const CALENDAR_USAGE = `用法：faheng calendar load 文件
  载入一个年度的放假安排（格式同 data/holidays/2026.json）。运行中的服务在十五秒内自行采用：
  因放假安排未载入而暂定的到期日重新计算；已经确定的到期日不变。`;

/** `faheng calendar load FILE`: one year's holiday notice, while the server runs or not. */
export async function calendarCommand(args: readonly string[], operator: Operator): Promise<number> {
  const [verb, path] = args;
  if (verb !== 'load' || path === undefined || args.length > 2) return refused(operator, refuse('usage', null, CALENDAR_USAGE));
  const notice = await noticeIn(path);
  if (isRefusal(notice)) return refused(operator, notice);
  return onStorage(operator, async (storage) => {
    const answer = await loadNotice(storage, notice, operator.now());
    if (!isRefusal(answer)) operator.say(answer);
    return isRefusal(answer) ? answer : DONE;
  });
}

async function noticeIn(path: string): Promise<HolidayNotice | Refusal> {
  try {
    return readNotice(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof SyntaxError ? '不是 JSON 文件' : '文件不存在或者不能读取';
    return refuse('notice-file', null, `不能读取 ${path}：${reason}。`);
  }
}

/** Writes the notice with its line in the log; a year that is loaded stays as it is, because due dates were counted by it. */
export async function loadNotice(
  { database }: Pick<OperatorStorage, 'database'>,
  notice: HolidayNotice,
  nowMs: number,
): Promise<string | Refusal> {
  return inTransaction(database.pool, SYSTEM_PREAMBLE, async (client) => {
    const [year] = await rows<{ source: string }>(client, 'select source from calendar_year where year = $1', [notice.year]);
    if (year !== undefined)
      return refuse('year-loaded', null, `${notice.year}年放假安排已经载入（${year.source}），到期日已按其计算，不再改动。`);
    const days = notice.days.map(([day]) => day);
    const known = await rows<{ day: string }>(client, 'select day from calendar_day where day = any($1::date[]) order by day', [days]);
    if (known.length > 0)
      return refuse('day-loaded', null, `${known.map(({ day }) => day).join('、')}已由其他年度的放假安排规定，请核对文件。`);
    await loadHolidays(client, [notice], nowMs);
    await audit(client, {
      actor: { accountId: null, who: '服务器命令行', organisationId: null, role: null, source: null },
      at: nowMs,
      action: 'calendar.load',
      object: { kind: 'calendar-year', id: String(notice.year) },
      result: 'ok',
      detail: { source: notice.source, days: notice.days.length },
    });
    return `已载入${notice.year}年放假安排，共${notice.days.length}天。暂定的到期日由运行中的服务重新计算（十五秒内），未运行的在启动时计算。`;
  });
}
