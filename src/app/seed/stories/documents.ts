import { addDays, isWorkingDay, type LocalDate } from '#law';
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
  served,
  signed,
  URAD,
  upToReview,
  upToSignature,
  type Wanting,
} from './letters.ts';

/** The period of 细则 22¶1, from which the receipt is counted back. */
const PERIOD = 30;

const LATE_PUBLICITY: Wanting = {
  facts: '部分行政处罚决定作出后超过七个工作日公示，其中两件至检查时尚未公示。',
  norm: '行政处罚决定应当依法及时向社会公开。',
  demand: '补充公示，查明原因，完善公示流程。',
};
const NO_HEARD: Wanting = {
  facts: '三份案卷未见告知当事人陈述、申辩权利的记录。',
  norm: '作出行政处罚决定之前应当告知当事人依法享有的权利。',
  demand: '逐件核对，未告知的依法自行纠正。',
};
const NO_RECORD: Wanting = {
  facts: '现场检查未制作音像记录，案卷缺检查通知。',
  norm: '行政执法应当全过程记录。',
  demand: '补正案卷，配齐记录设备并组织培训。',
};

/** The day of receipt whose period ends so many days from the anchor. */
const dueIn = (town: Town, days: number): LocalDate => addDays(town.world.anchor, days - PERIOD);

/** The day of receipt whose period has ended on the last working day before the anchor. */
function dueJustOver(town: Town): LocalDate {
  const { calendar } = town.opened.platform.law();
  let due = addDays(town.world.anchor, -1);
  while (isWorkingDay(calendar, due) === false) due = addDays(due, -1);
  return addDays(due, -PERIOD);
}

const tenDaysLeft: Story = async function* (town) {
  const draft = draftTo(town, LINHE, '临河自然资源局', '用地处罚案卷', [NO_HEARD, NO_RECORD]);
  const id = yield* received(town, LINHE, draft, 'lh-zrzy', dueIn(town, 10));
  await assigned(town, 'lh-zrzy', id);
};

const fiveDaysLeft: Story = async function* (town) {
  const draft = draftTo(town, CITY, '市交通局', '超限运输处罚程序', [LATE_PUBLICITY, NO_RECORD]);
  const id = yield* received(town, CITY, draft, 'jt', dueIn(town, 5));
  yield town.day(-20);
  await assigned(town, 'jt', id);
  yield town.day(-6);
  const first = await dealtWith(town, 'jt', 1, town.day(-6));
  await town.act('jt-cb1', DOCUMENT, 'handle', id, { results: [first] as never });
};

const oneDayLeft: Story = async function* (town) {
  const draft = draftTo(town, URAD, '乌中农牧局', '农药经营处罚案卷', [NO_HEARD, LATE_PUBLICITY], { type: 'notice' });
  const id = yield* received(town, URAD, draft, 'wz-nm', dueIn(town, 1));
  yield town.day(-22);
  await assigned(town, 'wz-nm', id);
  yield town.day(-3);
  const on = town.day(-3);
  const results = [await dealtWith(town, 'wz-nm', 1, on, { way: 'revoke' }), await dealtWith(town, 'wz-nm', 2, on)];
  await handled(town, 'wz-nm', id, results, '两项问题均已处理，附证明材料。');
};

const justOverdue: Story = async function* (town) {
  const draft = draftTo(town, CITY, '市文旅局', '网吧处罚公示', [LATE_PUBLICITY]);
  const id = yield* received(town, CITY, draft, 'wl', dueJustOver(town));
  yield town.day(-20);
  await assigned(town, 'wl', id);
};

/** Reported in time, and one problem not dealt with: the period runs on and ends (细则 22¶2). */
const reportedUnhandled: Story = async function* (town) {
  const draft = draftTo(town, CITY, '市农牧局', '执法人员资格', [NO_RECORD, NO_HEARD]);
  const id = yield* received(town, CITY, draft, 'nm', addDays(town.world.anchor, -40));
  await assigned(town, 'nm', id);
  yield town.day(-18);
  const results = [
    await dealtWith(town, 'nm', 1, town.day(-18)),
    { no: 2, result: 'undone', reason: '当事人下落不明，尚未送达更正决定。' },
  ];
  await handled(town, 'nm', id, results, '第一项已处理，第二项未处理。');
  await reported(town, 'nm', id);
};

const returnedOnce: Story = async function* (town) {
  const draft = draftTo(town, LINHE, '临河城管局', '占道处罚案卷', [NO_HEARD, LATE_PUBLICITY]);
  const id = yield* received(town, LINHE, draft, 'lh-cg', addDays(town.world.anchor, -22));
  await assigned(town, 'lh-cg', id);
  yield town.day(-13);
  const on = town.day(-13);
  const results = [await dealtWith(town, 'lh-cg', 1, on, { way: 'revoke' }), await dealtWith(town, 'lh-cg', 2, on)];
  await handled(town, 'lh-cg', id, results, '均已处理。');
  await reported(town, 'lh-cg', id);
  yield town.day(-9);
  const checks = [
    { no: 1, outcome: 'passed', opinion: '撤销决定和送达回证齐全。' },
    { no: 2, outcome: 'failed', opinion: '公示仍缺两件。' },
  ];
  await town.act(LINHE.drafter, DOCUMENT, 'verify', id, { results: checks, onSite: false });
  await town.act(LINHE.drafter, DOCUMENT, 'return-report', id, { reason: '第二项公示仍缺两件，请补齐后再次报告。' });
};

/** Overdue, then done: the record of the delay stays (细则 22¶2). */
const closedLate: Story = async function* (town) {
  const draft = draftTo(town, CITY, '市城管局', '渣土运输处罚', [NO_RECORD]);
  const id = yield* received(town, CITY, draft, 'cg', addDays(town.world.anchor, -88));
  await assigned(town, 'cg', id);
  yield town.day(-45);
  if (!(await town.is(id, 'lapsed'))) return;
  const done = await dealtWith(town, 'cg', 1, town.day(-46), { by: 'cg-jz' });
  await town.act('cg-jz', DOCUMENT, 'late-report', id, { results: [done] as never, summary: '因人员调整延误，现已处理完毕。' });
  yield town.day(-40);
  await town.act(CITY.drafter, DOCUMENT, 'verify', id, { results: [{ no: 1, outcome: 'passed' }], onSite: false });
  await town.act(CITY.deputy, DOCUMENT, 'close-late', id, { reason: '逾期后已全部处理，未造成后果，不再采取处理措施。' });
};

/** Overdue and not done: the bureau's own decision, on its way to being performed. */
const measuresTaken: Story = async function* (town) {
  const draft = draftTo(town, CITY, '市卫健委', '医疗废物处罚程序', [NO_HEARD]);
  const id = yield* received(town, CITY, draft, 'wj', addDays(town.world.anchor, -80));
  yield town.day(-35);
  if (!(await town.is(id, 'lapsed'))) return;
  const content = '责令自收到本决定书之日起补正案卷并书面报告。';
  await town.act(CITY.head, DOCUMENT, 'take-measures', id, { measure: 'correct', ground: 'not-handled', content });
  await town.act(CITY.sealer, DOCUMENT, 'seal', id);
  await town.act(CITY.drafter, DOCUMENT, 'serve', id);
  yield town.day(-33);
  await town.act('wj-sw', DOCUMENT, 'receive', id);
};

const withdrawn: Story = async function* (town) {
  const draft = draftTo(town, CITY, '市自然资源局', '砂石开采处罚', [NO_RECORD]);
  const id = yield* signed(town, CITY, draft, -26);
  yield town.day(-24);
  await town.act(CITY.deputy, DOCUMENT, 'withdraw', id, { reason: '用印前发现所引案卷不属于该单位，撤回重新核对。' });
};

const VERTICAL = { basisLevel: 'law', basis: '《中华人民共和国行政处罚法》第七十五条' } as const;

const letterOfInquiry: Story = async function* (town) {
  const draft = draftTo(town, CITY, '市税务局', '税务处罚公示情况', [LATE_PUBLICITY], { ...VERTICAL, type: 'inquiry' });
  const id = yield* served(town, CITY, draft, -30, CITY.head);
  yield town.day(-27);
  await town.act('shuiwu-sw', DOCUMENT, 'receive', id);
  yield town.day(-10);
  await town.act('shuiwu-sw', DOCUMENT, 'answer', id, { words: '经核实，所列决定已全部补充公示，情况见附件。' });
};

/** To the superior of a dual-led unit, which has no account here: served on paper. */
const letterToSuperior: Story = async function* (town) {
  const more = { ...VERTICAL, type: 'notification', concerned: town.unit('市气象局') };
  const draft = draftTo(town, CITY, '内蒙古自治区气象局', '施放气球处罚程序', [NO_HEARD], more);
  const id = yield* served(town, CITY, draft, -15, CITY.head);
  yield town.day(-11);
  const slip = [await town.upload(CITY.drafter, '送达回证.pdf')];
  await town.act(CITY.drafter, DOCUMENT, 'serve-on-paper', id, { mode: 'mail', receiver: '办公室', slip });
};

const awaitingReceipt: Story = async function* (town) {
  yield* served(town, CITY, draftTo(town, CITY, '市人社局', '劳动监察处罚时效', [NO_HEARD]), -3);
};
const awaitingReview: Story = async function* (town) {
  yield* upToReview(town, LINHE, draftTo(town, LINHE, '临河自然资源局', '砂石案件公示', [LATE_PUBLICITY]), -2);
};
const awaitingSignature: Story = async function* (town) {
  yield* upToSignature(town, CITY, draftTo(town, CITY, '市生态环境局', '噪声案件法律适用', [NO_RECORD]), -1);
};
const awaitingSeal: Story = async function* (town) {
  yield* signed(town, URAD, draftTo(town, URAD, '乌中林草局', '草原案件公示期限', [LATE_PUBLICITY]), -3);
};
const aDraft: Story = async function* (town) {
  yield town.day(-1);
  await town.act(LINHE.drafter, DOCUMENT, 'draft', null, draftTo(town, LINHE, '临河城管局', '养犬处罚依据', [NO_HEARD]));
};

export const DOCUMENT_STORIES: readonly Story[] = [
  tenDaysLeft,
  fiveDaysLeft,
  oneDayLeft,
  justOverdue,
  reportedUnhandled,
  returnedOnce,
  closedLate,
  measuresTaken,
  withdrawn,
  letterOfInquiry,
  letterToSuperior,
  awaitingReceipt,
  awaitingReview,
  awaitingSignature,
  awaitingSeal,
  aDraft,
];
