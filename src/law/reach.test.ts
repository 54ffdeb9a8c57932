import { describe, expect, it } from 'vitest';
import { cite } from './citation.ts';
import type { MatterFact, RegisterFacts } from './matter-kind.ts';
import { originRefusal } from './reach.ts';

const ART = cite('实施细则', 20, 2);
const CASE: MatterFact = {
  ...{ id: 'case', kind: 'case-supervision', status: 'settling', homeId: 'bureau', followsThis: false },
  ...{ type: null, about: ['unit'], isIssued: false },
};
const facts: RegisterFacts = { organisations: new Map(), certificates: new Map(), matters: new Map([['case', CASE]]) };

describe('从监督案件发起的事项，只能由该案承办机关发起（细则第二十条、第二十一条、第二十二条）', () => {
  it.each([
    ['没有来源案件', null, 'other', ['unit'], null],
    ['承办机关、同一单位', 'case', 'bureau', ['unit', null], null],
    ['承办机关、移送其他机关', 'case', 'bureau', null, null],
    ['承办机关、另一单位', 'case', 'bureau', ['elsewhere', null], 'other-units-case'],
    ['别的机关', 'case', 'other', ['unit'], 'other-organs-case'],
    ['看不到的案件', 'hidden', 'bureau', ['unit'], 'other-organs-case'],
  ] as const)('%s', (_, caseId, organId, units, refused) => {
    const answer = originRefusal(caseId, organId, units, facts, ART);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { article: 20, paragraph: 2 } });
  });

  it('没有载入事项的读者得到“待服务器判断”', () => {
    expect(originRefusal('case', 'bureau', null, { organisations: new Map(), certificates: new Map() }, ART)).toBe('unknown');
  });
});
