import type { AskedByRule } from '#law';
import { TIER_DOUBTS } from '#law/rules/Q01-kept-to-benchmark';

const TWO = 'two-officers';

/**
 * Conditions of the acts that the numbered rules ask of the whole case. Only those whose answer the rule tells of too, from what
 * the case keeps: another answer of the same condition stays a finding of its own.
 */
export const ASKED_BY_RULES: readonly AskedByRule[] = [
  { guard: '本机关具有行政处罚主体资格', rule: 'S01' },
  { guard: '执法人员不少于两人，均持有效行政执法证', code: TWO, rule: 'S09' },
  { guard: '承办人不少于两人，当日均持有效行政执法证', code: TWO, rule: 'S09' },
  { guard: '回避申请均已决定', rule: 'S11' },
  { guard: '主持人不是本案调查人员', rule: 'S12' },
  { guard: '初次从事法制审核的人员取得法律职业资格', rule: 'S13' },
  { guard: '违法行为在追责时效内', code: 'time-barred', rule: 'F01' },
  { guard: '处罚事项在本机关的清单内', code: 'not-on-list', rule: 'S02' },
  { guard: '处罚事项在本机关的清单内', code: 'not-empowered', rule: 'S07' },
  { guard: '违法行为由本机关管辖', rule: 'F02' },
  { guard: '中止、延长有法律、法规、规章依据', rule: 'F07' },
  { guard: '主动出示执法证件', rule: 'I01' },
  { guard: '笔录经签名，或者注明拒绝签名的情况', rule: 'I04' },
  { guard: '每一项事实都有查证属实的证据', rule: 'I05' },
  { guard: '电子监控经法制和技术审核，设置地点已公布，记录内容经审核', rule: 'I07' },
  { guard: '应当音像记录的环节均有记录或者说明（待核定）', rule: 'I08' },
  { guard: '陈述申辩、听证的期限已满，或者当事人书面放弃', rule: 'N01' },
  { guard: '处罚不重于事先告知', code: 'not-told', rule: 'N01' },
  { guard: '处罚不重于事先告知', code: 'heavier', rule: 'N03' },
  { guard: '不因陈述、申辩加重处罚', code: 'heavier-for-defence', rule: 'N04' },
  { guard: '陈述、申辩均已复核', rule: 'N05' },
  { guard: '较重的处罚告知要求听证的权利', rule: 'N06' },
  { guard: '举行听证的七日前通知', rule: 'N08' },
  { guard: '当事人在举行听证七个工作日前收到通知', code: 'told-late', rule: 'N08' },
  { guard: '听证公开举行', rule: 'N09' },
  { guard: '听证笔录经核对签名，或者注明拒绝签名的情况', rule: 'N09' },
  { guard: '应当法制审核的已经审核通过', rule: 'D01' },
  { guard: '不属于应当法制审核的情形', rule: 'D01' },
  { guard: '情节复杂或者重大的经负责人集体讨论', rule: 'D02' },
  { guard: '责令改正，或者写明无需责令的情况', rule: 'D06' },
  { guard: '没有责任能力的不予处罚，未成年人从轻或者减轻', rule: 'D07' },
  { guard: '不予处罚的对当事人进行教育', rule: 'D10' },
  { guard: '事项在“不予处罚”清单上的，写明不适用的理由', rule: 'Q02' },
  { guard: '罚款在法定幅度以内', rule: 'D04' },
  { guard: '从轻、减轻有法定情形或者清单、基准依据', rule: 'Q03' },
  { guard: '从轻、减轻的情形有查证属实的证据', rule: 'Q03' },
  ...TIER_DOUBTS.map((code) => ({ guard: '按裁量权基准的档次处罚，或者写明不按的理由', code, rule: 'Q01' })),
  { guard: '重大行政处罚已经报送备案', rule: 'B01' },
  { guard: '电子送达先签订确认书', rule: 'E02' },
  { guard: '其他方式无法送达的才公告送达', rule: 'E03' },
  { guard: '公告送达在其他方式无法送达之后，公告满三十日', code: 'public-first', rule: 'E03' },
  { guard: '公告送达在其他方式无法送达之后，公告满三十日', code: 'public-too-soon', rule: 'E03' },
  { guard: '当场收缴只限于法定情形', rule: 'E04' },
  { guard: '收缴不超过应缴数额', rule: 'E06' },
  { guard: '在救济期限届满之日起三个月内申请', code: 'window-closed', rule: 'E07' },
  { guard: '催告书送达十日后仍未履行', rule: 'E08' },
  { guard: '重新作出的决定不与被撤销的基本相同', rule: 'O02' },
];
