import { describe, expect, it } from 'vitest';
import { INSTRUMENTS } from '../instruments.ts';
import { localDate } from '../local-date.ts';
import { isVerified, OBLIGATIONS, termsOf } from '../profile.ts';
import { BAYANNUR_2026, profileById, profileFor, SECOND_CITY } from './index.ts';

const ON = localDate('2026-11-23');

describe.each([BAYANNUR_2026, SECOND_CITY])('规则参数 $name', (profile) => {
  it('每一项义务在同一天至多一个取值，且全部列出', () => {
    const listed = profile.obligations.map((t) => t.obligation);
    expect([...listed].sort()).toEqual(Object.keys(OBLIGATIONS).sort());
  });

  it('引用的条文编号不超过该文本的条数', () => {
    for (const terms of profile.obligations) {
      if (terms.cite === null || terms.cite.article === null) continue;
      const { articles } = INSTRUMENTS[terms.cite.instrument];
      expect(articles === null || terms.cite.article <= articles, terms.obligation).toBe(true);
    }
  });

  it('有长度就有单位；没有出处的期限不得标为法定', () => {
    for (const terms of profile.obligations) {
      expect(terms.length === null, terms.obligation).toBe(terms.unit === null);
      if (terms.cite === null && terms.on) expect(isVerified(terms.grade), terms.obligation).toBe(false);
    }
  });

  it('规则参数不重名', () => {
    const names = profile.parameters.map((p) => p.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('巴彦淖尔市', () => {
  it('细则第二十二条第一款：收到监督文书三十日内报告，施行前一日没有此项义务', () => {
    expect(termsOf(BAYANNUR_2026, 'local.document-reply', localDate('2023-07-27'))).toBeNull();
    expect(termsOf(BAYANNUR_2026, 'local.document-reply', localDate('2023-07-28'))).toMatchObject({
      length: 30,
      unit: 'd',
      roll: true,
      cite: { instrument: '实施细则', article: 22, paragraph: 1 },
    });
    expect(termsOf(BAYANNUR_2026, 'local.document-reply', localDate('2028-07-27'))?.length).toBe(30);
    expect(termsOf(BAYANNUR_2026, 'local.document-reply', localDate('2028-07-28'))).toBeNull();
  });

  it('复核和决定履行报告（KS-26至KS-28）核实前不启用', () => {
    for (const off of ['local.review-apply', 'local.review-decide', 'local.execution-report'] as const) {
      expect(termsOf(BAYANNUR_2026, off, ON)).toBeNull();
    }
  });

  it('行政处罚法第六十条：九十日办案期限不顺延', () => {
    expect(termsOf(BAYANNUR_2026, 'law.penalty-period', ON)).toMatchObject({ length: 90, unit: 'd', roll: false, grade: 'statute' });
  });

  it('待核定的措施中，撤销、变更、确认违法、确认无效须报政府决定', () => {
    const government = BAYANNUR_2026.measures.list.filter((m) => m.needsGovernment).map((m) => m.label);
    expect(government).toEqual(['撤销', '变更', '确认违法', '确认无效']);
    expect(isVerified(BAYANNUR_2026.measures.grade)).toBe(false);
  });
});

describe('另一座城市', () => {
  it('十五日报告、没有司法所提请一节', () => {
    expect(termsOf(SECOND_CITY, 'local.document-reply', ON)).toMatchObject({ length: 15, cite: { article: 12 } });
    expect(termsOf(SECOND_CITY, 'local.township-branch', ON)).toBeNull();
  });

  it('按城市代码和日期取规则参数，没有的城市不猜', () => {
    expect(profileFor(1508, ON)).toBe(BAYANNUR_2026);
    expect(profileFor(1508, localDate('2020-01-01'))).toBe(BAYANNUR_2026);
    expect(profileFor(9901, ON)).toBe(SECOND_CITY);
    expect(profileFor(1101, ON)).toBeNull();
    expect(profileById('bayannur-2026')).toBe(BAYANNUR_2026);
    expect(profileById('无')).toBeNull();
  });
});
