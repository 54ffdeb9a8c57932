import type { ColumnKey } from '../layout.ts';

/** Begins the first filled cell of the row that shows how the blank form is filled in; such a row is never loaded. */
export const SAMPLE_MARK = '【示例，本行不载入】';

const SAMPLE: Partial<Readonly<Record<ColumnKey, string>>> = {
  partyName: `${SAMPLE_MARK}某某商贸有限公司`,
  partyKind: '法人及非法人组织',
  partyUscc: '91150802MA0000001B',
  legalRepresentative: '某某',
  number: '某市监罚〔2026〕1号',
  conduct: '未按规定明码标价',
  facts: '当事人于2026年1月5日在经营场所销售商品未标明价格，有现场笔录、照片为证。',
  basis: '《中华人民共和国价格法》第四十二条',
  penaltyKinds: '罚款',
  content: '罚款人民币1000元',
  fine: '0.1',
  decidedOn: '2026-02-10',
  validUntil: '2099-12-31',
  publicUntil: '2027-02-10',
  organName: '某某市场监督管理局',
  dataSourceName: '某某市场监督管理局',
  procedure: '普通程序',
  filedOn: '2026-01-08',
  actEndedOn: '2026-01-05',
  discoveredOn: '2026-01-05',
  officers: '某甲（15080000001）、某乙（15080000002）',
  servedOn: '2026-02-12',
  publishedOn: '2026-02-13',
};

/** The sample in the columns of the blank form. */
export function sampleRow(keys: readonly ColumnKey[]): readonly (string | null)[] {
  return keys.map((key) => SAMPLE[key] ?? null);
}

/** Whether a row is the sample of the blank form, told by its first filled cell, whatever has been typed over the others. */
export function isSample(firstCell: string): boolean {
  return firstCell.trimStart().startsWith(SAMPLE_MARK);
}
