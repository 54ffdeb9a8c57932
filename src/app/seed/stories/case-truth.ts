/**
 * What is wrong, on purpose, with the cases of the demonstration's stories, by a part of their titles: which rules must doubt them.
 * Written by hand, apart from all rules; any other case of a story is doubted by none.
 */
export const STORY_TRUTH: Readonly<Record<string, readonly string[]>> = {
  // Told from the unit's own system: one officer took the evidence alone.
  擅自占用城市道路: ['S09'],
  // Entered four days after they were done; three days are lawful.
  商品标价签内容不全: ['I09'],
  越野车离开道路在草原上行驶: ['I09'],
  擅自在桥梁上设置广告牌: ['I09'],
  餐饮服务价格公示不清: ['I09'],
  洗浴服务没有标明价格: ['I09'],
};

/** The lawful neighbours of those cases: which rules look at them closely, and leave them alone. */
export const STORY_NEAR: Readonly<Record<string, readonly string[]>> = {
  商品标价签没有计价单位: ['I09'],
  货车离开道路在草原上行驶: ['I09'],
  擅自在路灯设施上设置广告牌: ['I09'],
  停车服务价格公示不清: ['I09'],
  维修服务没有标明价格: ['I09'],
};
