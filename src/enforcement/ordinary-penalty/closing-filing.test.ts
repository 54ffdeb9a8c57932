import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type Profile } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { PLATFORM } from '#testing/wander';
import type { OrdinaryPenalty } from './model.ts';
import { CAST, DECIDE, DISCUSS, disputed, FILED, type Input, NOTIFY, resulted, sent, settled, toNotify, WAIVE } from './testing.ts';

const { handlerA, head, deputy } = CAST;
const CLOSE: Input = { summary: '同意结案。' };

/** A fine on a firm, carried out and published; told with the right to a hearing, discussed and reviewed. */
function ended(fine: number, income: number | null = null) {
  const kinds = income === null ? ['CF03'] : ['CF03', 'CF04'];
  const sum: Input = { kinds, fine, income, content: '处以罚款。' };
  return carriedOut(toNotify(sum), sum);
}
/** From the notice to the publication. */
function carriedOut(at: Rehearsal, sum: Input) {
  const told = sent(at.does(deputy, 'notify', { ...NOTIFY, hearing: true }));
  return sent(
    told
      .does(handlerA, 'waive', WAIVE)
      .does(handlerA, 'close-notice')
      .does(head, 'discuss', DISCUSS)
      .does(head, 'decide', { ...DECIDE, ...sum }),
  )
    .does(handlerA, 'pay', { amount: sumOf(sum), channel: 'bank', onSpot: null, receipt: `票${at.stored.length}` })
    .does(handlerA, 'complete-performance', { summary: '已缴清。' })
    .does(handlerA, 'publish', { on: at.today, where: '执法公示平台' });
}
const sumOf = ({ fine, income }: Input): number => Number(fine) + Number(income ?? 0);
const closingTask = (r: ReturnType<typeof ended>) => r.tasks().find((t) => t.act === 'close')?.title;

describe('结案以前重大行政处罚已经报送备案（细则第十八条，SM-E2）', () => {
  it('罚款五万元没有报送备案的不能结案，写明理由和去处；差一分的不问', () => {
    const at = ended(5_000_000);
    expect(at.tries(head, 'close', CLOSE)).toMatchObject({ refused: 'not-filed', cite: { instrument: '实施细则' } });
    expect(closingTask(at)).toBe('结案审批：先报送重大行政处罚备案（见关联事项）');
    const below = ended(4_999_999);
    expect(below.tries(head, 'close', CLOSE)).toBeNull();
    expect(closingTask(below)).toBe('结案审批');
  });

  it('报送备案由平台登记到案件，随即可以结案', () => {
    const at = ended(6_000_000).does(PLATFORM, 'note-filing', FILED);
    expect(at.state).toMatchObject({ filing: { filingId: FILED['filing'], on: '2026-06-10' } });
    expect([at.tries(head, 'close', CLOSE), closingTask(at)]).toEqual([null, '结案审批']);
  });

  it('备案以后决定被撤销、重新作出的，重新作出的另行备案：前一件的备案留在前一次决定里', () => {
    const sum: Input = { kinds: ['CF03'], fine: 6_000_000, income: null, content: '处以罚款。' };
    const filed = ended(6_000_000).does(PLATFORM, 'note-filing', FILED);
    const revoked = resulted(disputed(filed.on('2026-06-10')).on('2026-07-10'), { outcome: 'remake', cause: 'procedure' });
    expect(revoked.state).toMatchObject({ status: 'concluded', rounds: [{ filing: { on: '2026-06-10' } }] });
    expect((revoked.state as OrdinaryPenalty).filing).toBeUndefined();
    const back = { no: 1, on: '2026-07-10' };
    const again = carriedOut(settled(revoked).does(deputy, 'skip-review', { reason: '不属于应当审核的情形。' }), sum)
      .does(handlerA, 'withdraw-publication', { ...back, where: '执法公示平台', reason: '决定被撤销。' })
      .does(handlerA, 'give-back', { ...back, amount: 6_000_000, goods: null, less: null, receipt: null });
    expect(again.tries(head, 'close', CLOSE)).toMatchObject({ refused: 'not-filed' });
    expect(again.does(PLATFORM, 'note-filing', { ...FILED, filedOn: '2026-07-10' }).tries(head, 'close', CLOSE)).toBeNull();
  });

  it('没收违法所得五万元的同样；差一分的不问', () => {
    expect(ended(200_000, 5_000_000).tries(head, 'close', CLOSE)).toMatchObject({ refused: 'not-filed' });
    expect(ended(200_000, 4_999_999).tries(head, 'close', CLOSE)).toBeNull();
  });

  it('自有系统已经结案的照录，由规则B01按备案期限判断，不重复预警', () => {
    const at = ended(6_000_000);
    expect(at.tries(handlerA, 'close', CLOSE, { reported: true })).toBeNull();
    expect(at.reports(handlerA, 'close', CLOSE, at.today).state.status).toBe('closed');
  });

  it('所在地区没有备案义务的不问', () => {
    const nowhere: Profile = {
      ...BAYANNUR_2026,
      obligations: BAYANNUR_2026.obligations.filter(({ obligation }) => obligation !== 'local.major-penalty-filing'),
    };
    expect(ended(6_000_000).under(nowhere).tries(head, 'close', CLOSE)).toBeNull();
  });
});
