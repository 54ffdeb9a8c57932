import type { PenaltyFacts } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const ORGAN = { kind: 'department', qualification: 'confirmed' } as const;
const PERSON = { partyKind: 'person', partyCode: null } as const;

export const P08_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'P08',
  trips: [
    { say: '92开头的代码填为法人', facts: { partyCode: '92150821MA0000002U', partyKind: 'organisation' } },
    { say: '代码校验不通过', facts: { partyCode: '91150802MA0000001C' } },
    { say: '处罚机关代码校验不通过', facts: { organCode: '11150800000000001L' } },
    { say: '处罚机关的代码与其名称登记的代码不一致', facts: { organ: { ...ORGAN, uscc: '91150802MA0000001B' } } },
    { say: '法人没有统一社会信用代码', facts: { partyCode: null } },
    {
      say: '自然人身份证号码校验不通过',
      facts: { ...PERSON, fineFen: 20_000, partyId: { kind: '居民身份证', number: '150802199001010018' } },
    },
    { say: '法定代表人身份证号码校验不通过', facts: { representativeId: { kind: null, number: '150802199001010018' } } },
    { say: '有罚款而没有金额', facts: { fineFen: null } },
    { say: '罚款金额为零', facts: { fineFen: 0 } },
    { say: '处罚内容写罚款3000元，金额栏为4000元', facts: { fineFen: 400_000, statedFineFen: 300_000 } },
    { say: '处罚内容写明的罚款比金额栏多一分', facts: { statedFineFen: 400_001 } },
    { say: '有没收而没有金额', facts: { kinds: ['CF03', 'CF04'], confiscatedFen: null } },
    { say: '吊销而没有证照编号', facts: { kinds: ['CF08'], fineFen: null, publicUntil: null } },
    { say: '暂扣而没有证照编号', facts: { kinds: ['CF06'], fineFen: null, publicUntil: null } },
    { say: '处罚有效期早于决定日期', facts: { validUntil: day('2026-03-01') } },
  ],
  clears: [
    { say: '92开头的代码填为个体工商户', facts: { partyCode: '92150821MA0000002U', partyKind: 'sole-trader' } },
    { say: '处罚机关的代码与登记一致', facts: { organ: { ...ORGAN, uscc: '11150800000000001K' } } },
    { say: '处罚机关没有登记代码', facts: { organ: { ...ORGAN, uscc: null } } },
    { say: '代码已遮盖', facts: { partyCode: '9115********00001B' } },
    { say: '自然人没有代码', facts: { ...PERSON, fineFen: 20_000, partyId: { kind: '居民身份证', number: '150802199001010017' } } },
    { say: '自然人证件号码已遮盖', facts: { ...PERSON, fineFen: 20_000, partyId: { kind: '居民身份证', number: '1508**********0017' } } },
    { say: '护照号码不按身份证校验', facts: { ...PERSON, fineFen: 20_000, partyId: { kind: '护照', number: 'E12345678' } } },
    { say: '吊销并填写证照编号', facts: { kinds: ['CF08'], fineFen: null, licence: '许可证JY123', publicUntil: null } },
    { say: '处罚内容写明的罚款与金额栏相等', facts: { statedFineFen: 400_000 } },
    { say: '处罚内容没有写明或者写了几个数额', facts: { statedFineFen: null } },
    { say: '处罚有效期就是决定日期', facts: { validUntil: day('2026-03-02') } },
  ],
  unknown: [],
};
