import { IN_PERSON, type Telling } from './telling.ts';
import { closed } from './told-execution.ts';
import type { HandedOn } from './ways/way.ts';

/** Handed on to another organ, which settles it and answers, or is only known to have settled it. */
export function left({ criminal, reportedBefore, by, answeredAfter, served, learnt }: HandedOn, telling: Telling): void {
  const { step, day, own } = telling;
  const crime = criminal ? { reportedOn: day(8 - reportedBefore), decidedBy: by } : {};
  const to = criminal ? '临河区公安局' : '临河区城市管理局';
  step('transfer', { to, criminal, reason: '不属于本机关处理。', materials: '调查报告\n物品清单', ...crime, ...own('移') }, 8);
  if (served) step('serve', IN_PERSON, 1);
  const decidedOn = day(1);
  if (learnt) step('transfer-decided', { decidedOn, words: '电话了解，受移送机关已经作出决定。' }, LEARNT_AFTER);
  if (answeredAfter === null) return;
  const told = learnt ? {} : { decidedOn };
  step('transfer-settled', { result: '已经处理。', ...told }, 1 + answeredAfter - (learnt ? LEARNT_AFTER : 0));
  closed(telling);
}
/** Days from the service to the call by which the decision is learnt of. */
const LEARNT_AFTER = 3;
