import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { CasesOfOneParty, FiledCase } from './peer-facts.ts';

/** Filed on 5 March for what was done on 1 March. */
export const FILED: FiledCase = {
  ...{ id: 'b', organ: '区城市管理局', filedOn: day('2026-03-05'), actStartedOn: day('2026-03-01'), actEndedOn: day('2026-03-01') },
  ...{ place: '临河区解放西街3号', goesOn: true },
};
const other = (more: Partial<FiledCase> = {}): FiledCase => ({
  ...FILED,
  ...{ id: 'a', organ: '区自然资源局', filedOn: day('2026-03-02') },
  ...more,
});
const lasting = (from: string, until: string | null): Partial<FiledCase> => ({
  actStartedOn: day(from),
  actEndedOn: until === null ? null : day(until),
});

export const F03_FIXTURES: RuleFixtures<CasesOfOneParty> = {
  rule: 'F03',
  trips: [
    { say: '3月2日另一机关已经立案，3月5日又立案', facts: { sameParty: [other()] } },
    { say: '同日立案的，只问其中一件', facts: { sameParty: [other({ filedOn: FILED.filedOn })] } },
    { say: '违法行为持续，时间只有一日重合', facts: { sameParty: [other(lasting('2026-02-01', '2026-03-01'))] } },
    { say: '另一案违法行为还在继续', facts: { sameParty: [other(lasting('2026-02-01', null))] } },
    { say: '地点写得详略不同', facts: { sameParty: [other({ place: '解放西街3号' })] } },
    { say: '地点没有写', facts: { sameParty: [other({ place: '' })] } },
  ],
  clears: [
    { say: '没有其他立案', facts: { sameParty: [] } },
    { say: '违法行为前一日已经终了', facts: { sameParty: [other(lasting('2026-02-01', '2026-02-28'))] } },
    { say: '违法行为次日才开始', facts: { sameParty: [other(lasting('2026-03-02', null))] } },
    { say: '不同地点', facts: { sameParty: [other({ place: '临河区胜利南路5号' })] } },
    { say: '本案先立案', facts: { sameParty: [other({ filedOn: day('2026-03-06') })] } },
    { say: '同日立案的另一件', facts: { sameParty: [other({ id: 'c', filedOn: FILED.filedOn })] } },
    { say: '先立案的机关已经移送', facts: { sameParty: [other({ goesOn: false })] } },
    { say: '本案已经移送、撤销立案', facts: { filed: { ...FILED, goesOn: false }, sameParty: [other()] } },
    { say: '同一机关的另一件', facts: { sameParty: [other({ organ: FILED.organ })] } },
  ],
  unknown: [{ say: '当事人没有可以比对的证件号码', facts: { sameParty: null }, missing: '缺其他机关的立案记录' }],
};
