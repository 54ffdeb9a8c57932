/** CT2: from where an organ knows of what may be against the law. */
export const CLUE_SOURCE_LABELS = {
  inspection: '日常检查',
  'random-check': '双随机抽查',
  'special-check': '专项检查',
  complaint: '投诉',
  report: '举报',
  assigned: '上级交办',
  'other-organ': '其他机关移送',
  justice: '公安司法机关移送',
  monitoring: '监测发现',
  media: '媒体反映',
  surrender: '主动报告',
  other: '其他',
} as const;
