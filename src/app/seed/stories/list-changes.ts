import { addDays, type LocalDate } from '#law';
import { propose, publish } from '../../../registers/list-changes/actions.ts';
import type { SentLine } from '../../../registers/list-changes/contract.ts';
import { penaltyItems } from '../lists/items.ts';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';

const KIND = 'list-change';

function asked(town: Town, login: string, key: string) {
  town.clock.tick();
  return { platform: town.opened.platform, session: town.seat(login), key: `demonstration-list-${key}` };
}

const set = (cells: SentLine['cells']): SentLine => ({ what: 'set', cells, base: null });

/** 随机抽查事项: a new item, entered by the department itself, reviewed and published. */
const published: Story = async function* (town) {
  yield town.day(-20);
  const today = town.clock.today();
  const item = {
    ...{ code: 'SJ-CC-002', name: '校外供餐单位食品安全抽查（演示）', basis: '《中华人民共和国食品安全法》第一百一十条' },
    ...{ duty: '进货查验、加工过程、留样', conditions: '随机抽取检查对象和执法人员，每年一次', from: addDays(today, 10) },
  };
  const lines = [set(item)];
  const proposal = { list: 'spot-check' as const, reason: '年度抽查计划增加校外供餐单位。', grounds: null, lines };
  const { matterId: id } = await town.settled(await propose(asked(town, 'scjg-cb1', 'published'), proposal), 'propose');
  await town.act('scjg-cb1', KIND, 'submit', id);
  yield town.day(-18);
  const { seq } = await town.act('scjg-fz', KIND, 'review', id, { opinion: '依据现行有效，与检查事项清单一致。' });
  yield town.day(-15);
  const on = { publishedOn: town.clock.today(), place: '本局门户网站（演示）', opinion: null, alone: null, ifSeq: seq };
  await town.settled(await publish(asked(town, 'scjg-jz', 'publish'), id, on), 'publish');
};

/** 权责清单: one item reworded from a later day, waiting for its review. */
const reviewing: Story = async function* (town) {
  yield town.day(-5);
  const [first] = penaltyItems('交通局');
  if (first === undefined) return;
  const { matterId: id } = await proposedPower(town, 'jt-cb1', 'reviewing', { ...first, name: `${first.name}（依法修订表述，演示）` });
  await town.act('jt-cb1', KIND, 'submit', id);
};

/** 权责清单: a new item that came back for a word on what it rests on; nothing of it is lost. */
const returned: Story = async function* (town) {
  yield town.day(-9);
  const item = { code: 'NM-CF-091', name: '未按规定建立农药经营台账（演示）', basis: '《农药管理条例》第五十八条' };
  const { matterId: id } = await proposedPower(town, 'nm-cb1', 'returned', item);
  await town.act('nm-cb1', KIND, 'submit', id);
  yield town.day(-7);
  await town.act('nm-fz', KIND, 'return', id, { reason: '补写追责情形及依据。' });
};

type Item = { readonly code: string; readonly name: string; readonly basis: string };

async function proposedPower(town: Town, login: string, key: string, item: Item) {
  const from: LocalDate = addDays(town.world.anchor, 20);
  const lines = [set({ ...item, powerKind: '行政处罚', from })];
  const proposal = { list: 'power' as const, reason: '权责清单动态调整（演示）。', grounds: null, lines };
  return town.settled(await propose(asked(town, login, key), proposal), 'propose');
}

/** 细则 8(9), 8(10): departments keep their lists themselves. */
export const LIST_CHANGE_STORIES: readonly Story[] = [published, reviewing, returned];
