/**
 * Rules of which fewer than five doubts and five lawful near misses are planted, each with the reason. What is not named here is
 * planted as often as the rest; what has been planted since may no longer stand here.
 */
export const SCARCE: Readonly<Record<string, string>> = {
  G13: '问的是司法行政部门，全市只有八个，清理由其中一个开始',
  J02: '行政检查的模块没有建，检查记录无从植入；由规则的判例验证',
  S06: '案件没有行政强制措施的登记，不能办理也不能报送；由规则的判例验证',
};
