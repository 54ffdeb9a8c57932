import type { PenaltyFacts } from './facts.ts';
import { cited, type RuleFixtures } from './lawful-decision.fixtures.ts';

const RULE = '《内蒙古自治区行政执法证件管理办法》第二十条';
function basis(text: string, more: Partial<PenaltyFacts> = {}): Partial<PenaltyFacts> {
  return { citations: cited(text), ...more };
}

export const D12_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'D12',
  trips: [
    { say: '市文件设定罚款', facts: basis('《巴彦淖尔市犬只管理办法》（巴政发〔2019〕12号）第八条') },
    { say: '通知设定罚款', facts: basis('《关于加强市场管理的通知》') },
    { say: '处罚法之外只有市文件', facts: basis('《行政处罚法》第二十八条、《关于加强市场管理的通知》第三条') },
    { say: '仅以规章没收违法所得', facts: basis(RULE, { kinds: ['CF03', 'CF04'], confiscatedFen: 100 }) },
    { say: '仅以规章罚款200,000.01元', facts: basis(RULE, { fineFen: 20_000_001 }) },
  ],
  clears: [
    { say: '地方性法规', facts: basis('《内蒙古自治区市容和环境卫生管理条例》第一条') },
    { say: '法律之外并列裁量基准', facts: basis('《固体废物污染环境防治法》第一百零二条、《内蒙古自治区生态环境行政处罚裁量基准》') },
    { say: '仅以规章罚款10万元', facts: basis(RULE, { fineFen: 10_000_000 }) },
    { say: '仅以规章警告', facts: basis(RULE, { kinds: ['CF01'], fineFen: null, publicUntil: null }) },
  ],
  unknown: [
    { say: '没有处罚依据', facts: { citations: null }, missing: '缺处罚依据' },
    { say: '依据里没有可查的法律', facts: { citations: [] }, missing: '缺处罚依据' },
    { say: '不知道是规章还是规范性文件', facts: basis('《巴彦淖尔市犬只管理办法》第八条'), missing: '缺所引文件的效力层级' },
    { say: '只引用了处罚法', facts: basis('《行政处罚法》第二十八条'), missing: '缺具体罚则条款' },
    {
      say: '仅以规章罚款100,000.01元',
      facts: basis(RULE, { fineFen: 10_000_001 }),
      missing: '缺违法行为是否属于规章可以罚至二十万元的领域',
    },
    { say: '仅以规章罚款20万元', facts: basis(RULE, { fineFen: 20_000_000 }), missing: '缺违法行为是否属于规章可以罚至二十万元的领域' },
    { say: '规章和不明的处罚类别', facts: basis(RULE, { kinds: [], fineFen: null }), missing: '缺处罚类别' },
  ],
};
