import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { EndedCited, MadeDocument, UnitDuties } from './unit-facts.ts';

/** Published on Monday 2026-10-12: the fifteenth day is Tuesday 2026-10-27. */
const MADE: MadeDocument = {
  ...{ title: '超限运输治理办法', number: '巴交发〔2026〕8号', publishedOn: day('2026-10-12'), effectiveOn: day('2026-11-01') },
  ...{ lastDay: day('2031-10-31'), isTrial: false, isEntered: false, submittedOn: day('2026-10-20') },
};
const made = (more: Partial<MadeDocument>): Partial<UnitDuties> => ({ madeDocuments: [{ ...MADE, ...more }] });

const CITED: EndedCited = { in: '权责清单“超限运输处罚”', title: '旧办法', number: '巴交发〔2020〕1号', endedOn: day('2025-12-31') };

export const B03_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'B03',
  trips: [
    { say: '公布第十六日没有报送', facts: made({ submittedOn: null }), today: '2026-10-28' },
    { say: '逾期一日才报送', facts: made({ submittedOn: day('2026-10-28') }) },
    { say: '已经公布而从来没有报送', facts: made({ submittedOn: null, effectiveOn: null, lastDay: null }) },
    { say: '试行而有效期五年', facts: made({ isTrial: true }) },
    { say: '权责清单仍引用失效的文件', facts: { citesEnded: [CITED] } },
    { say: '有效期五年零一日', facts: made({ lastDay: day('2031-11-01') }) },
  ],
  clears: [
    { say: '有效期五年', facts: made({}) },
    { say: '试行二年', facts: made({ isTrial: true, lastDay: day('2028-10-31') }) },
    { say: '第十五日报送', facts: made({ submittedOn: day('2026-10-27') }) },
    { say: '第十五日还没有报送', facts: made({ submittedOn: null }), today: '2026-10-27' },
    { say: '平台启用以前已经备案', facts: made({ submittedOn: null, isEntered: true }) },
    { say: '垂直管理机关已经报送', facts: { kind: 'vertical', ...made({}) } },
    { say: '没有制定规范性文件', facts: {} },
  ],
  unknown: [
    {
      say: '垂直管理机关没有报送，渠道待核定',
      facts: { kind: 'vertical', ...made({ submittedOn: null }) },
      missing: '垂直管理机关的备案渠道待核定',
    },
    { say: '文件没有写明有效期', facts: made({ lastDay: null }), missing: '缺文件有效期' },
    {
      say: '放假安排没有载入',
      facts: made({ publishedOn: day('2027-02-01'), submittedOn: null }),
      today: '2027-03-01',
      missing: '放假安排未载入',
    },
  ],
};
