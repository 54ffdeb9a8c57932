import { describe, expect, it } from 'vitest';
import type { KindInfo, SessionView } from '#ui/api/types.ts';
import { menuItems } from './menu-items.ts';

const liaison = { post: { role: 'liaison' } } as SessionView;
const kind = (id: string, listed: boolean): KindInfo => ({ kind: id, name: id, room: 'referrals', listed }) as KindInfo;
const titles = (...kinds: readonly KindInfo[]) => menuItems(liaison, kinds).map((one) => one.title);

describe('菜单只列用得上的台账', () => {
  const cases = ['ordinary-penalty', 'summary-penalty', 'correction-order', 'penalty-record', 'major-penalty-filing'];
  const OF_CASES = ['处罚决定', '罚没收入对账', '改正复查台账', '涉案财物台账', '双公示', '重大处罚备案'];

  it('哪一类案件都不列给本岗位的，由这些案件汇成的台账也不列；收文、期限日历、法规库不受影响', () => {
    const shown = titles(...cases.map((one) => kind(one, false)), kind('referral', true));
    for (const title of OF_CASES) expect(shown).not.toContain(title);
    expect(shown).toEqual(expect.arrayContaining(['工作台', '收文', '期限日历', '法律法规库', 'referral台账']));
  });

  it('有一类列给本岗位的，汇总它的台账就列；服务器还没有回答的，先列着', () => {
    const shown = titles(...cases.map((one) => kind(one, one === 'summary-penalty')));
    expect(shown).toEqual(expect.arrayContaining(['罚没收入对账', '双公示']));
    for (const title of ['处罚决定', '涉案财物台账', '重大处罚备案']) expect(shown).not.toContain(title);
    expect(titles()).toEqual(expect.arrayContaining(OF_CASES));
  });
});
