import { describe, expect, it } from 'vitest';
import { contextOn, LAWFUL } from '#law/rules/lawful-decision.fixtures';
import { fieldsWellFormed } from '#law/rules/P08-fields-well-formed';
import { statedFineFen } from './cells-stated-fine.ts';

describe('处罚内容写明的罚款数额', () => {
  it.each([
    ['罚款3000元', 300_000],
    ['罚款人民币3,000元整', 300_000],
    ['罚款：叁仟元整', 300_000],
    ['罚款０.３万元', 300_000],
    ['处三千元罚款', 300_000],
    ['处以3000元的罚款', 300_000],
    ['罚款人民币叁佰元伍角', 30_050],
    ['给予警告，并处罚款一万二千元。', 1_200_000],
    ['罚款3000元（大写：叁仟元整）', 300_000],
    ['没收违法所得500元，并处罚款3000元', 300_000],
    ['没收违法所得500元并处罚款3000元', 300_000],
    ['没收非法财物，处3000元罚款', 300_000],
  ])('“%s”写明一个数额', (content, fen) => {
    expect(statedFineFen(content)).toBe(fen);
  });

  it.each([
    ['没有内容', null],
    ['没有罚款', '警告'],
    ['罚款没有数额', '没收违法所得3000元，并处罚款'],
    ['几个罚款', '罚款3000元；罚款5000元'],
    ['另有别的数额', '货值金额1000元，罚款3000元'],
    ['按人', '每人罚款1000元'],
    ['加处', '到期不缴纳的，加处罚款3000元'],
    ['幅度', '罚款1000-3000元'],
    ['不予', '不予罚款3000元'],
  ])('%s，不比较', (_, content) => {
    expect(statedFineFen(content)).toBeNull();
  });

  it('一万二千字的长文也只读一遍', () => {
    expect(statedFineFen(`罚款${'1'.repeat(12_000)}`)).toBeNull();
  });
});

describe('P08：处罚内容与罚款金额一致', () => {
  const because = (content: string, fineFen: number) => {
    const answer = fieldsWellFormed.check({ ...LAWFUL, fineFen, statedFineFen: statedFineFen(content) }, contextOn());
    return Array.isArray(answer) ? answer.map((doubt) => doubt.because) : answer;
  };

  it('罚款3000元在万元栏填成3000的，写明两个数额', () => {
    expect(because('罚款3000元', 3_000_000_000)).toEqual(['处罚内容写3000元，金额栏折合3000万元']);
  });

  it('写法不同而数额相等的、没收在罚款旁边的不预警', () => {
    expect(because('罚款：叁仟元整', 300_000)).toBeNull();
    expect(because('没收违法所得3000元，罚款500元', 50_000)).toBeNull();
  });
});
