import { addDays, type Json } from '#law';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import { CITY, type Step } from './letters.ts';

const REFERRAL = 'referral';
const SEALED = 'sealed-referral';
const TALK = 'notice-and-talk';

async function* transferred(town: Town, to: string, by: string, subject: string, offset: number): Step<string> {
  yield town.day(offset);
  const input = {
    ...{ subject, addressee: town.unit(to), basis: '该事项依法由贵机关管辖。' },
    ...{ facts: '行政执法监督中发现，材料附后。', materials: [{ name: '案卷复印件' }, { name: '情况说明' }] },
    ...{ handlers: [town.officer(CITY.drafter)], contact: '行政执法协调监督科 0478-0000000' },
  };
  const { matterId: id } = await town.act(CITY.drafter, REFERRAL, 'draft', null, input as Json);
  await town.act(CITY.drafter, REFERRAL, 'submit', id);
  await town.act(CITY.checker, REFERRAL, 'review', id);
  await town.act(CITY.deputy, REFERRAL, 'sign', id);
  await town.act(CITY.sealer, REFERRAL, 'seal', id);
  await town.act(CITY.drafter, REFERRAL, 'serve', id);
  yield town.day(offset + 2);
  await town.act(by, REFERRAL, 'receive', id);
  return id;
}

/** The twenty days run from the other organ's own decision (细则 20¶2). */
const decided = (to: string, by: string, subject: string, daysAgo: number): Story =>
  async function* (town) {
    const id = yield* transferred(town, to, by, subject, -daysAgo - 20);
    yield addDays(town.world.anchor, -daysAgo);
    await town.act(by, REFERRAL, 'decide', id, { decidedOn: addDays(town.world.anchor, -daysAgo), result: '已作出处理决定。' });
  };

const answered: Story = async function* (town) {
  const id = yield* transferred(town, '市检察院', 'jcy-lx', '涉嫌犯罪案件监督', -70);
  yield town.day(-50);
  await town.act('jcy-lx', REFERRAL, 'decide', id, { decidedOn: town.day(-50), result: '监督立案。' });
  yield town.day(-42);
  await town.act('jcy-lx', REFERRAL, 'answer', id, { result: '已监督公安机关立案，现书面告知。' });
};

const waiting: Story = async function* (town) {
  yield* transferred(town, '市公安局', 'ga-lx', '涉嫌妨碍公务', -14);
};

/** A clue for the supervision commission: nobody but the named ever reads of it (细则 20¶1). */
export const sealedClue: Story = async function* (town) {
  yield town.day(-21);
  const input = {
    ...{ commission: town.unit('市监委'), secrecy: 'confidential', suspects: '某职务人员（演示）', clue: '涉嫌违规处置罚没物品。' },
    ...{ evidence: [{ name: '询问笔录' }], readers: [town.officer(CITY.head), town.officer(CITY.sealer)] },
  };
  const { matterId: id } = await town.act(CITY.drafter, SEALED, 'draft', null, input as Json);
  await town.act(CITY.drafter, SEALED, 'submit', id);
  yield town.day(-20);
  await town.act(CITY.head, SEALED, 'approve', id, { opinion: '同意移送。' });
  await town.act(CITY.sealer, SEALED, 'seal', id);
  await town.act(CITY.drafter, SEALED, 'hand-over', id, { receiver: '案件监督管理室', place: '市监察委员会' });
};

type Input = Readonly<Record<string, Json>>;

async function* told(town: Town, input: Input, offset: number): Step<string> {
  yield town.day(offset);
  const { matterId: id } = await town.act(CITY.drafter, TALK, 'draft', null, { contact: '行政执法协调监督科 0478-0000000', ...input });
  await town.act(CITY.drafter, TALK, 'submit', id);
  await town.act(CITY.checker, TALK, 'review', id);
  await town.act(CITY.deputy, TALK, 'sign', id);
  await town.act(CITY.sealer, TALK, 'seal', id);
  await town.act(CITY.drafter, TALK, 'serve', id);
  return id;
}

const circular: Story = async function* (town) {
  const units = ['市文旅局', '市卫健委'].map(town.unit);
  const input = {
    ...{ type: 'circular', subject: '行政处罚决定公示、送达超期', units, publish: true },
    ...{ facts: '平台监测发现部分决定公示、送达超过法定期限。', requirement: '对照检查，限期整改。' },
  };
  const id = yield* told(town, input, -29);
  yield town.day(-27);
  await town.act('wl-sw', TALK, 'receive', id);
  await town.act('wj-sw', TALK, 'receive', id);
};

/** Both conditions of 细则 21, each with its proof. */
const talk: Story = async function* (town) {
  yield town.day(-25);
  const proof = async (name: string) => [await town.upload(CITY.drafter, name)];
  const input = {
    ...{ type: 'talk', subject: '重大行政处罚逾期备案', units: [town.unit('市应急局')], publish: false },
    ...{ facts: '多件重大行政处罚逾期备案。', requirement: '健全备案制度。' },
    ...{ prominent: '一年内三件重大行政处罚逾期备案。', prominentProof: await proof('逾期备案清单.pdf') },
    ...{ impact: '被行政复议确认程序违法并经媒体报道。', impactProof: await proof('复议决定和报道.pdf') },
    ...{ persons: '主要负责人', time: '上午九时', place: '市司法局会议室' },
  };
  const id = yield* told(town, input, -25);
  yield town.day(-22);
  await town.act('yj-sw', TALK, 'receive', id);
  yield town.day(-18);
  const commitments = [
    { words: '专人负责备案', due: town.day(-5) },
    { words: '开展备案自查并报告', due: addDays(town.world.anchor, 20) },
  ];
  const held = { persons: '局长', points: '指出逾期备案问题及影响。', answer: '诚恳接受，立即整改。', commitments };
  await town.act(CITY.drafter, TALK, 'hold', id, held);
  yield town.day(-5);
  await town.act('yj-cb1', TALK, 'fulfil', id, { no: 1, on: town.day(-5), proof: [await town.upload('yj-cb1', '岗位文件.pdf')] });
};

export const REFERRAL_STORIES: readonly Story[] = [
  decided('市公安局', 'ga-lx', '涉嫌非法经营', 18),
  decided('市审计局', 'sjj-lx', '罚没收入管理', 21),
  answered,
  waiting,
  circular,
  talk,
];
