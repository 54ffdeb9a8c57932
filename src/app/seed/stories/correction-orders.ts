import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import type { Step } from './letters.ts';
import { BASIS, FIRM, filed as filedCase, type Input, PERSON, TRADER } from './penalty-cases.ts';

const KIND = 'correction-order';

/** An order outside a case with the people of the unit; `unit` is the first part of their logins. */
type Order = { readonly town: Town; readonly unit: string; readonly id: string };
const act = ({ town, unit, id }: Order, who: string, name: string, input: Input = {}) => town.act(`${unit}-${who}`, KIND, name, id, input);
const officers = ({ town, unit }: Omit<Order, 'id'>): Input => ({
  officers: [town.officer(`${unit}-cb1`), town.officer(`${unit}-cb2`)],
});

const UNPRICED: Input = {
  ...{ cause: '未按规定明码标价', place: '临河区农贸市场（演示）', facts: '摊位上九种商品没有标明价格。' },
  ...{ violated: '《中华人民共和国价格法》第十三条', basis: BASIS, content: '对全部商品标明品名、计价单位和价格。' },
};
const HEAPED: Input = {
  ...{ cause: '临街堆放物料', place: '临河区解放西街（演示）', facts: '门前人行道堆放建筑物料约四平方米。' },
  ...{ violated: '《城市市容和环境卫生管理条例》第十四条', basis: '《城市市容和环境卫生管理条例》第三十六条' },
  content: '清理堆放的物料，恢复人行道。',
};

/** Found, signed on the same day, sealed and served; to be corrected by a day counted from today. */
async function* ordered(town: Town, unit: string, [found, by]: readonly [number, number], party: Input, what: Input): Step<Order> {
  yield town.day(found);
  const papers = [await town.upload(`${unit}-cb1`, '现场检查记录.pdf')];
  const foundOn = town.day(found);
  const { matterId } = await town.act(`${unit}-cb1`, KIND, 'open', null, {
    ...{ source: 'inspection', party, papers, foundOn, by: town.day(by), ...officers({ town, unit }), ...what },
  });
  const one = { town, unit, id: matterId };
  await act(one, 'fg', 'sign', { opinion: '同意。' });
  await act(one, 'fz', 'seal');
  yield town.day(found + 1);
  await served(one);
  return one;
}

async function served(one: Order): Promise<void> {
  const papers = [await one.town.upload(`${one.unit}-cb1`, '送达回证.pdf')];
  await act(one, 'cb1', 'serve', { how: 'in-person', receivedOn: one.town.clock.today(), receiver: '负责人', papers });
}

/** With the party; its day is ahead. */
const running: Story = async function* (town) {
  yield* ordered(town, 'lh-scjg', [-4, 8], TRADER, UNPRICED);
};

/** The day has gone by, and nobody has looked yet. */
const unchecked: Story = async function* (town) {
  const one = yield* ordered(town, 'lh-cg', [-16, -3], PERSON, HEAPED);
  yield town.day(-6);
  await act(one, 'cb1', 'note-reply', { words: '当事人电话告知已经联系车辆清运。' });
};

/** Not corrected twice, and taken up as a case. */
const filed: Story = async function* (town) {
  const one = yield* ordered(town, 'lh-scjg', [-44, -36], FIRM, UNPRICED);
  yield town.day(-35);
  await act(one, 'cb1', 'check-correction', { no: 1, corrected: false, found: '仍有九种商品没有标价。', ...officers(one) });
  await act(one, 'fg', 'order-again', { again: 1, basis: BASIS, content: UNPRICED['content'] ?? null, by: town.day(-28) });
  await act(one, 'fz', 'seal');
  yield town.day(-34);
  await served(one);
  yield town.day(-27);
  await act(one, 'cb1', 'check-correction', { no: 2, corrected: false, found: '仍有五种商品没有标价。', ...officers(one) });
  await act(one, 'fg', 'follow-correction', { no: 2, how: 'filed', words: '两次责令仍不改正，依照价格法第四十二条立案。' });
  const { id: caseId } = yield* filedCase(town, 'lh-scjg', -26, '责令改正后仍未按规定明码标价', FIRM, BASIS);
  await act(one, 'cb1', 'to-case', { case: caseId });
  await act(one, 'cb1', 'archive', { number: '演示-责改-001' });
};

/** 责令改正 outside cases of the demonstration. */
export const CORRECTION_ORDER_STORIES: readonly Story[] = [running, unchecked, filed];
