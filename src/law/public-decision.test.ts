import { describe, expect, it } from 'vitest';
import { localDate } from './local-date.ts';
import type { PartyDetails } from './party.ts';
import { notReported, type PublicDecision, redactedText } from './public-decision.ts';

const DECIDED = localDate('2026-06-01');
const FIRM: PartyDetails = {
  ...{ kind: 'legal-person', name: '河套食品有限公司', uscc: '91150802MA0000001B', legalRepresentative: '王五岳', idKind: null },
  ...{ idNumber: null, sex: null, birth: null, address: '临河区', phone: null, scale: null, guardian: null, isIncapable: false },
};
const person = (birth: string | null): PartyDetails => ({
  ...FIRM,
  ...{ kind: 'person', name: '张三丰', uscc: null, legalRepresentative: null, birth: birth === null ? null : localDate(birth) },
});
const decision = (more: Partial<PublicDecision> = {}): PublicDecision => ({
  ...{ number: '临市监罚〔2026〕1号', decidedOn: DECIDED, cause: '未明码标价', facts: '…', basis: '…', kinds: ['CF03'], content: '罚款' },
  party: { id: 'x', kind: 'legal-person', name: '河套食品有限公司', uscc: null, mark: null, seal: 'x' },
  ...{ fineFen: 1, confiscatedFen: null, procedure: 'ordinary', stands: true, publishedOn: null, notBecause: null },
  ...more,
});

describe('双公示：哪些决定不报（处罚法第四十八条、第五十条）', () => {
  it.each([
    ['普通程序的罚款', {}, null],
    ['简易程序', { procedure: 'summary' }, '简易程序'],
    ['只有警告', { kinds: ['CF01'] }, '警告'],
    ['警告、通报批评', { kinds: ['CF01', 'CF02'] }, '警告'],
    ['警告并罚款', { kinds: ['CF01', 'CF03'] }, null],
    ['已被撤销', { stands: false }, '撤销'],
    ['写明理由不公示', { notBecause: '涉及国家秘密：…' }, '不公示'],
  ] as const)('%s', (_, more, reason) => {
    const answer = notReported(decision(more as Partial<PublicDecision>), FIRM);
    if (reason === null) expect(answer).toBeNull();
    else expect(answer).toContain(reason);
  });

  it('自然人：决定日已满十八周岁的报；生日当天、年龄不明的不报；已删除的不报', () => {
    expect(notReported(decision(), person('2008-05-31'))).toBeNull();
    expect(notReported(decision(), person('2008-06-01'))).toContain('十八周岁');
    expect(notReported(decision(), person(null))).toContain('年龄不明');
    expect(notReported(decision(), null)).toContain('删除');
  });

  it('正文里自然人的姓名、号码不出；单位的名称照写', () => {
    const text = '张三丰（身份证150802199001010017，电话13804780000）未标价；河套食品有限公司供货。';
    const shown = redactedText(text, person('1990-01-01'), DECIDED);
    expect(shown).not.toMatch(/张三丰|150802199001010017|13804780000/);
    expect(shown).toContain('张某');
    expect(redactedText('河套食品有限公司未标价。', FIRM, DECIDED)).toBe('河套食品有限公司未标价。');
  });
});
