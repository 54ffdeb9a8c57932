import type { LocalDate, OrganisationKind, Tier } from '#law';

export const LIST_COLUMNS = {
  list: { title: '清单', also: ['清单种类', '清单名称'], required: true },
  organisation: { title: '单位', also: ['实施主体', '责任主体', '检查主体', '制定单位', '单位名称', '单位编码'], required: true },
  code: { title: '事项编码', also: ['编码', '序号', '权力编码'], required: true },
  name: { title: '事项名称', also: ['名称', '检查项目', '赋权事项', '违法行为', '权力名称', '决定项目'], required: true },
  powerKind: { title: '权力类别', also: ['权力类型', '类别', '执法类别'] },
  basis: { title: '设定依据', also: ['依据', '法律依据', '检查依据', '实施依据'], required: true },
  duty: { title: '责任事项', also: ['检查内容', '审核重点'] },
  accountability: { title: '追责情形及依据', also: ['追责情形'] },
  conditions: { title: '适用条件', also: ['适用情形', '检查方式', '审核情形'] },
  measure: { title: '配套措施', also: ['配套监管措施', '送审材料'] },
  decision: { title: '决定文号', also: ['赋权决定文号', '公布文号', '文号'] },
  publishedOn: { title: '公布日期', also: ['公布日'] },
  publishedAt: { title: '公布位置', also: ['公布网址', '公布渠道'] },
  domain: { title: '执法领域', also: ['领域', '所属领域'] },
  evaluatedOn: { title: '赋权评估日期', also: ['评估日期'] },
  post: { title: '岗位', also: ['执法岗位', '岗位名称'] },
  officer: { title: '执法人员', also: ['责任人', '执法人员姓名', '责任人员'] },
  certificate: { title: '执法证号', also: ['证号', '执法证件号', '行政执法证号'] },
  from: { title: '生效日', also: ['生效日期', '实施日期'], required: true },
  through: { title: '失效日', also: ['失效日期', '最后有效日', '废止日期'] },
} as const;
export type ListColumn = keyof typeof LIST_COLUMNS;

/** The unit behind a written code or name on a day, as far as a list must know it. */
export type ListUnit = { readonly id: string; readonly name: string; readonly kind: OrganisationKind; readonly tier: Tier };

/** Who holds a valid certificate, and in which unit. */
export type CertificateHolder = { readonly name: string; readonly organisationId: string };

export type RowCase = {
  /** The day of the load; left out where there is none to compare with. */
  readonly today?: LocalDate;
  readonly unitOf: (written: string, on: LocalDate) => ListUnit | null;
  /** The enforcement certificate of a number that is valid on a day; null: none. Asked only for 岗位职责分解. */
  readonly holderOf?: (certificate: string, on: LocalDate) => CertificateHolder | null;
  /** Names of laws in a text that had ended by a day, with the day and what stands in their place; empty: none known. */
  readonly endedBy: (text: string, on: LocalDate) => readonly string[];
};
