const OF_UNITS =
  '问的是单位一年一次的登记（清单、制度、委托、备案），按单位各植入一两处：演示城市里登记齐全、可以作疑点又不牵动其他故事的单位不足十个';

/**
 * Rules of which fewer than five doubts and five lawful near misses are planted, each with the reason. What is not named here is
 * planted as often as the rest; what has been planted since may no longer stand here.
 */
export const SCARCE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['B02', 'S04'].map((id) => [id, OF_UNITS])),
  G13: '问的是司法行政部门，全市只有八个，清理由其中一个开始',
  J02: '行政检查的模块没有建，检查记录无从植入；由规则的判例验证',
  S06: '案件没有行政强制措施的登记，不能办理也不能报送；由规则的判例验证',
};
