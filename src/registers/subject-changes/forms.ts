import {
  choice,
  date,
  files,
  flag,
  integer,
  LEAD_KIND_LABELS,
  longtext,
  organisation,
  QUALIFICATION_LABELS,
  RELATION_LABELS,
  rows,
  SEALING_FORMS,
  TIER_LABELS,
  text,
} from '#law';
import { CHANGE_LABELS, type ChangeType, NEW_KIND_LABELS } from './model.ts';

const optional = { required: false } as const;
const askedFor = (...is: readonly ChangeType[]) => ({ when: { field: 'change', is } });
const must = (...is: readonly ChangeType[]) => ({ when: { field: 'change', is, fill: true as const } });
const named = { ...optional, group: '更名' } as const;
const placed = { ...optional, group: '调整隶属关系', ...askedFor('move') } as const;
const split = { ...optional, group: '分设' } as const;
const RELATED = '监督、指导、委托和派驻关系';

const PART = {
  name: text('名称', { max: 100 }),
  shortName: text('简称', { max: 50 }),
  code: text('单位编码', { ...optional, max: 40 }),
  documentPrefix: text('机关代字', { ...optional, max: 10 }),
};

const BASIS = {
  basisName: text('依据文件'),
  basisNumber: text('依据文号', { max: 60 }),
  basisOn: date('依据文件日期'),
  basisFile: files('依据文件扫描件', { max: 5 }),
};
/** 设立 is applied for on a form of its own: there is no unit yet of which anything could change. */
const { establish: _, ...OF_A_UNIT } = CHANGE_LABELS;

const WANTED = {
  change: choice('变更事项', OF_A_UNIT),
  unit: organisation('变更的单位'),
  bureau: organisation('审核的司法行政部门', { hint: '本级司法行政部门；变更司法行政部门自身的，填上一级' }),
  effectiveOn: date('生效日', { hint: '自该日零时起按新的登记；不得早于依据文件的日期和上一次变更' }),
  ...BASIS,
  reason: longtext('变更事由', { max: 2000 }),
  name: text('新名称', { ...named, ...must('rename'), max: 100 }),
  shortName: text('新简称', { ...named, ...must('rename'), max: 50 }),
  documentPrefix: text('新机关代字', { ...named, ...askedFor('rename'), max: 10, hint: '不变的不填' }),
  superior: organisation('新的上级', placed),
  lineSuperior: organisation('新的条线上级', placed),
  successor: organisation('承接单位', {
    ...optional,
    ...must('merge', 'abolish'),
    group: '合并、撤销',
    hint: '继续行使职权、承接全部未办结事项的单位',
  }),
  parts: rows('分设的新单位', PART, { ...split, ...must('split'), max: 20 }),
  ends: flag('原单位不再保留', { ...askedFor('split'), hint: '勾选后由第一个新单位承接未办结事项' }),
  qualification: choice('主体资格', QUALIFICATION_LABELS, { ...optional, ...must('qualify'), group: '主体资格' }),
  relation: choice('哪一种关系', RELATION_LABELS, { ...optional, ...must('relate', 'unrelate'), group: RELATED }),
  other: organisation('关系的另一方', {
    ...optional,
    ...askedFor('relate'),
    group: RELATED,
    hint: '监督关系填司法行政部门，业务指导关系填指导部门，委托、派驻填委托机关或者派出部门；关系不变、只登记依据文件的不填',
  }),
};

const placeOf = { group: '隶属和所在地' } as const;
const NEW_UNIT = {
  bureau: organisation('审核的司法行政部门', { hint: '本级司法行政部门' }),
  effectiveOn: date('生效日', { hint: '自该日零时起按此登记；不得早于依据文件的日期' }),
  ...BASIS,
  reason: longtext('设立事由', { max: 2000 }),
  name: text('单位全称', { max: 100 }),
  shortName: text('简称', { max: 50 }),
  documentPrefix: text('机关代字', { ...optional, max: 10, hint: '自己制发文书的填写' }),
  code: text('单位编码', { ...optional, max: 40 }),
  uscc: text('统一社会信用代码', { ...optional, max: 18 }),
  kind: choice('单位类别', NEW_KIND_LABELS),
  domain: text('执法领域', { ...optional, max: 50 }),
  powers: longtext('职权依据', { max: 3000, hint: '法律、法规、规章的条款或者三定规定；受委托组织写明以谁的名义执法' }),
  tier: choice('层级', TIER_LABELS, placeOf),
  regionCode: text('区划代码', { ...placeOf, max: 12, hint: '6位区划代码、9位乡级代码或者管委会代码（如1508A1）' }),
  superior: organisation('隶属的上级', placeOf),
  lineSuperior: organisation('条线上级', { ...placeOf, ...optional }),
  answersThrough: organisation('委托或者派出的部门', {
    ...placeOf,
    ...optional,
    fillWhen: { field: 'kind', is: ['delegate', 'stationed'] },
    hint: '受委托组织填委托机关，派驻执法队伍填派出部门',
  }),
  leadKind: choice('领导体制', LEAD_KIND_LABELS, placeOf),
  leadBasis: text('领导体制依据', {
    ...placeOf,
    ...optional,
    fillWhen: { field: 'leadKind', is: ['vertical', 'dual'] },
    hint: '垂直管理、双重领导的写明依据文件，不凭名称推断',
  }),
};

/** What each act of a change of a subject asks for. */
export const FORMS = {
  apply: WANTED,
  'apply-new': NEW_UNIT,
  resubmit: WANTED,
  'resubmit-new': NEW_UNIT,
  review: { government: organisation('报批的人民政府', { hint: '本级人民政府' }), opinion: longtext('审核意见', { max: 2000 }) },
  return: { reason: longtext('退回补正的内容', { max: 2000 }) },
  refuse: { reason: longtext('不予确认的理由', { max: 2000 }) },
  approve: {
    number: text('批准文号', { max: 60 }),
    on: date('批准日期'),
    paper: files('批准文件', { ...optional, max: 3, hint: '由司法行政部门登记批准的，须上传批准文件' }),
  },
  sign: { contact: text('联系人和电话', { max: 100 }) },
  ...SEALING_FORMS,
  publish: { channel: text('公告载体', { hint: '政府网站、公报或者公告栏；网上公告的填网址' }) },
  withdraw: { reason: longtext('撤回理由', { max: 2000 }) },
  register: {},
  'hand-over': {
    words: longtext('交接情况', { max: 2000, hint: '印章、档案、人员、资产的交接' }),
    papers: files('交接清单', { ...optional, max: 10 }),
  },
  'take-effect': {},
  finish: { passed: integer('移交的事项数', { min: 0, max: 10_000_000 }) },
};
export type Forms = typeof FORMS;
