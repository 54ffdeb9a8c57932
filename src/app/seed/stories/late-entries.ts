import { addDays, type Json, type LocalDate } from '#law';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import type { Step } from './letters.ts';
import {
  act,
  BASIS,
  both,
  type Case,
  decided,
  FIRM,
  filed,
  type Input,
  PERSON,
  paper,
  SMALL,
  sent,
  TRADER,
  told,
} from './penalty-cases.ts';

/** Each kind of entry twice: four days after it was done, and three (rule I09 allows three). */
const LATE = 4;
const NEAR = 3;
const WHY = '外出办案期间没有网络，返回后补录。';

/** Between what went before and the late entry lie so many days that no holiday closes the gap. */
const done = (town: Town, daysAgo: number): LocalDate => addDays(town.clock.today(), -daysAgo);

type Place = { readonly unit: string; readonly cause: string; readonly party: Input; readonly basis: string };

async function* underInquiry(town: Town, { unit, cause, party, basis }: Place): Step<Case> {
  const one = yield* filed(town, unit, -26, cause, party, basis);
  yield town.day(-8);
  return one;
}

const inspected = (cause: string, daysLate: number): Story =>
  async function* (town) {
    const one = yield* underInquiry(town, { unit: 'lh-scjg', cause, party: FIRM, basis: BASIS });
    const visit = {
      ...{ form: 'inspection', place: '当事人经营场所', time: '10时至10时40分', shown: true, present: '当事人的负责人' },
      ...{ found: '货架上八种商品的标价签不符合规定。', officers: both(one), papers: [await paper(one, '现场检查笔录.pdf')] },
    };
    await act(one, 'cb1', 'inspect', visit, { on: done(town, daysLate) });
  };

const questioned = (cause: string, daysLate: number): Story =>
  async function* (town) {
    const basis = '《中华人民共和国草原法》第七十条';
    const one = yield* underInquiry(town, { unit: 'wz-lc', cause, party: PERSON, basis });
    const asked = {
      ...{ person: PERSON, as: 'party', place: '苏木林草工作站', time: '15时至15时30分', shown: true, told: true, recusal: '不申请' },
      ...{ record: '问：是否离开道路行驶？答：为抄近路离开过道路。', officers: both(one), papers: [await paper(one, '询问笔录.pdf')] },
    };
    await act(one, 'cb1', 'question', asked, { on: done(town, daysLate) });
  };

const photographed = (cause: string, daysLate: number): Story =>
  async function* (town) {
    const one = yield* underInquiry(town, { unit: 'lh-cg', cause, party: TRADER, basis: '《城市道路管理条例》第四十二条' });
    const piece = {
      ...{ kind: 'audiovisual', name: '现场照片', source: '现场拍摄', place: '演示街', how: 'fixed', form: 'original', late: WHY },
      ...{ officers: both(one), papers: [await paper(one, '现场照片.pdf')] },
    };
    await act(one, 'cb1', 'evidence', piece, { on: done(town, daysLate) });
  };

const stated = (cause: string, daysLate: number): Story =>
  async function* (town) {
    const one = yield* told(town, 'lh-scjg', -32, cause, TRADER, SMALL);
    yield town.day(-6);
    const statement: Json = { by: '当事人', content: '已经重新公示，请求从轻。', papers: [await paper(one, '陈述申辩书.pdf')] };
    await act(one, 'cb1', 'statement', statement, { on: done(town, daysLate) });
  };

const paid = (cause: string, daysLate: number): Story =>
  async function* (town) {
    const one = yield* decided(town, 'lh-scjg', -56, cause, TRADER);
    await sent(one);
    await act(one, 'cb1', 'publish', { on: town.clock.today(), where: '执法公示平台', channels: ['enforcement'] });
    yield town.day(-28);
    await act(one, 'cb1', 'pay', { amount: SMALL.fine, channel: 'bank', receipt: '演示0002' }, { on: done(town, daysLate) });
    await act(one, 'cb1', 'complete-performance', { summary: '罚款已缴清，违法行为已改正。' });
  };

/** What was done is entered days later: each breach of I09 beside its lawful neighbour. */
export const LATE_ENTRY_STORIES: readonly Story[] = [
  ...[inspected('商品标价签内容不全', LATE), inspected('商品标价签没有计价单位', NEAR)],
  ...[questioned('越野车离开道路在草原上行驶', LATE), questioned('货车离开道路在草原上行驶', NEAR)],
  ...[photographed('擅自在桥梁上设置广告牌', LATE), photographed('擅自在路灯设施上设置广告牌', NEAR)],
  ...[stated('餐饮服务价格公示不清', LATE), stated('停车服务价格公示不清', NEAR)],
  ...[paid('洗浴服务没有标明价格', LATE), paid('维修服务没有标明价格', NEAR)],
];
