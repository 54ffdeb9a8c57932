import { describe, expect, it } from 'vitest';
import { CAST, DECIDE, DISCUSS, deliberating, type Input, investigated, REPORT, STOP, TAKEN, withheld } from './testing.ts';

const { handlerA, head } = CAST;
const concluding = (penalty: Input) => investigated().tries(handlerA, 'conclude', { ...REPORT, ...penalty });
const deciding = (told: Input, penalty: Input) =>
  deliberating(told, { hearing: true })
    .does(head, 'discuss', DISCUSS)
    .tries(head, 'decide', { ...DECIDE, payTo: null, ...penalty });

describe('处罚所涉的证照、限制和期限（处罚法第四十四条、第五十九条，N03）', () => {
  it.each([
    ['暂扣没有逐项写明', { ...withheld(1), terms: null }, '请逐项写明证照名称、编号和期限'],
    ['吊销没有写明哪一证照', { ...TAKEN, terms: null }, '请逐项写明证照名称、编号'],
    ['停产停业没有写明期限', { ...STOP, terms: null }, '请逐项写明限制的内容和期限'],
    ['写明了没有选择的种类', { ...STOP, terms: [...(STOP['terms'] as []), ...(TAKEN['terms'] as [])] }, '请选择该处罚种类'],
  ] as const)('%s的，不得终结、决定', (_, penalty, words) => {
    const refused = { refused: 'terms', reason: expect.stringContaining(words) as string };
    expect(concluding(penalty as Input)).toMatchObject({ ...refused, cite: { instrument: '行政处罚法', article: 57 } });
  });

  it('写明的可以；决定照告知的可以，较短的也可以，较长的、换了证照的不可以', () => {
    expect(concluding(withheld(1))).toBeNull();
    expect(deciding(withheld(1), withheld(1))).toBeNull();
    expect(deciding(withheld(12), withheld(1))).toBeNull();
    expect(deciding(withheld(1), withheld(12))).toMatchObject({
      ...{ refused: 'heavier', cite: { instrument: '行政处罚法', article: 44 } },
      reason: expect.stringContaining('告知的是暂扣许可证件（食品经营许可证，编号JY11508000000001，1个月），决定的是') as string,
    });
    const longer = { ...STOP, terms: [{ ...(STOP['terms'] as [object])[0], length: 180 }] } as Input;
    expect(deciding(STOP, longer)).toMatchObject({ refused: 'heavier' });
    const other = { ...TAKEN, terms: [{ ...(TAKEN['terms'] as [object])[0], number: '另一证' }] } as Input;
    expect(deciding(TAKEN, other)).toMatchObject({ refused: 'heavier' });
  });
});
