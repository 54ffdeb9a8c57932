import { addDays, daysBetween, type LocalDate } from '#law';
import type { Input, Telling } from './telling.ts';
import { closed, decided, paid, SHOWN } from './told-execution.ts';
import { conclude, notified } from './told-notice.ts';
import type { Redress } from './ways/way.ts';

const LESS: Input = { kinds: ['CF03'], fine: 150_000, content: '罚款人民币1,500元。' };
const OTHER_FACTS = '补充调查取得的进货票据证明，另有八种商品没有标价，原认定的两种商品已经标价。';

/** From the service of a decision over 复议 or 诉讼 about it to the archive. */
export function redressed(redress: Redress, telling: Telling): void {
  const { step } = telling;
  step('publish', SHOWN, 1);
  if (redress.givenBackAfter !== null) {
    paid(telling);
    step('complete-performance', { summary: '已缴清。' });
  }
  const effectOn = disputed(redress, telling);
  step('withdraw-publication', { no: 1, on: effectOn, where: '执法公示平台', reason: '处罚决定已经被撤销。' });
  const until = (days: number): number => daysBetween(telling.day(), addDays(effectOn, days));
  if (redress.givenBackAfter !== null) {
    const on = addDays(effectOn, redress.givenBackAfter);
    step(
      'give-back',
      { no: 1, on, amount: telling.way.decided['fine'] ?? null, receipt: `退库${telling.ref}` },
      until(redress.givenBackAfter),
    );
  }
  if (redress.redo !== null) {
    madeAnew(redress, redress.redo.after, telling, until);
    step('publish', SHOWN, 1);
    paid({ ...telling, way: { ...telling.way, decided: penaltyOf(redress, telling) } }, '再');
    step('complete-performance', { summary: '已缴清。' });
  }
  if (redress.opinionAnswered !== null) {
    const told = { no: 1, on: addDays(effectOn, redress.opinionAnswered), words: '已经补正证据，加强案件审核。' };
    step('report-correction', told, until(redress.opinionAnswered));
  }
  closed(telling);
}

/** Applied for, taken up, answered and ended; answers the day on which the result takes effect. */
function disputed({ way, cause, redo, opinionAnswered }: Redress, { step, day, ref }: Telling): LocalDate {
  const body = way === 'litigation' ? '临河区人民法院' : '临河区人民政府';
  step('dispute', { way, appliedOn: day(4), body }, 4);
  step('dispute-accepted', { no: 1, accepted: true, on: day(3), copyOn: day(3), isSimple: false }, 3);
  step('dispute-answered', { no: 1, on: day(5) }, 5);
  const effectOn = day(20);
  step(
    'dispute-ended',
    {
      ...{ no: 1, outcome: redo === null ? 'revoked' : 'remake', documentNumber: `演示复诉${ref}`, effectOn, cause },
      result: cause === 'facts' ? '认定的主要事实不清，证据不足，撤销处罚决定。' : '没有听取当事人的陈述，程序违法，撤销处罚决定。',
      redoBy: redo === null || redo.within === null ? null : addDays(effectOn, redo.within),
      opinionOn: opinionAnswered === null ? null : effectOn,
    },
    20,
  );
  return effectOn;
}

function penaltyOf({ anew }: Redress, { way }: Telling): Input {
  return anew === 'less' ? LESS : way.decided;
}

/** Told again and decided again, so many days after the result: of facts that are looked into anew, or on the report as it stands. */
function madeAnew(redress: Redress, after: number, telling: Telling, until: (days: number) => number): void {
  const { step, way } = telling;
  const penalty = penaltyOf(redress, telling);
  if (redress.cause === 'facts') conclude(telling, { ...penalty, differs: redress.anew === 'same-on-other-facts' ? OTHER_FACTS : null });
  step('skip-review', { reason: '不属于应当审核的情形。' });
  notified(telling, '重告');
  step('close-notice', {}, way.waits);
  decided({ ...telling, way: { ...way, decided: penalty } }, { series: '重罚', days: until(after) });
}
