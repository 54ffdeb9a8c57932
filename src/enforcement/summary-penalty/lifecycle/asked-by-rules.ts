import type { AskedByRule } from '#law';
import { TIER_DOUBTS } from '#law/rules/Q01-kept-to-benchmark';

/** Conditions of the acts that the numbered rules ask of the whole case, as far as the rule tells of the same from what the case keeps. */
export const ASKED_BY_RULES: readonly AskedByRule[] = [
  { guard: '本机关具有行政处罚主体资格', rule: 'S01' },
  { guard: '执法人员不少于两人，均持有效行政执法证', code: 'two-officers', rule: 'S09' },
  { guard: '处罚事项在本机关的清单内', code: 'not-on-list', rule: 'S02' },
  { guard: '处罚事项在本机关的清单内', code: 'not-empowered', rule: 'S07' },
  { guard: '已出示行政执法证件', rule: 'I01' },
  { guard: '电子监控经法制和技术审核，设置地点已公布，记录内容经审核', rule: 'I07' },
  { guard: '应当音像记录的环节均有记录或者说明（待核定）', rule: 'I08' },
  { guard: '已告知处罚内容及事实、理由、依据和权利', rule: 'N02' },
  { guard: '陈述、申辩经复核', rule: 'N05' },
  { guard: '不因陈述、申辩给予更重的处罚', rule: 'N04' },
  { guard: '处罚不重于事先告知', rule: 'N03' },
  { guard: '处罚在当场决定的种类和数额以内', code: 'over-limit', rule: 'D08' },
  { guard: '当事人已满十四周岁；未满十八周岁的从轻或者减轻', rule: 'D07' },
  { guard: '不予处罚的对当事人进行教育', rule: 'D10' },
  { guard: '事项在“不予处罚”清单上的，写明不适用的理由', rule: 'Q02' },
  { guard: '罚款在法定幅度以内', rule: 'D04' },
  { guard: '从轻、减轻有法定情形或者清单、基准依据', rule: 'Q03' },
  ...TIER_DOUBTS.map((code) => ({ guard: '按裁量权基准的档次处罚，或者写明不按的理由', code, rule: 'Q01' })),
  { guard: '属于可以当场收缴的情形', rule: 'E04' },
  { guard: '加处罚款不超过罚款数额，且在缴款期限届满以后', rule: 'E06' },
  { guard: '电子送达先签订确认书', rule: 'E02' },
  { guard: '在救济期限届满之日起三个月内申请', code: 'window-closed', rule: 'E07' },
  { guard: '催告书送达十日后仍未履行', rule: 'E08' },
  { guard: '公示文本中没有个人信息', rule: 'P06' },
  { guard: '当事人不是未成年人（待核定）', rule: 'P03' },
  { guard: '信用平台不公示轻微失信信息（待核定）', rule: 'P03' },
  { guard: '企业公示系统不公示只有警告的', rule: 'P03' },
];
