import { describe, expect, it } from 'vitest';
import { listsOfPenalty } from './penalty-lists.ts';

const state = {
  status: 'recorded',
  evidence: [{ no: 1, name: '现场照片' }],
  corrections: [
    { no: 1, by: '2026-04-01', content: '明码标价', checkedOn: '2026-04-02', corrected: false },
    { no: 2, by: null, content: '再次责令', checkedOn: null, corrected: null },
  ],
  disputes: [{ no: 1, way: 'reconsideration', body: '临河区人民政府', from: '2026-04-08', until: null }],
  stays: [{ no: 1, from: '2026-04-09', until: '2026-04-20', by: 'organ' }],
  redresses: [{ no: 1, via: 'reconsideration', effectOn: '2026-05-08', document: '临政复决〔2026〕1号' }],
};
const lists = (act: string, of: object = state) => listsOfPenalty(of, act);

describe('各类处罚、案外责令改正的表单从本件的证据、责令、复议诉讼中选，不凭记忆填序号', () => {
  it('复查没有复查的责令，再次责令、处理的是复查没有改正的（处罚法第二十八条）', () => {
    const closed = (act: string, field: string) => lists(act)[field]?.map((one) => one.closed);
    expect(closed('check-correction', 'no')).toEqual(['已经复查', undefined]);
    expect(closed('follow-correction', 'no')).toEqual([undefined, '没有复查为未改正']);
    for (const act of ['order-correction', 'order-again']) expect(closed(act, 'again')).toEqual([undefined, '没有复查为未改正']);
    expect(lists('check-correction')['no']?.[1]?.label).toBe('2. 再次责令（立即改正）');
  });

  it('复议诉讼、停止执行、纠错、证据写出是哪一件', () => {
    for (const act of [
      'dispute-accepted',
      'dispute-answered',
      'dispute-extended',
      'dispute-suspended',
      'dispute-ended',
      'report-correction',
    ])
      expect(lists(act)['no']).toEqual([{ value: '1', label: '1. 2026-04-08行政复议（临河区人民政府）' }]);
    expect(lists('stay-ended')['no']).toEqual([{ value: '1', label: '1. 2026-04-09起停止执行', closed: '已于2026-04-20恢复' }]);
    for (const act of ['withdraw-publication', 'give-back'])
      expect(lists(act)['no']?.[0]?.label).toMatch(/^1\. 2026-05-08.+：临政复决〔2026〕1号$/);
    for (const act of ['hand-over-evidence', 'view-original', 'attach-redacted'])
      expect(lists(act)['no']).toEqual([{ value: '1', label: '1. 现场照片' }]);
  });

  it('没有清单的办理、看不到全案的读者没有可选的', () => {
    expect(lists('pay')).toEqual({});
    expect(lists('give-back', { status: 'recorded' })).toEqual({ no: [] });
  });
});
