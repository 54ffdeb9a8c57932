import { addDays, type Json } from '#law';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import {
  assigned,
  CITY,
  DOCUMENT,
  dealtWith,
  draftTo,
  handled,
  LINHE,
  received,
  reported,
  type Step,
  served,
  URAD,
  type Wanting,
} from './letters.ts';

const CASE = 'case-supervision';
type Input = Readonly<Record<string, Json>>;

const clue = (town: Town, unit: string, subject: string, more: Input = {}): Input => ({
  source: 'own',
  subject,
  unit: town.unit(unit),
  head: '8(7)',
  facts: `监督中发现${subject}的线索，需要核实。`,
  ...more,
});

async function open(town: Town, by: string, input: Input): Promise<string> {
  return (await town.act(by, CASE, 'open', null, input)).matterId;
}

/** 提出立案意见、立案: under inquiry by two certified supervisors. */
async function* filed(town: Town, from: typeof CITY, id: string, offset: number): Step {
  await town.act(from.drafter, CASE, 'propose-filing', id, { opinion: '线索明确，建议立案。' });
  yield town.day(offset);
  const handlers = [town.officer(from.drafter), town.officer(from.second)];
  await town.act(from.deputy, CASE, 'file', id, { handlers, opinion: '同意立案。' });
}

/** Findings of one unit become a case, every means of 细则 10 is used, the unit once refuses; then problems and a document. */
const everyMeans: Story = async function* (town) {
  yield town.day(-84);
  const by = CITY.drafter;
  const findings = await town.findings('市应急局', 'B01');
  if (findings.length === 0) return;
  const id = await town.takeUp(by, findings, '多件重大行政处罚逾期备案。');
  yield* filed(town, CITY, id, -82);
  yield town.day(-80);
  const officers = [town.officer(CITY.drafter), town.officer(CITY.second)];
  const upload = (name: string) => town.upload(by, name);
  const inquire = (act: string, input: Input) => town.act(by, CASE, act, id, input);
  await inquire('notify-check', { place: '市应急管理局', time: '上午九时', scope: '重大行政处罚备案情况', officers });
  await inquire('ask-statement', { matters: '说明未按期备案的原因', due: town.day(-70) });
  yield town.day(-76);
  await inquire('check-on-site', {
    ...{ place: '市应急管理局案卷室', time: '09:00至11:30', shown: true, present: '法制机构负责人' },
    ...{ found: '抽查案卷十二件，其中三件逾期备案。', officers, papers: [await upload('现场检查照片.pdf')] },
  });
  await inquire('question', {
    ...{ person: '承办人甲', as: 'officer', place: '案卷室', shown: true, told: true, officers },
    ...{ record: '问：为何未按期备案？答：对起算日理解有误。', papers: [await upload('询问笔录.pdf')] },
  });
  await inquire('record-media', { title: '现场检查音像', place: '案卷室', onSite: true, officers, media: [await upload('音像说明.pdf')] });
  await inquire('call-files', { items: [{ name: '备案台账', pages: 24 }], due: town.day(-72) });
  yield town.day(-72);
  await inquire('refusal', { person: '科室工作人员', facts: '首次调阅时以领导不在为由拒绝提供台账，经说明后提供。' });
  await inquire('record-statement', { received: true, words: '承认逾期，已补备案。', papers: [await upload('书面说明.pdf')] });
  await inquire('commission', {
    institute: '演示会计师事务所',
    qualification: '执业证书（演示）',
    question: '核对罚款数额',
    due: town.day(-60),
  });
  yield town.day(-66);
  await inquire('hearing', { form: 'experts', attended: '法律顾问两名', record: '就备案期限的起算进行论证。' });
  await inquire('return-files', { items: [{ no: 1 }] });
  const problem = { head: '8(3)', norm: '重大行政处罚应当按期备案。', evidence: '1、2' };
  const problems = findings.map((_, i) => ({
    ...problem,
    subject: `第${i + 1}件`,
    facts: '重大行政处罚决定逾期备案。',
    finding: String(i + 1),
  }));
  yield town.day(-62);
  await inquire('establish', { problems, reasons: '事实清楚，证据充分。' });
  const wantings: Wanting[] = problems.map((p, i) => ({ facts: p.facts, norm: p.norm, demand: '说明原因，完善备案制度。', caseNo: i + 1 }));
  const draft = draftTo(town, CITY, '市应急局', '重大行政处罚备案', wantings, { fromCase: id });
  const document = yield* received(town, CITY, draft, 'yj', addDays(town.world.anchor, -52));
  await assigned(town, 'yj', document);
  yield town.day(-38);
  const results = [];
  for (const [i] of wantings.entries()) results.push(await dealtWith(town, 'yj', i + 1, town.day(-39)));
  await handled(town, 'yj', document, results, '逾期备案的决定已全部补备，备案台账由专人负责。');
  await reported(town, 'yj', document);
  yield town.day(-33);
  const checks = wantings.map((_, i) => ({ no: i + 1, outcome: 'passed', opinion: '备案回执齐全。' }));
  await town.act(by, DOCUMENT, 'verify', document, { results: checks, onSite: true, officers });
  yield town.day(-32);
  await town.act(CITY.deputy, DOCUMENT, 'close', document);
  yield town.day(-30);
  await town.act(CITY.deputy, CASE, 'close', id, { summary: '问题均已整改销号，结案。' });
  await town.act(by, CASE, 'archive', id, { catalogue: '演示-执监-001' });
};

/** Findings of a banner's department, established and answered by a document that still waits for the unit. */
const fromFindings: Story = async function* (town) {
  yield town.day(-50);
  const findings = await town.findings('临河市场监管局', 'Q06');
  if (findings.length === 0) return;
  const id = await town.takeUp(LINHE.drafter, findings, '小额违法重罚。');
  yield* filed(town, LINHE, id, -47);
  const by = LINHE.drafter;
  await town.act(by, CASE, 'ask-statement', id, { matters: '说明裁量理由', due: town.day(-40) });
  yield town.day(-40);
  await town.act(by, CASE, 'record-statement', id, { received: true, words: '承认未适用裁量权基准。' });
  const norm = '行政处罚应当与违法行为的事实、性质、情节以及社会危害程度相当。';
  const problems = findings.map((_, i) => ({
    head: '8(8)',
    facts: '违法所得很少而罚款在五万元以上。',
    norm,
    evidence: '1',
    finding: String(i + 1),
  }));
  await town.act(by, CASE, 'establish', id, { problems, reasons: '过罚不相当。' });
  const wantings: Wanting[] = problems.map((p, i) => ({ facts: p.facts, norm, demand: '依法自行纠正，退还多收的罚款。', caseNo: i + 1 }));
  const draft = draftTo(town, LINHE, '临河市场监管局', '小额违法重罚', wantings, { fromCase: id });
  const document = yield* received(town, LINHE, draft, 'lh-scjg', addDays(town.world.anchor, -16));
  await assigned(town, 'lh-scjg', document);
};

const triage: Story = async function* (town) {
  yield town.day(-2);
  await open(town, CITY.drafter, clue(town, '市交通局', '群众反映罚款不开票据', { source: 'hotline', head: '8(14)' }));
};
const awaitingFiling: Story = async function* (town) {
  yield town.day(-3);
  const id = await open(town, LINHE.drafter, clue(town, '临河城管局', '处罚依据为市政府文件', { head: '8(1)' }));
  await town.act(LINHE.drafter, CASE, 'propose-filing', id, { opinion: '建议立案。' });
};

const underInquiry: Story = async function* (town) {
  yield town.day(-12);
  const id = await open(town, URAD.drafter, clue(town, '乌中林草局', '在禁牧区重复罚款', { source: 'enterprise' }));
  yield* filed(town, URAD, id, -10);
  yield town.day(-8);
  const officers = [town.officer(URAD.drafter), town.officer(URAD.second)];
  const act = '执法人员正在未出示证件的情况下扣留牲畜';
  const demand = '立即停止扣留，当场返还。';
  await town.act(URAD.drafter, CASE, 'stop-unlawful', id, { time: '10:20', act, demand, response: '当场停止并返还。', officers });
  await town.act(URAD.drafter, CASE, 'visit', id, { place: '嘎查委员会', record: '走访牧民两户，了解罚款情况。' });
};

const suspended: Story = async function* (town) {
  yield town.day(-48);
  const id = await open(town, CITY.drafter, clue(town, '市城管局', '行政复议正在审查的处罚', { source: 'review' }));
  yield* filed(town, CITY, id, -46);
  yield town.day(-42);
  await town.act(CITY.deputy, CASE, 'suspend', id, { reason: '同一行为正在行政复议，等待复议决定。' });
};

const awaitingDocument: Story = async function* (town) {
  yield town.day(-25);
  const id = await open(town, LINHE.drafter, clue(town, '临河自然资源局', '公开文本含有身份证号码', { head: '8(12)' }));
  yield* filed(town, LINHE, id, -24);
  await town.act(LINHE.drafter, CASE, 'ask-statement', id, { matters: '说明公开前的审核', due: town.day(-15) });
  yield town.day(-14);
  await town.act(LINHE.drafter, CASE, 'record-statement', id, { received: true, words: '承认公开前未作处理。' });
  const problem = { head: '8(12)', facts: '公开文本含有身份证号码。', norm: '公开的文本不得含有个人信息。', evidence: '1' };
  yield town.day(-4);
  await town.act(LINHE.drafter, CASE, 'establish', id, { problems: [problem], reasons: '书面说明自认。' });
};

const notFounded: Story = async function* (town) {
  yield town.day(-65);
  const id = await open(
    town,
    CITY.drafter,
    clue(town, '市气象局', '媒体反映的检查频次', { source: 'media', head: '8(10)', basis: '《中华人民共和国行政处罚法》第七十五条' }),
  );
  await town.act(CITY.drafter, CASE, 'propose-filing', id, { opinion: '建议立案核实。' });
  yield town.day(-63);
  const handlers = [town.officer(CITY.drafter), town.officer(CITY.second)];
  await town.act(CITY.head, CASE, 'file', id, { handlers, opinion: '同意。' });
  yield town.day(-50);
  await town.act(CITY.deputy, CASE, 'no-problem', id, { reason: '检查次数在年度计划之内。', guidance: '建议公布检查计划。' });
};

const declined: Story = async function* (town) {
  yield town.day(-33);
  const id = await open(town, CITY.drafter, clue(town, '市住建局', '对民事合同的投诉', { source: 'complaint', head: '8(14)' }));
  yield town.day(-31);
  await town.act(CITY.deputy, CASE, 'decline', id, { reason: '属于民事争议，已告知投诉人另行解决。' });
};
const reassigned: Story = async function* (town) {
  yield town.day(-7);
  const id = await open(town, CITY.drafter, clue(town, '乌中农牧局', '旗级部门的处罚时效', { source: 'partner', partner: '24(6)' }));
  yield town.day(-6);
  await town.act(CITY.deputy, CASE, 'reassign', id, { to: town.unit('乌中司法局'), reason: '由旗司法局办理更为适宜。' });
};

const petition = (town: Town, unit: string, bureau: string): Input => ({
  ...{ subject: '镇执法队现场检查不规范', unit: town.unit(unit), head: '8(13)', suggested: 'notice' },
  ...{ facts: '日常监督中发现镇综合行政执法队现场检查未出示证件。', bureau: town.unit(bureau) },
});

/** A 司法所 asks, only the banner's bureau answers with a document (细则 23). */
const petitionAccepted: Story = async function* (town) {
  yield town.day(-34);
  const { matterId: id } = await town.act('lh-ls-sfs', CASE, 'petition', null, petition(town, '临河狼山镇', '临河司法局'));
  yield town.day(-32);
  await town.act(LINHE.drafter, CASE, 'accept-petition', id, { answer: '线索属实，接受提请。' });
  yield* filed(town, LINHE, id, -31);
  await town.act(LINHE.drafter, CASE, 'ask-statement', id, { matters: '说明检查情况', due: town.day(-25) });
  yield town.day(-24);
  await town.act(LINHE.drafter, CASE, 'record-statement', id, { received: true, words: '承认未出示证件。' });
  const problem = { head: '8(13)', facts: '现场检查未出示行政执法证。', norm: '执法时应当主动出示执法证件。', evidence: '1' };
  await town.act(LINHE.drafter, CASE, 'establish', id, { problems: [problem], reasons: '自认属实。' });
  const wanting = { facts: problem.facts, norm: problem.norm, demand: '组织培训，规范亮证执法。', caseNo: 1 };
  const more = { type: 'notice', fromCase: id, concerned: town.unit('临河狼山镇执法队'), copies: [town.unit('临河狼山镇执法队')] };
  yield* served(town, LINHE, draftTo(town, LINHE, '临河狼山镇', '亮证执法', [wanting], more), -20);
};

const petitionReturned: Story = async function* (town) {
  yield town.day(-28);
  const { matterId: id } = await town.act('wz-hl-sfs', CASE, 'petition', null, petition(town, '乌中呼勒斯太苏木', '乌中司法局'));
  yield town.day(-26);
  await town.act(URAD.drafter, CASE, 'return-petition', id, { reason: '未附检查时间和见证人，补充后再行提请。' });
};
const petitionWaiting: Story = async function* (town) {
  yield town.day(-1);
  await town.act('lh-ls-sfs', CASE, 'petition', null, petition(town, '临河狼山镇', '临河司法局'));
};

export const CASE_STORIES: readonly Story[] = [
  everyMeans,
  fromFindings,
  triage,
  awaitingFiling,
  underInquiry,
  suspended,
  awaitingDocument,
  notFounded,
  declined,
  reassigned,
  petitionAccepted,
  petitionReturned,
  petitionWaiting,
];
