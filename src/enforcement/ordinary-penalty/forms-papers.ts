import { choice, date, files, integer, longtext, persons, rows, text } from '#law';
import { SAMPLE_END_LABELS } from './model-custody.ts';
import { TERMINATION_LABELS } from './model-inquiry.ts';

const optional = { required: false } as const;
const SAMPLE = {
  name: text('样品名称'),
  batch: text('生产日期、批号', { ...optional, max: 100 }),
  base: text('抽样基数', { ...optional, max: 60 }),
  quantity: text('抽样数量', { max: 60 }),
};
const ENDED = {
  no: integer('样品序号', { min: 1, max: 5000 }),
  how: choice('处理', SAMPLE_END_LABELS),
  to: text('接收人', { ...optional, max: 60, hint: '退还当事人的填“当事人”，不写姓名' }),
};
const OBJECT = { name: text('物品、材料名称'), quantity: text('数量', { max: 100 }) };

/** What the acts ask for that make papers beside the main line. */
export const PAPER_FORMS = {
  sample: {
    reason: longtext('抽样取证的理由', { max: 1000 }),
    place: text('抽样地点'),
    method: text('抽样方法', { hint: '例如：随机抽取' }),
    samples: rows('样品', SAMPLE, { max: 100 }),
    sealing: text('封样情况', { hint: '封样人、封条编号、备份样品的存放' }),
    keptAt: text('样品的存放地点', { ...optional, hint: '由本机关保管的填写，进入涉案财物台账；直接送检的不填' }),
    keeper: text('样品的保管人', { ...optional, hint: '由本机关保管的填写' }),
    officers: persons('执法人员', 'officers', { hint: '不少于两人，持有效行政执法证' }),
    unsigned: text('当事人不在场、拒绝签名的说明', optional),
    papers: files('签名的凭证、照片', optional),
  },
  'settle-sample': {
    result: longtext('检验（检测）结论', { max: 2000, hint: '没有送检的，写明原因' }),
    samples: rows('处理的样品', ENDED, { max: 100, hint: '先列出尚未处理的样品；这次不处理的，删去' }),
    reason: longtext('处理的依据和经过', { max: 1000 }),
    papers: files('检验报告、退还签收、销毁记录', optional),
  },
  'entrust-appraisal': {
    institution: text('受委托的鉴定（检测、检验）机构'),
    qualification: text('机构、人员的资质', { hint: '资质证书名称和编号' }),
    objects: rows('送交鉴定的物品、材料', OBJECT, { max: 100 }),
    questions: longtext('鉴定事项和要求', { max: 3000 }),
    by: date('提交鉴定意见的日期', optional),
    contact: text('联系人、联系电话'),
  },
  'announce-hearing': { where: text('公告的场所、网址'), contact: text('联系人、联系电话') },
  'report-hearing': {
    facts: longtext('听证的基本情况和双方意见', { max: 5000 }),
    opinion: longtext('听证主持人的意见和理由', { max: 3000 }),
  },
  terminate: {
    cause: choice('终止的情形', TERMINATION_LABELS),
    basis: text('依据', { ...optional, hint: '选“其他情形”的，写明法律、法规、规章的名称和条文' }),
    reason: longtext('查明的情况', { max: 3000 }),
    papers: files('证明材料', { hint: '死亡证明、注销登记等' }),
  },
};
