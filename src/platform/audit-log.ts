import { addDays, type LocalDate, ROLE_LABELS, shanghaiMidnight } from '#law';
import { AUDIT_COLUMNS, type AuditRow } from './audit-chain.ts';
import { type Client, inTransaction, type Pool, rows } from './db.ts';

export type AuditFilter = {
  readonly from?: LocalDate;
  /** Last day, included. */
  readonly to?: LocalDate;
  /** Part of the name, or the account's id. */
  readonly who?: string;
  readonly action?: string;
  readonly result?: 'ok' | 'refused' | 'failed';
  readonly object?: string;
};

export type AuditEntry = {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly accountId: string | null;
  readonly organisation: string | null;
  readonly roleName: string | null;
  readonly source: string | null;
  readonly action: string;
  readonly actionName: string;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly result: string;
  readonly resultName: string;
  readonly detail: AuditRow['detail'];
};

export type AuditPage = { readonly items: readonly AuditEntry[]; readonly cursor: string | null };

/** Newest first; `cursor` is that of the page before. */
export async function readAudit(pool: Pool, filter: AuditFilter, cursor: string | null, limit: number): Promise<AuditPage> {
  const found = await inTransaction(pool, 'set local role app_identity;', (client) => select(client, filter, cursor, limit + 1));
  const items = found.slice(0, limit).map(entryOf);
  const last = items.at(-1);
  return { items, cursor: found.length > limit && last !== undefined ? `${last.at}_${last.id}` : null };
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z)_([0-9a-f-]{36})$/;

function select(
  client: Client,
  filter: AuditFilter,
  cursor: string | null,
  limit: number,
): Promise<(AuditRow & { organisation: string | null })[]> {
  const after = cursor === null ? null : CURSOR.exec(cursor);
  const who = filter.who?.trim() || null;
  return rows(
    client,
    `select ${AUDIT_COLUMNS}, r.name as organisation
     from audit_event e
     left join organisation_today r on r.organisation_id = e.organisation_id
     where ($1::timestamptz is null or e.at >= $1) and ($2::timestamptz is null or e.at < $2)
       and ($3::text is null or e.account_id::text = $3 or strpos(e.who, $3) > 0)
       and ($4::text is null or e.action = $4 or starts_with(e.action, $4 || '.'))
       and ($5::text is null or e.result = $5) and ($6::text is null or e.object_id = $6)
       and ($7::timestamptz is null or (e.at, e.id) < ($7, $8::uuid))
     order by e.at desc, e.id desc limit $9`,
    [
      filter.from === undefined ? null : new Date(shanghaiMidnight(filter.from)).toISOString(),
      filter.to === undefined ? null : new Date(shanghaiMidnight(addDays(filter.to, 1))).toISOString(),
      who,
      filter.action ?? null,
      filter.result ?? null,
      filter.object ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      limit,
    ],
  );
}

const RESULT_NAMES: Readonly<Record<string, string>> = { ok: '成功', refused: '拒绝', failed: '失败' };

/** Every action that is logged, as the log's reader is told of it. */
export const ACTION_NAMES: Readonly<Record<string, string>> = {
  'sign-in': '登录',
  'sign-out': '退出',
  'step-up': '再次验证',
  'session.post': '切换岗位',
  'session.end': '结束登录',
  'password.change': '修改口令',
  'authenticator.bind': '绑定验证器',
  'recovery-codes.renew': '重新生成恢复码',
  'route.refused': '越权访问被拒绝',
  'matter.read': '查看办件',
  'party.read': '查看当事人全部信息',
  'matter.search': '检索',
  'list.export': '导出清单',
  'file.download': '下载附件',
  'document.download': '下载文书',
  'package.download': '下载报送材料包',
  'case-file.print': '排印案卷',
  'account.request': '申请账号变更',
  'request.decide': '审批申请',
  'request.withdraw': '撤回申请',
  'account.disable': '停用账号',
  'post.end': '结束岗位',
  'machine-key.revoke': '停用接口密钥',
  'account.first': '建立首任管理员',
  'account.reset-at-server': '在服务器上重置管理员',
  'account.unlock': '解除账号锁定',
  'register.first-load': '首次载入单位名录',
  'backup.make': '备份',
  'backup.restore': '从备份恢复',
  'matter.refold': '重新推演',
  'calendar.load': '载入放假安排',
  'audit.read': '查阅日志',
  'audit.export': '导出日志',
  'audit.verify': '校验日志链',
  'calendar-link.create': '生成日历订阅地址',
  'calendar-link.revoke': '停用日历订阅地址',
  'finding.exclude': '排除预警',
  'finding.confirm-cleared': '确认预警已消除',
  'import.file': '下载导入的原表格',
  'import.correction': '下载需更正的表格',
  'law.import': '载入法规文本',
};

function entryOf(row: AuditRow & { organisation: string | null }): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    who: row.who,
    accountId: row.account_id,
    organisation: row.organisation,
    roleName: row.role === null ? null : (Object.entries(ROLE_LABELS).find(([role]) => role === row.role)?.[1] ?? row.role),
    source: row.source,
    action: row.action,
    actionName: ACTION_NAMES[row.action] ?? row.action,
    objectKind: row.object_kind,
    objectId: row.object_id,
    result: row.result,
    resultName: RESULT_NAMES[row.result] ?? row.result,
    detail: row.detail,
  };
}
