/** One column of the layout. */
export type LayoutColumn = {
  /** Field code of the 2018 form; null for columns beyond it. */
  readonly code: string | null;
  readonly title: string;
  /** key: without it no decision can be told apart, the row is refused. form: the form asks for it, its absence is noted. */
  readonly need: 'key' | 'form' | 'optional';
  /** Length that the form gives to the field; longer text is kept and noted. */
  readonly max: number;
  /** Other usual writings, as `normaliseTitle` leaves them (in the tables below parted by spaces). */
  readonly also: readonly string[];
};

function col(code: string | null, title: string, need: LayoutColumn['need'], max: number, also = ''): LayoutColumn {
  return { code, title, need, max, also: also.split(' ').filter(Boolean) };
}

/** 双公示 2018, columns 1 to 30 in the order of the form (codes as working systems use them; lengths recalled). */
const FORM_2018 = {
  partyName: col(
    'CF_XDR_MC',
    '行政相对人名称',
    'key',
    200,
    '相对人名称 当事人 当事人名称 被处罚人 被处罚人名称 被处罚单位 处罚对象 行政相对人 被处罚对象名称 当事人姓名名称',
  ),
  partyKind: col('CF_XDR_LB', '行政相对人类别', 'form', 16, '相对人类别 行政相对人类型 相对人类型 当事人类型 当事人类别 主体类型'),
  partyUscc: col(
    'CF_XDR_SHXYM',
    '行政相对人代码_1(统一社会信用代码)',
    'form',
    18,
    '行政相对人代码1 行政相对人代码统一社会信用代码 行政相对人统一社会信用代码 相对人统一社会信用代码 当事人统一社会信用代码 行政相对人代码 相对人代码1 cfxdrshxydm',
  ),
  partyBusinessRegistration: col(
    'CF_XDR_GSZC',
    '行政相对人代码_2(工商注册号)',
    'optional',
    50,
    '行政相对人代码2 行政相对人代码工商注册号 工商注册号 工商登记码 行政相对人代码2工商登记码 cfxdrgsdj',
  ),
  partyOrganisationCode: col(
    'CF_XDR_ZZJG',
    '行政相对人代码_3(组织机构代码)',
    'optional',
    9,
    '行政相对人代码3 行政相对人代码组织机构代码 组织机构代码',
  ),
  partyTaxRegistration: col(
    'CF_XDR_SWDJ',
    '行政相对人代码_4(税务登记号)',
    'optional',
    15,
    '行政相对人代码4 行政相对人代码税务登记号 税务登记号',
  ),
  partyInstitutionCertificate: col(
    'CF_XDR_SYDW',
    '行政相对人代码_5(事业单位证书号)',
    'optional',
    12,
    '行政相对人代码5 行政相对人代码事业单位证书号 事业单位证书号',
  ),
  partySocialOrganisationCertificate: col(
    'CF_XDR_SHZZ',
    '行政相对人代码_6(社会组织登记证号)',
    'optional',
    50,
    '行政相对人代码6 行政相对人代码社会组织登记证号 社会组织登记证号',
  ),
  legalRepresentative: col(
    'CF_FRDB',
    '法定代表人',
    'optional',
    50,
    '法定代表人姓名 法人代表 法人代表姓名 法定代表人负责人 法人 负责人 法定代表人或负责人 负责人姓名 法定代表人负责人姓名',
  ),
  legalRepresentativeIdKind: col(
    'CF_FR_ZJLX',
    '法定代表人证件类型',
    'optional',
    64,
    '法人证件类型 法人代表证件类型 法定代表人身份证件类型',
  ),
  legalRepresentativeIdNumber: col(
    'CF_FR_ZJHM',
    '法定代表人证件号码',
    'optional',
    64,
    '法定代表人身份证号 法定代表人身份证号码 法人证件号码 法人身份证号 法定代表人证件号',
  ),
  partyIdKind: col('CF_XDR_ZJLX', '证件类型', 'optional', 64, '自然人证件类型 行政相对人证件类型 相对人证件类型 当事人证件类型'),
  partyIdNumber: col(
    'CF_XDR_ZJHM',
    '证件号码',
    'optional',
    64,
    '自然人证件号码 行政相对人证件号码 相对人证件号码 当事人证件号码 身份证号 身份证号码 自然人身份证号 居民身份证号 行政相对人代码居民身份证号',
  ),
  number: col(
    'CF_WSH',
    '行政处罚决定书文号',
    'key',
    128,
    '处罚决定书文号 决定书文号 行政处罚文号 处罚文号 文号 处罚决定文书号 行政处罚决定文书号 决定文书号 行政处罚决定书编号',
  ),
  conduct: col('CF_WFXW', '违法行为类型', 'form', 2000, '违法行为 案由 违法类型 行政处罚案由 处罚事由 案件名称'),
  facts: col('CF_SY', '违法事实', 'form', 5000, '主要违法事实 处罚事实 违法事实和证据 案件事实'),
  basis: col('CF_YJ', '处罚依据', 'form', 2048, '行政处罚依据 法律依据 处罚法律依据 行政处罚的依据'),
  penaltyKinds: col('CF_CFLB', '处罚类别', 'form', 100, '行政处罚类别 处罚种类 行政处罚种类 处罚类型 处罚类别1 cfcflb1 行政处罚类别1'),
  content: col('CF_NR', '处罚内容', 'form', 4000, '行政处罚内容 处罚结果 行政处罚结果 处罚决定内容 处罚决定'),
  fine: col('CF_NR_FK', '罚款金额(万元)', 'optional', 40, '罚款金额 罚款 处罚金额 罚款数额 罚金'),
  confiscated: col(
    'CF_NR_WFFF',
    '没收违法所得、没收非法财物的金额(万元)',
    'optional',
    40,
    '没收违法所得没收非法财物的金额 没收违法所得没收非法财物金额 没收金额 没收违法所得金额 没收违法所得',
  ),
  licence: col(
    'CF_NR_ZKDX',
    '暂扣或吊销证照名称及编号',
    'optional',
    200,
    '暂扣或者吊销证照名称及编号 暂扣吊销证照名称及编号 暂扣或吊销证照名称 吊销证照名称及编号',
  ),
  decidedOn: col(
    'CF_JDRQ',
    '处罚决定日期',
    'key',
    40,
    '行政处罚决定日期 决定日期 处罚日期 作出处罚决定日期 作出行政处罚决定日期 行政处罚日期 处罚决定时间 作出决定日期',
  ),
  validUntil: col('CF_YXQ', '处罚有效期', 'form', 40, '处罚有效期至 有效期 处罚截止日期 行政处罚有效期 处罚有效期截止'),
  publicUntil: col('CF_GSJZQ', '公示截止期', 'optional', 40, '公示截止日期 公示截止日 公示期限 公示期截止 公示结束日期 公示期至 cfgsjzrq'),
  organName: col(
    'CF_CFJG',
    '处罚机关',
    'key',
    200,
    '行政处罚机关 处罚单位 作出处罚决定机关 作出行政处罚决定机关名称 决定机关 处罚机关名称 作出处罚机关 执法机关 处罚部门 作出行政处罚的机关 作出行政处罚决定的机关名称',
  ),
  organUscc: col(
    'CF_CFJGDM',
    '处罚机关统一社会信用代码',
    'form',
    18,
    '处罚机关代码 行政处罚机关统一社会信用代码 处罚单位统一社会信用代码 决定机关统一社会信用代码 处罚机关信用代码',
  ),
  dataSourceName: col('CF_SJLY', '数据来源单位', 'form', 200, '数据来源 来源单位 数据来源单位名称 上报单位 报送单位 cflydw'),
  dataSourceUscc: col(
    'CF_SJLYDM',
    '数据来源单位统一社会信用代码',
    'form',
    18,
    '数据来源单位代码 来源单位统一社会信用代码 报送单位统一社会信用代码 cflydwdm',
  ),
  remark: col('BZ', '备注', 'optional', 4000, '备注说明 说明 cfbz'),
} as const;

/** What the rules need beyond the form. 执法证号 may stand beside the names or in a column of its own. */
const EXTENSION = {
  procedure: col(null, '程序', 'optional', 40, '处罚程序 适用程序 办案程序 程序类型 行政处罚程序 执法程序'),
  filedOn: col(null, '立案日期', 'optional', 40, '立案时间 立案审批日期'),
  actStartedOn: col(null, '违法行为发生日期', 'optional', 40, '违法行为发生日 违法行为发生时间 行为发生日期 违法发生日期 违法行为开始日期'),
  actEndedOn: col(null, '违法行为终了日期', 'optional', 40, '违法行为终了日 违法行为终了时间 行为终了日期 违法行为结束日期 违法终了日期'),
  discoveredOn: col(null, '发现日期', 'optional', 40, '发现时间 违法行为发现日期 发现违法行为日期'),
  officers: col(
    null,
    '执法人员及证号',
    'optional',
    500,
    '执法人员 执法人员姓名 执法人员姓名及证号 执法人员证号 办案人员 办案人员及证号 执法人员姓名及执法证号 执法人员及执法证号',
  ),
  officerCertificates: col(
    null,
    '执法证号',
    'optional',
    500,
    '执法证件号 行政执法证号 执法人员执法证号 执法证编号 办案人员执法证号 执法证件号码',
  ),
  servedOn: col(null, '送达日期', 'optional', 40, '送达时间 决定书送达日期 处罚决定书送达日期'),
  publishedOn: col(null, '公示日期', 'optional', 40, '公示时间 公开日期 公示开始日期 发布日期 上网公示日期'),
  recordFiledOn: col(null, '备案日期', 'optional', 40, '备案时间 重大处罚备案日期 重大行政处罚备案日期'),
  itemCode: col(null, '事项编码', 'optional', 100, '权责事项编码 处罚事项编码 职权编码 事项代码 权力编码 行政权力编码'),
  handler: col(null, '承办人', 'optional', 100, '承办人员 经办人 主办人 案件承办人'),
} as const;

/** Columns that steer the reading, and those that are known and carry nothing: our own report's, running numbers, stamps. */
const CONTROL = {
  operation: col(null, '操作类型', 'optional', 40, '操作 操作标识 数据操作类型 操作方式 数据状态标识 变更类型'),
  ignored: col(
    null,
    '序号',
    'optional',
    4000,
    '行号 原行号 更正原因 更新时间 创建时间 上传时间 填报时间 地方编码 数据更新时间 入库时间 时间戳 sjc dfbm id',
  ),
} as const;

export const LAYOUT = { ...FORM_2018, ...EXTENSION, ...CONTROL } as const satisfies Record<string, LayoutColumn>;
export type ColumnKey = keyof typeof LAYOUT;
export const COLUMN_KEYS = Object.keys(LAYOUT).filter(isColumnKey);
/** The order of the form, as an export or an empty template lists it. */
export const TEMPLATE_KEYS: readonly ColumnKey[] = COLUMN_KEYS.filter((key) => !(key in CONTROL) && key !== 'officerCertificates');

export function isColumnKey(text: string): text is ColumnKey {
  return Object.hasOwn(LAYOUT, text);
}
