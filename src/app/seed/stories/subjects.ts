import { addDays, type Json } from '#law';
import type { Story } from '../town/timeline.ts';
import { LINHE } from './letters.ts';

const REVIEW = 'subject-review';
const CHANGE = 'subject-change';

/** 定期清理: one of three units has reported, the others have some days yet. */
const round: Story = async function* (town) {
  yield town.day(-12);
  const { matterId: id } = await town.act(LINHE.drafter, REVIEW, 'open', null, {
    year: Number(town.clock.today().slice(0, 4)),
    units: ['临河市场监管局', '临河自然资源局', '临河城管局'].map(town.unit),
    dueOn: addDays(town.world.anchor, 9),
    requirement: '逐项核对职权依据、内设执法机构、编制和持证人员；职权依据已经修改、废止的，说明变更意见。',
  });
  yield town.day(-6);
  await town.act('lh-scjg-fz', REVIEW, 'report', id, {
    ...{ answer: 'same', powers: '《中华人民共和国行政处罚法》第十七条，市场监督管理法律、法规和本局三定规定。' },
    staffing: '编制四十六人，持有效行政执法证三十八人。',
  });
};

/** 设立: reviewed by the bureau, it waits for the government. */
const setUp: Story = async function* (town) {
  yield town.day(-8);
  const input = {
    ...{ bureau: town.unit('市司法局'), effectiveOn: addDays(town.world.anchor, 35), reason: '机构改革，单独设立数据管理部门。' },
    ...{ basisName: '关于机构改革有关事项的通知（演示）', basisNumber: `巴党办发（演示）〔${town.clock.today().slice(0, 4)}〕9号` },
    ...{ basisOn: town.day(-20), basisFile: [await town.upload('zf-bgs', '机构改革文件.pdf')] },
    ...{ name: '巴彦淖尔市数据管理局（演示）', shortName: '市数据局', documentPrefix: '巴数', kind: 'department', domain: '数据管理' },
    ...{ powers: '《中华人民共和国数据安全法》第六条和本局三定规定。', tier: 'city', regionCode: '150800', leadKind: 'local' },
    superior: town.unit('市政府'),
  };
  const { matterId: id } = await town.act('zf-bgs', CHANGE, 'apply-new', null, input as Json);
  yield town.day(-5);
  await town.act('sf-jd1', CHANGE, 'review', id, { government: town.unit('市政府'), opinion: '设立依据和职权依据齐全，符合规定。' });
};

/** 细则 8(4): subjects under review, and one that is to be set up. */
export const SUBJECT_STORIES: readonly Story[] = [round, setUp];
