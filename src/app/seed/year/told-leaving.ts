import { IN_PERSON, type Telling } from './telling.ts';
import { closed } from './told-execution.ts';
import type { HandedOn } from './ways/way.ts';

/** Handed on to another organ, which settles it and answers. */
export function left({ criminal, reportedBefore, by, answeredAfter }: HandedOn, telling: Telling): void {
  const { step, day, own } = telling;
  const crime = criminal ? { reportedOn: day(8 - reportedBefore), decidedBy: by } : {};
  const to = criminal ? '临河区公安局' : '临河区城市管理局';
  step('transfer', { to, criminal, reason: '不属于本机关处理。', materials: '调查报告\n物品清单', ...crime, ...own('移') }, 8);
  step('serve', IN_PERSON, 1);
  step('transfer-settled', { result: '已经处理。', decidedOn: day(1) }, 1 + answeredAfter);
  closed(telling);
}
