/** 细则 25: the codes under which the register of lists has the body, its staff and the six systems. */
export const INTERNAL_SYSTEMS: Readonly<Record<string, string>> = {
  机构: '内部监督机构',
  人员: '内部监督人员',
  '25(1)': '行政执法人员管理制度',
  '25(2)': '行政执法公示制度',
  '25(3)': '行政执法全过程记录制度',
  '25(4)': '重大执法决定法制审核制度',
  '25(5)': '行政执法案卷评查制度',
  '25(6)': '责任追究制度',
};
