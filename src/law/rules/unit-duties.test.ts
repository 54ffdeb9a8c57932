import { describe, expect, it } from 'vitest';
import { formatCitation } from '../citation.ts';
import { type LocalDate, localDate } from '../local-date.ts';
import { isVerified } from '../profile.ts';
import { SECOND_CITY } from '../profiles/index.ts';
import { judge, ruleById, UNIT_DUTY_RULES } from './index.ts';
import { contextOn } from './lawful-decision.fixtures.ts';
import { LAWFUL_UNIT } from './lawful-unit.fixtures.ts';
import { UNIT_FIXTURES } from './unit-duties.fixtures.ts';

for (const { rule, trips, clears, unknown } of UNIT_FIXTURES) {
  const found = ruleById(rule);
  describe(`${rule} ${found?.title ?? ''}（${found?.cite.map(formatCitation).join('、') ?? ''}）`, () => {
    it.each(trips)('▲ $say', ({ facts, today }) => {
      const { doubts } = judge(UNIT_DUTY_RULES, { ...LAWFUL_UNIT, ...facts }, contextOn(today));
      expect(doubts.map((d) => d.rule.id)).toEqual([rule]);
    });
    it.each(clears)('✓ $say', ({ facts, today }) => {
      const { doubts, clean } = judge(UNIT_DUTY_RULES, { ...LAWFUL_UNIT, ...facts }, contextOn(today));
      expect(doubts).toEqual([]);
      expect(clean).toContain(rule);
    });
    it.each(unknown)('无法判断：$say（$missing）', ({ facts, today, missing }) => {
      const { notJudged } = judge(UNIT_DUTY_RULES, { ...LAWFUL_UNIT, ...facts }, contextOn(today));
      expect(notJudged).toContainEqual({ rule, missing });
    });
  });
}

describe('依据的效力', () => {
  it('更新事前公开内容的期限没有核定的依据：P10标待核定；J15引自治区的节录', () => {
    expect(isVerified(ruleById('P10')?.grade ?? 'statute')).toBe(false);
    expect(ruleById('J15')?.cite.map(formatCitation)).toEqual(['《内蒙古涉企检查文件》']);
  });
});

describe('单位职责的规则', () => {
  it('每条都有▲和✓的例子；样样齐全的单位没有存疑，也没有无法判断', () => {
    expect(UNIT_FIXTURES.map((f) => f.rule).sort()).toEqual(UNIT_DUTY_RULES.map((r) => r.id).sort());
    expect(judge(UNIT_DUTY_RULES, LAWFUL_UNIT, contextOn())).toMatchObject({ doubts: [], notJudged: [] });
  });
  it('另一座城市没有这部细则的，也没有内蒙古的文件，依它们判断的规则答规则参数未设定', () => {
    const { notJudged } = judge(UNIT_DUTY_RULES, LAWFUL_UNIT, { ...contextOn(), profile: SECOND_CITY });
    expect(notJudged.map((n) => n.rule).sort()).toEqual(['G04', 'G06', 'G08', 'G09', 'J15', 'Q08']);
  });
  it('委托书报备案是细则自己的要求：另一座城市的委托书双方公布了就没有存疑，没有公布的照样存疑（处罚法第二十条）', () => {
    const deed = { number: '磴交委〔2026〕1号', delegate: '执法队', byDelegatorOn: localDate('2026-01-05'), filedOn: null };
    const elsewhere = { ...contextOn(), profile: SECOND_CITY };
    const S04 = UNIT_DUTY_RULES.filter((rule) => rule.id === 'S04');
    const asked = (byDelegateOn: LocalDate | null) => judge(S04, { ...LAWFUL_UNIT, deeds: [{ ...deed, byDelegateOn }] }, elsewhere).doubts;
    expect(asked(localDate('2026-01-06'))).toEqual([]);
    expect(asked(null)[0]?.doubt.because).toBe('委托书（磴交委〔2026〕1号）已经生效，受委托组织没有公布');
  });
});
