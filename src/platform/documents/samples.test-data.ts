import { localDate, type OfficialDocument } from '#law';

const BUREAU = '巴彦淖尔市司法局（演示）';
const UNIT = '临河区市场监督管理局（演示）';

const PROBLEMS = [
  ['未在作出处罚决定前告知当事人陈述、申辩权利', '《中华人民共和国行政处罚法》第四十四条', '自行撤销或者变更处罚决定，告知当事人'],
  ['现场检查笔录仅有一名执法人员签名', '《中华人民共和国行政处罚法》第四十二条第一款', '补正程序，不能补正的自行撤销'],
  [
    '较大数额罚款未经法制审核即作出决定，且负责人集体讨论记录中没有审核意见的记载',
    '《中华人民共和国行政处罚法》第五十八条第一款',
    '补充法制审核；审核认为违法的自行撤销，罚款依法退还',
  ],
  ['处罚决定书送达超过七日', '《中华人民共和国行政处罚法》第六十一条第一款', '完善送达制度，书面说明原因'],
] as const;

const problemRows = Array.from({ length: 30 }, (_, i) => {
  const [problem, basis, demand] = PROBLEMS[i % PROBLEMS.length] ?? PROBLEMS[0];
  return [String(i + 1), `临市监处罚〔2026〕${i + 1}号`, problem, basis, demand];
});

/** 意见书 with an annexed list of thirty problems that runs over several pages. */
export const opinionWithProblems: OfficialDocument = {
  layout: 'letter',
  issuer: BUREAU,
  number: '巴司执监意〔2026〕3号',
  title: '行政执法监督意见书',
  addressee: UNIT,
  body: [
    {
      kind: 'paragraph',
      text: '我局于2026年2月9日至2月13日对你单位2025年度作出的行政处罚案件开展了监督检查，随机抽取案卷60件，发现30件案卷存在程序、证据和送达方面的问题（详见附件）。现将有关情况和意见函告如下。',
    },
    { kind: 'heading', text: '一、查明的事实' },
    {
      kind: 'paragraph',
      text: '经查阅案卷、询问承办人员和听取你单位书面说明，查明：8件案件未在作出处罚决定前告知当事人陈述、申辩权利；8件案件的现场检查笔录仅有一名执法人员签名；7件较大数额罚款案件未经法制审核即作出决定；7件案件的处罚决定书送达超过七日。你单位于2026年2月20日提交书面说明，对上述事实无异议。承办人淏、喆、昇、堃、翀五人的说明附卷。',
    },
    { kind: 'heading', text: '二、违反的规定' },
    {
      kind: 'paragraph',
      text: '上述行为不符合《中华人民共和国行政处罚法》第四十二条第一款、第四十四条、第五十八条第一款、第六十一条第一款的规定。',
    },
    { kind: 'heading', text: '三、整改要求' },
    { kind: 'heading', text: '（一）逐件处理', level: 2 },
    {
      kind: 'paragraph',
      text: '对附件所列30件案件逐件研究，依法撤销、变更、补正或者履行，并将处理结果告知当事人；应当退还罚没款的及时退还。',
    },
    { kind: 'heading', text: '（二）完善制度', level: 2 },
    { kind: 'paragraph', text: '健全法制审核和送达管理制度，组织执法人员学习，防止同类问题再次发生。' },
    {
      kind: 'paragraph',
      text: '根据《巴彦淖尔市行政执法协调监督实施细则》第二十二条第一款，请你单位自收到本意见书之日起三十日内将处理结果书面报告我局。',
    },
  ],
  annexes: [
    {
      title: '行政执法监督问题清单',
      body: [
        {
          kind: 'table',
          columns: [
            { title: '序号', share: 6, align: 'center' },
            { title: '案件文号', share: 20 },
            { title: '存在的问题', share: 30 },
            { title: '违反的规定', share: 24 },
            { title: '整改要求', share: 24 },
          ],
          rows: problemRows,
        },
      ],
    },
  ],
  signature: { organisation: BUREAU, on: localDate('2026-03-02') },
  handlers: [
    { name: '监督员甲', certificate: '15080026001' },
    { name: '监督员乙', certificate: '15080026002' },
  ],
  contact: '行政执法协调监督科　0478-0000000',
  copies: ['临河区人民政府', '临河区司法局', '巴彦淖尔市市场监督管理局'],
  verifyCode: 'K7QF-3M2X-9TVB',
  receiptBox: true,
  demonstration: true,
};

/** 审批表: a form of fields and opinions, some still to be written by hand. */
export const approvalForm: OfficialDocument = {
  layout: 'form',
  issuer: BUREAU,
  number: '巴司执监立〔2026〕12号',
  title: '行政执法监督立案（线索）审批表',
  addressee: null,
  body: [
    {
      kind: 'fields',
      rows: [
        { label: '线索来源', value: '投诉举报' },
        { label: '线索编号', value: '2026-0037' },
        { label: '被监督单位', value: UNIT },
        { label: '统一社会信用代码', value: '11150802MB1234567A', wide: true },
        { label: '执法行为', value: '行政处罚' },
        { label: '监督领域', value: '市场监管' },
        {
          label: '基本情况',
          value:
            '举报人反映，该单位2026年1月对其经营的小食品店作出罚款6000元的处罚，作出决定前没有告知拟处罚的内容和陈述、申辩的权利，也没有听取其意见。',
          wide: true,
        },
      ],
    },
    {
      kind: 'opinion',
      label: '承办人意见',
      text: '线索明确，属于本机关监督范围，建议立案调查。',
      name: '监督员甲',
      on: localDate('2026-02-03'),
    },
    { kind: 'opinion', label: '承办机构意见', text: '同意承办人意见。', name: '科长丙', on: localDate('2026-02-04') },
    { kind: 'opinion', label: '分管领导意见', text: '', name: '', on: null },
  ],
  annexes: [],
  signature: null,
  handlers: [],
  contact: null,
  copies: [],
  verifyCode: null,
  receiptBox: false,
  demonstration: true,
};

/** 送达回证 of the opinion above. */
export const serviceReceipt: OfficialDocument = {
  layout: 'form',
  issuer: BUREAU,
  number: null,
  title: '送达回证',
  addressee: null,
  body: [
    {
      kind: 'fields',
      rows: [
        { label: '受送达人', value: UNIT, wide: true },
        { label: '送达文书', value: '行政执法监督意见书（巴司执监意〔2026〕3号）及附件', wide: true },
        { label: '送达地点', value: '临河区市场监督管理局收发室', wide: true },
        { label: '送达方式', value: '直接送达' },
        { label: '送达人', value: '监督员甲、监督员乙' },
        { label: '收到时间', value: '　　年　　月　　日　　时', wide: true },
        { label: '收件人签名', value: '\n\n', wide: true },
        { label: '备　　注', value: '\n\n\n', wide: true },
      ],
    },
  ],
  annexes: [],
  signature: { organisation: BUREAU, on: localDate('2026-03-03') },
  handlers: [],
  contact: null,
  copies: [],
  verifyCode: null,
  receiptBox: false,
  demonstration: true,
};
