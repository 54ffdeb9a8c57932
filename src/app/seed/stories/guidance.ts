import type { Json } from '#law';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import type { Step } from './letters.ts';

const KIND = 'guidance';
/** Days from the anchor: longer ago than six months, so that whoever was not guided since is silent (G04). */
const SEVEN_MONTHS = -215;

type Given = { readonly guides: string; readonly attendees: string; readonly content: string };

/** Guidance that was given and recorded on the same day. */
async function given(town: Town, login: string, guided: string, form: string, subject: string, words: Given): Promise<string> {
  const input = { form, subject, guided: town.unit(guided), on: town.clock.today(), ...words };
  const { matterId } = await town.act(login, KIND, 'record-given', null, input as Json);
  return matterId;
}

async function* confirmed(town: Town, id: string, login: string, offset: number): Step {
  yield town.day(offset);
  await town.act(login, KIND, 'confirm', id, { words: '情况属实。' });
}

/** The department of the county has not been with this township since: a silent relation. */
const silent: Story = async function* (town) {
  yield town.day(SEVEN_MONTHS);
  const id = await given(town, 'wz-lc-fz', '乌中呼勒斯太苏木', 'training', '草原行政处罚案卷制作培训', {
    ...{ guides: '法规股', attendees: '苏木综合行政执法队全体人员' },
    content: '讲解草原违法案件的立案、调查取证和案卷装订，现场点评两份案卷。',
  });
  yield* confirmed(town, id, 'wz-hl-sw', SEVEN_MONTHS + 4);
};

const asked: Story = async function* (town) {
  yield town.day(-22);
  const question = {
    ...{ form: 'answer', subject: '占道经营初次违法的处理', guide: town.unit('临河城管局') },
    request: '沿街商户初次占道、当场改正的，是否适用不予处罚清单？案卷需要留存哪些材料？',
  };
  const { matterId: id } = await town.act('lh-ls-sw', KIND, 'ask', null, question);
  yield town.day(-18);
  await town.act('lh-cg-fz', KIND, 'record', id, {
    ...{ on: town.clock.today(), guides: '法规股', attendees: '狼山镇综合行政执法队' },
    content: '初次违法、危害后果轻微并当场改正的，可以不予处罚；应当留存现场照片、责令改正通知书和改正后的照片。',
  });
  yield* confirmed(town, id, 'lh-ls-jz', -16);
};

const trained: Story = async function* (town) {
  yield town.day(-62);
  const id = await given(town, 'lh-cg-fz', '临河团结街道', 'training', '综合行政执法人员培训', {
    ...{ guides: '法规股', attendees: '街道综合行政执法人员' },
    content: '讲解赋权事项的立案标准和执法全过程记录的要求。',
  });
  yield* confirmed(town, id, 'lh-tj-sw', -60);
};

/** Set by the department itself for the team that acts in its name; a later question waits for an answer. */
const delegated: Story = async function* (town) {
  yield town.day(-48);
  const task = {
    ...{ form: 'on-site', subject: '超限治理执法现场指导', guide: town.unit('市交通局'), guided: town.unit('市交通支队') },
    request: '到卡点指导称重取证、告知和文书送达。',
  };
  const { matterId: id } = await town.act('jt-fz', KIND, 'assign', null, task);
  yield town.day(-41);
  await town.act('jt-fz', KIND, 'record', id, {
    ...{ on: town.clock.today(), guides: '法规科', attendees: '支队一大队' },
    content: '现场示范称重取证，纠正告知书没有载明陈述申辩权利的问题。',
  });
  yield* confirmed(town, id, 'jtzd-jz', -40);
  yield town.day(-6);
  await town.act('jtzd-jz', KIND, 'ask', null, {
    ...{ form: 'consultation', subject: '一起拒绝称重案件的定性', guide: town.unit('市交通局') },
    request: '当事人拒绝称重并驶离现场的，怎样固定证据、适用哪一条？',
  });
};

/** Teams of the two counties' departments that are stationed in townships; the last record waits for the other side. */
const stationed: Story = async function* (town) {
  yield town.day(-52);
  const words = { guides: '执法股', attendees: '派驻中队', content: '抽查现场检查记录五份，讲解两人执法和亮证要求。' };
  const first = await given(town, 'lh-zrzy-fz', '临河狼山镇派驻中队', 'on-site', '派驻中队执法规范指导', words);
  const second = await given(town, 'wz-lc-fz', '乌中呼勒斯太苏木派驻中队', 'on-site', '派驻中队执法规范指导', words);
  yield* confirmed(town, first, 'lh-lspz-cb1', -50);
  yield* confirmed(town, second, 'wz-hlpz-cb', -50);
  yield town.day(-2);
  await given(town, 'lh-cg-fz', '临河狼山镇', 'consultation', '流动摊贩案件会商', {
    ...{ guides: '法规股', attendees: '狼山镇综合行政执法队' },
    content: '就三起流动摊贩案件的证据和裁量交换意见。',
  });
};

/** Along the line: the city's agriculture has guided nobody below it for seven months, its market supervision has within five. */
const alongLine: Story = async function* (town) {
  yield town.day(SEVEN_MONTHS);
  const first = await given(town, 'nm-fz', '乌中农牧局', 'training', '农资执法培训', {
    ...{ guides: '法规科', attendees: '旗农牧局执法人员' },
    content: '讲解农药、种子案件的抽样、检验和立案标准。',
  });
  yield* confirmed(town, first, 'wz-nm-fz', SEVEN_MONTHS + 2);
  yield town.day(-150);
  const second = await given(town, 'scjg-fz', '临河市场监管局', 'on-site', '价格执法现场指导', {
    ...{ guides: '法规科', attendees: '区局价格监督检查人员' },
    content: '现场示范明码标价检查，核对两份价格案卷的依据和裁量。',
  });
  yield* confirmed(town, second, 'lh-scjg-fz', -148);
};

/** 细则 2¶5, 8(13), 23¶1: asked, set, given and confirmed; one relation silent for seven months, one question open. */
export const GUIDANCE_STORIES: readonly Story[] = [silent, asked, trained, delegated, stationed, alongLine];
