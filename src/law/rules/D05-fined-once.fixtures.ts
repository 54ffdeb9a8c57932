import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { FinedAct, FinesOfOneParty } from './peer-facts.ts';

const NARRATIVE = '当事人2026年2月10日在临河区某工业园区将未经处理的生产废水排入雨水管网被现场查获';

export const FINED: FinedAct = {
  id: null,
  number: '巴环罚〔2026〕5号',
  written: '巴环罚〔2026〕5号',
  organ: '市生态环境局（演示）',
  fineFen: 1_000_000,
  decidedOn: day('2026-03-16'),
  conduct: '擅自排放废水',
  narrative: NARRATIVE,
  actStartedOn: null,
  actEndedOn: null,
};
function other(more: Partial<FinedAct> = {}): FinedAct {
  return {
    ...FINED,
    number: '临水罚〔2026〕3号',
    written: '临水罚〔2026〕3号',
    organ: '区水利局（演示）',
    decidedOn: day('2026-03-02'),
    narrative: null,
    ...more,
  };
}
function acted(from: string, until: string): Pick<FinedAct, 'actStartedOn' | 'actEndedOn'> {
  return { actStartedOn: day(from), actEndedOn: day(until) };
}

export const D05_FIXTURES: RuleFixtures<FinesOfOneParty> = {
  rule: 'D05',
  trips: [
    { say: '两个机关就同类违法行为各罚一次', facts: { sameParty: [other()] } },
    { say: '相隔九十日', facts: { sameParty: [other({ decidedOn: day('2025-12-16') })] } },
    { say: '违法事实逐字相同', facts: { sameParty: [other({ conduct: null, narrative: NARRATIVE })] } },
    { say: '同一机关违法事实逐字相同的两份决定', facts: { sameParty: [other({ organ: FINED.organ, narrative: NARRATIVE })] } },
    {
      say: '行为日期重合，相隔再久也是候选',
      facts: {
        fined: { ...FINED, ...acted('2026-02-10', '2026-02-10') },
        sameParty: [other({ ...acted('2025-01-01', '2026-02-10'), decidedOn: day('2025-06-01') })],
      },
    },
    { say: '同日两份决定，只在后一份提出', facts: { sameParty: [other({ decidedOn: day('2026-03-16'), organ: '区水利局（演示）' })] } },
  ],
  clears: [
    { say: '一次罚款加一次暂扣', facts: { sameParty: [other({ fineFen: null })] } },
    { say: '本次没有罚款', facts: { fined: { ...FINED, fineFen: null }, sameParty: [other()] } },
    { say: '后一次罚款由后一次的决定提出', facts: { sameParty: [other({ decidedOn: day('2026-03-17') })] } },
    { say: '相隔九十一日', facts: { sameParty: [other({ decidedOn: day('2025-12-15') })] } },
    {
      say: '行为日期不重合',
      facts: { fined: { ...FINED, ...acted('2026-02-10', '2026-02-10') }, sameParty: [other(acted('2026-02-09', '2026-02-09'))] },
    },
    { say: '违法行为类型不同', facts: { sameParty: [other({ conduct: '未办理取水许可' })] } },
    { say: '同一机关再次违法', facts: { sameParty: [other({ organ: FINED.organ, narrative: '当事人2025年12月又一次排放' })] } },
    { say: '同一决定的另一来源', facts: { sameParty: [other({ organ: FINED.organ, number: FINED.number, narrative: NARRATIVE })] } },
    { say: '没有其他处罚', facts: { sameParty: [] } },
  ],
  unknown: [{ say: '没有查找同一当事人的其他处罚', facts: { sameParty: null }, missing: '缺同一当事人的其他处罚' }],
};
