import { CERTIFICATE_KIND_LABELS, choice, date, files, longtext, organisation, text } from '#law';
import { AFFAIR_LABELS, type Affair, FAVOUR_LABELS } from './model.ts';

const optional = { required: false } as const;

const CARD = {
  unit: organisation('持证人所在单位'),
  bureau: organisation('审核的司法行政部门', { hint: '本级司法行政部门' }),
  kind: choice('证件类别', CERTIFICATE_KIND_LABELS),
  name: text('姓名', { max: 50 }),
};
const { issue: _issue, ...ABOUT_A_CARD } = AFFAIR_LABELS;
const onlyFor = (is: readonly Affair[]) => ({ ...optional, when: { field: 'affair', is, fill: true } }) as const;
const approved = { ...optional, when: { field: 'favour', is: ['approved'] } } as const;
const NUMBER = text('证件号', { ...onlyFor(Object.keys(ABOUT_A_CARD) as Affair[]), max: 40, hint: '按证件填写' });
const PERSON = text('人员编号', { ...optional, max: 40, hint: '单位内有同名人员的必须填写' });

const APPLICATION = {
  affair: choice('办理事项', AFFAIR_LABELS),
  ...CARD,
  number: NUMBER,
  person: PERSON,
  post: text('职务或者岗位', { ...optional, max: 100 }),
  domains: text('执法领域', { ...optional, max: 200, hint: '多个领域用顿号隔开' }),
  qualification: longtext('资格条件', {
    ...onlyFor(['issue', 'registration', 'exchange']),
    max: 2000,
    hint: '在编在岗、培训、考试和履职情况',
  }),
  lostOn: date('遗失日期', onlyFor(['loss'])),
  reason: longtext('事由', { max: 2000 }),
  photo: files('照片', { ...optional, max: 1, hint: '近期免冠照片，JPG 或者 PNG，不超过 300 KB；公众核对证件时可见' }),
  proof: files('证明材料', { ...optional, max: 10, hint: '考试成绩、调离或者退休文件、处理决定等' }),
};

const { suspension, revocation, cancellation } = AFFAIR_LABELS;
const FROM = { max: 60 } as const;

/** What each act of an affair of certificates asks for. */
export const FORMS = {
  apply: APPLICATION,
  resubmit: APPLICATION,
  remind: {
    affair: choice('办理事项', { registration: AFFAIR_LABELS.registration, exchange: AFFAIR_LABELS.exchange }),
    ...CARD,
    number: text('证件号', { max: 40 }),
    since: date('起算日'),
    due: date('到期日'),
  },
  'record-decision': {
    affair: choice('自治区的决定', { suspension, revocation, cancellation }),
    unit: CARD.unit,
    kind: CARD.kind,
    name: CARD.name,
    number: text('证件号', { max: 40 }),
    paper: text('决定文号', FROM),
    from: date('自何日起'),
    reason: longtext('事由', { max: 2000 }),
    scan: files('决定扫描件', { max: 5 }),
  },
  file: {
    qualification: longtext('核查情况', { max: 2000, hint: '在编在岗、培训、履职和奖惩情况' }),
    photo: files('照片', { ...optional, max: 1 }),
    proof: files('证明材料', { ...optional, max: 10 }),
  },
  return: { reason: longtext('退回补正的内容', { max: 2000 }) },
  refuse: { reason: longtext('不予办理的理由', { max: 2000 }) },
  declare: {
    // 令96 第十四条 is known from an excerpt, and whether it still stands is not: it is told as 待核定 and cited nowhere.
    on: date('声明作废日期', { hint: '自该日起作废（内蒙古自治区行政执法证件管理办法第十四条，待核定）' }),
    channel: text('登报声明的报刊', { hint: '报刊名称和期号' }),
    proof: files('声明', { max: 3 }),
  },
  review: {
    opinion: longtext('审核意见', { max: 2000 }),
    forwarder: organisation('上报的市司法行政部门', { hint: '汇总后报自治区的市级司法行政部门' }),
  },
  forward: { paper: text('上报文号', FROM), letter: files('上报文件', { ...optional, max: 3 }) },
  answer: {
    favour: choice('自治区的答复', FAVOUR_LABELS),
    paper: text('答复文号', FROM),
    from: date('自何日起', { ...approved, hint: '新证的生效日、注册日期，或者暂扣、吊销、注销之日' }),
    number: text('新证证件号', { ...approved, max: 40, hint: '申领、换证、补证填写' }),
    through: date('新证有效期至', { ...approved, hint: '最后有效日' }),
    scan: files('答复扫描件', { ...optional, max: 5 }),
  },
  restore: { paper: text('决定文号', FROM), from: date('自何日起恢复'), scan: files('决定扫描件', { ...optional, max: 5 }) },
  revoke: { paper: text('决定文号', FROM), from: date('自何日起吊销'), scan: files('决定扫描件', { ...optional, max: 5 }) },
  collect: { on: date('收缴日期'), words: longtext('收缴情况', { max: 1000 }) },
  'register-shows': { shown: text('名录的登记', { max: 300 }) },
  withdraw: { reason: longtext('撤回理由', { max: 2000 }) },
};
export type Forms = typeof FORMS;
