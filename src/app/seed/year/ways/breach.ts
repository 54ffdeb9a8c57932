/** What the party of a told case has done, in the words of its papers. */
export type Breach = {
  /** By the name of the cause alone is a benchmark found: then the number of the case stands nowhere in it. */
  readonly cause: (ref: string) => string;
  readonly itemCode: string | null;
  readonly narrative: string;
  readonly evidence: string;
  readonly fact: string;
  readonly violated: string;
  readonly basis: string;
};

/** On no list and under no benchmark of the unit that tells. */
export const UNPRICED: Breach = {
  ...{ cause: (ref) => `未按规定明码标价（${ref}）`, itemCode: null, narrative: '检查发现部分商品没有标价。', evidence: '价格台账' },
  ...{ fact: '部分商品没有标明价格。', violated: '《中华人民共和国价格法》第十三条', basis: '《中华人民共和国价格法》第四十二条' },
};

/** The organ above has a benchmark for it: from 20,000 to 50,000 yuan, cut at 29,000 and 41,000. */
export const UNREPORTED_LAND: Breach = {
  ...{ cause: () => '未报告土地复垦情况', itemCode: null, narrative: '检查发现没有按时报告当年的土地复垦情况。', evidence: '复垦台账' },
  ...{ fact: '没有按时报告当年的土地损毁和复垦情况，责令限期改正后逾期不改正。' },
  ...{ violated: '《土地复垦条例》第十七条', basis: '《土地复垦条例》第四十一条' },
};

/** An item on the lists of what is not punished, or less (细则 19¶2). */
export const OCCUPIED_LAND: Breach = {
  ...{
    cause: (ref) => `未经批准占用土地（${ref}）`,
    itemCode: 'ZR-CF-001',
    narrative: '巡查发现集体土地上堆放物料。',
    evidence: '勘测记录',
  },
  ...{ fact: '未经批准占用集体土地二十平方米堆放物料。' },
  ...{ violated: '《中华人民共和国土地管理法》第四十四条', basis: '《中华人民共和国土地管理法》第七十七条' },
};
