import { describe, expect, it } from 'vitest';
import { otherFineIn, sumsIn } from './stated-sums.ts';

describe('处罚内容写明的数额', () => {
  it('元、万元，有没有分节号都读得出', () => {
    expect(sumsIn('没收违法所得1.5万元，罚款2,000元，另3，000.50元')).toEqual([1_500_000, 200_000, 300_050]);
  });

  it.each([
    ['罚款2,000元。', null],
    ['罚款人民币：2000元整', null],
    ['没收违法所得500元；罚款0.2万元', null],
    ['给予警告', null],
    ['依据货值1,000元的二倍予以罚款', null],
    ['对两处门店每处罚款1,000元', null],
    ['罚款1,000元，加重后罚款2,000元', null],
    ['罚款600,000元。', 60_000_000],
    ['没收违法所得2,000元，罚款200元', 20_000],
    ['罚款金额为2万元', 2_000_000],
  ])('处以罚款二千元的，“%s”', (text, other) => {
    expect(otherFineIn(text, 200_000)).toBe(other);
  });
});
