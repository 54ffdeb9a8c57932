/** What an entry of the log is about, in words; kinds of objects without one stand by their own name. */
const OBJECTS: Readonly<Record<string, string>> = {
  matter: '事项',
  document: '文书',
  file: '附件',
  account: '账号',
  post: '岗位',
  request: '申请',
  session: '登录',
  finding: '预警',
  import: '导入',
  'calendar-link': '日历订阅',
  'calendar-year': '放假安排',
  'machine-key': '接口密钥',
  'law-library': '法规文本',
  route: '接口',
  sealed: '密封事项',
  benchmark: '裁量权基准',
  'penalty-record': '处罚决定',
  'power-list': '清单',
  'power-list-coverage': '清单录入情况',
  problem: '问题整改台账',
};

/** 事项 0193…; null where the entry is about nothing in particular. */
export function objectWords({
  objectKind,
  objectId,
}: {
  readonly objectKind: string | null;
  readonly objectId: string | null;
}): string | null {
  return objectId === null ? null : `${OBJECTS[objectKind ?? ''] ?? objectKind ?? ''} ${objectId}`;
}

/** 巴彦淖尔市司法局 · 监督人员, as far as the entry knows them. */
export function postWords({
  organisation,
  roleName,
}: {
  readonly organisation: string | null;
  readonly roleName: string | null;
}): string | null {
  return [organisation ?? '', roleName ?? ''].filter((word) => word !== '').join(' · ') || null;
}
