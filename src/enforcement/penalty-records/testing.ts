import { usccCheckCharacter } from '#law';
import type { PenaltyRecord } from './reading/read-records.ts';

/** One decision as a departmental system sends it; an organ by its registered name. */
export function reportedDecision(organ: string, serial: number, more: PenaltyRecord = {}): PenaltyRecord {
  return {
    行政相对人名称: `演示第${serial}号商贸有限公司`,
    行政相对人类别: '法人及非法人组织',
    '行政相对人代码_1(统一社会信用代码)': syntheticCode(serial),
    法定代表人: '示某乙',
    行政处罚决定书文号: `演市监罚〔2026〕${serial}号`,
    违法行为类型: '未按规定明码标价',
    违法事实: '当事人经营场所内十五种商品没有标明价格。',
    处罚依据: '《中华人民共和国价格法》第四十二条',
    处罚类别: '罚款',
    处罚内容: '罚款人民币2000元',
    '罚款金额(万元)': '0.2',
    处罚决定日期: '2026-02-02',
    处罚有效期: '2099-12-31',
    公示截止期: '2027-02-02',
    处罚机关: organ,
    ...more,
  };
}

function syntheticCode(serial: number): string {
  const body = `91150802MA${String(serial).padStart(7, '0')}`;
  return body + (usccCheckCharacter(body) ?? '');
}
