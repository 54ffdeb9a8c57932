import { useApi } from '#ui/api/use-api.ts';
import { Loaded } from '#ui/layout/states.tsx';
import { fileSize } from '#ui/matter/file-list.tsx';

type Health = {
  readonly databaseVersion: string;
  readonly databaseBytes: number;
  readonly disk: { readonly free: number; readonly total: number } | null;
  readonly accounts: Readonly<Record<string, number>>;
  readonly lockedAccounts: number;
  readonly openSessions: number;
  readonly requestsWaiting: number;
  readonly auditWaiting: number;
  readonly outboxWaiting: number;
  readonly outboxFailed: number;
  readonly groupsWaiting: number;
  readonly groupsFailed: number;
  readonly causes: { readonly waiting: number; readonly failed: number; readonly seen: number; readonly total: number };
};

/** Counts and space; nothing of any matter. */
export function HealthTab() {
  const health = useApi<Health>('/api/admin/health');
  return (
    <div className="fh-list">
      <Loaded query={health} what="运行状况">
        {(data) => (
          <dl className="fh-law-card fh-facts-list">
            {rowsOf(data).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
    </div>
  );
}

function rowsOf(data: Health): readonly (readonly [string, string])[] {
  const disk = data.disk === null ? '未知' : `可用 ${fileSize(data.disk.free)}，共 ${fileSize(data.disk.total)}`;
  return [
    ['数据库', `PostgreSQL ${data.databaseVersion}，${fileSize(data.databaseBytes)}`],
    ['数据目录磁盘', disk],
    ['启用的账号', String(data.accounts['active'] ?? 0)],
    ['停用的账号', String(data.accounts['disabled'] ?? 0)],
    ['锁定的账号', String(data.lockedAccounts)],
    ['在线登录', String(data.openSessions)],
    ['待审批申请', String(data.requestsWaiting)],
    ['待入链的日志', String(data.auditWaiting)],
    ['后台任务', `等待 ${data.outboxWaiting}，失败 ${data.outboxFailed}`],
    ['成组判断（同一当事人、同类案件）', `等待 ${data.groupsWaiting}，失败 ${data.groupsFailed}`],
    ['名录、法规变动后重新判断', causesOf(data.causes)],
  ];
}

function causesOf({ waiting, failed, seen, total }: Health['causes']): string {
  const under = total > 0 ? `，正在判断，已看 ${seen} 件，共 ${total} 件` : '';
  return `等待 ${waiting} 项变动${under}，判断出错 ${failed} 件`;
}
