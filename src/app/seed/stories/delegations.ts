import { addDays, type Json, type LocalDate } from '#law';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import { DEED_FIRST_DAY, DEED_LAST_DAY, NEXT_DEED_FROM } from './delegation-days.ts';
import { CITY, type Step } from './letters.ts';

const KIND = 'delegation';
const OFFICE = 'jt-cb1';
const TEAM = 'jtzd';

type Days = { readonly from: LocalDate; readonly to: LocalDate };

const OVERLOAD: Json = { name: '违法超限运输', code: 'JT-CF-001', power: 'penalty', basis: '《公路安全保护条例》第六十四条' };
const UPKEEP: Json = {
  ...{ name: '未按规定维护营运车辆', code: 'JT-CF-002', power: 'penalty' },
  basis: '《中华人民共和国道路运输条例》第六十九条',
};

async function deed(town: Town, days: Days, item: Json, renews: string | null): Promise<Json> {
  const proof = async (name: string) => [await town.upload(OFFICE, name)];
  return {
    ...{ delegate: town.unit('市交通支队'), bureau: town.unit('市司法局'), items: [item], ...days, renews },
    powers: '以委托机关名义开展调查取证，提出处罚建议；处罚决定由委托机关作出。',
    liability: '委托机关对受委托组织实施行政处罚的后果承担法律责任。',
    supervision: '委托机关每年检查案卷和人员资格，受委托组织按月报送案件情况。',
    lawful: '经编制部门批准设立的事业单位，负责公路路政、道路运输执法。',
    lawfulProof: await proof('设立文件.pdf'),
    staff: '执法人员均通过考试，取得行政执法证。',
    staffProof: await proof('人员和证件名单.pdf'),
    means: '有称重检测设备和检定合格证书。',
    meansProof: [],
  };
}

/** 拟委托、审查、签发、用印、双方签署、报送备案: what follows is 备案 and 公布. */
async function signed(town: Town, input: Json): Promise<string> {
  const { matterId: id } = await town.act(OFFICE, KIND, 'draft', null, input);
  await town.act(OFFICE, KIND, 'submit', id);
  await town.act('jt-fz', KIND, 'review', id, { opinion: '受委托组织符合处罚法第二十一条的三项条件。' });
  await town.act('jt-jz', KIND, 'sign', id, { contact: '法规科 0478-0000000' });
  await town.act('jt-cb2', KIND, 'seal', id);
  await town.act(`${TEAM}-jz`, KIND, 'countersign', id);
  await town.act(OFFICE, KIND, 'file', id, {});
  return id;
}

/** 备案、委托机关公布: the delegate has to publish yet. */
async function accepted(town: Town, id: string): Promise<void> {
  await town.act(CITY.drafter, KIND, 'accept', id, { opinion: '材料齐全，予以备案。' });
  await town.act(OFFICE, KIND, 'publish', id, PORTAL);
}

const PORTAL = { channel: '市人民政府门户网站（演示）' };

async function* first(town: Town): Step<string> {
  yield town.day(DEED_FIRST_DAY);
  const day = (offset: number) => addDays(town.world.anchor, offset);
  const id = await signed(town, await deed(town, { from: day(DEED_FIRST_DAY), to: day(DEED_LAST_DAY) }, OVERLOAD, null));
  await accepted(town, id);
  await town.act(`${TEAM}-jz`, KIND, 'publish-here', id, PORTAL);
  yield town.day(-200);
  await town.act(OFFICE, KIND, 'check', id, {
    on: town.clock.today(),
    found: '抽查案卷五件，人员均持有效证件，未发现超出委托范围的。',
    corrected: null,
  });
  return id;
}

/** 处罚法 20, 细则 8(11), 11¶3: a deed that has run out; of two in force the delegate has published one and not the other (S04). */
export const delegationStory: Story = async function* (town) {
  const before = yield* first(town);
  yield town.day(NEXT_DEED_FROM);
  const from = town.clock.today();
  const days = { from, to: addDays(from, 729) };
  const published = await signed(town, await deed(town, days, UPKEEP, null));
  const unpublished = await signed(town, await deed(town, days, OVERLOAD, before));
  yield town.day(NEXT_DEED_FROM + 4);
  await accepted(town, published);
  await town.act(`${TEAM}-jz`, KIND, 'publish-here', published, PORTAL);
  await accepted(town, unpublished);
};
