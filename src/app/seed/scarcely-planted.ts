const OF_UNITS =
  '问的是单位一年一次的登记（清单、制度、委托、备案），按单位各植入一两处：演示城市里登记齐全、可以作疑点又不牵动其他故事的单位不足十个';

/**
 * Rules of which fewer than five doubts and five lawful near misses are planted, each with the reason. What is not named here is
 * planted as often as the rest; what has been planted since may no longer stand here.
 */
export const SCARCE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['B02', 'B03', 'G04', 'G06', 'G08', 'G09', 'J15', 'P10', 'Q08', 'S04', 'S08'].map((id) => [id, OF_UNITS])),
  G13: '问的是司法行政部门，全市只有八个，清理由其中一个开始',
  J02: '行政检查的模块没有建，检查记录无从植入；由规则的判例验证',
  O01: '报送的一年里没有经复议、诉讼纠正的案件；由规则的判例和案件报送的测试验证',
  O02: '报送的一年里没有重新作出的决定；由规则的判例和重新作出的测试验证',
  S06: '案件没有行政强制措施的登记，不能办理也不能报送；由规则的判例验证',
  S13: '审核人员的资格在名录里登记，报送的案件不改名录；由规则的判例和法制审核的测试验证',
  'R-reported-act': '没有编号的办理条件，各有自己的测试；植入的只有报告以后取证的案件',
};
