import { Alert } from 'antd';
import { useApi } from '#ui/api/use-api.ts';
import { FactList } from '#ui/layout/fact-list.tsx';
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
  readonly filingsFailed: number;
  readonly causes: { readonly waiting: number; readonly failed: number; readonly seen: number; readonly total: number };
};

/** Counts and space; nothing of any matter. */
export function HealthTab() {
  const health = useApi<Health>('/api/admin/health');
  return (
    <div className="fh-list">
      <Loaded query={health} what="运行状况">
        {(data) => (
          <>
            <Verdict faults={faultsOf(data)} />
            <FactList rows={rowsOf(data)} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** A tenth of the disk left is little: databases and files grow by the day. */
const LITTLE = 0.1;

/** What wants somebody's hand, and whose. */
function faultsOf({ disk, outboxFailed, groupsFailed, filingsFailed, lockedAccounts }: Health): readonly string[] {
  const isFull = disk !== null && disk.free < disk.total * LITTLE;
  return [
    ...(isFull ? [`数据目录磁盘只剩 ${fileSize(disk.free)}：请清理或者扩容；写满后平台只能查阅，不能办理。`] : []),
    ...(outboxFailed + groupsFailed > 0
      ? [`有 ${outboxFailed + groupsFailed} 件后台任务多次没有办成：已告知所涉单位，原因记在服务器日志，请交运维人员处理。`]
      : []),
    ...(filingsFailed > 0
      ? [`有 ${filingsFailed} 件处罚决定未能列入重大行政处罚备案：每小时再试一次，原因记在服务器日志，请交运维人员处理。`]
      : []),
    ...(lockedAccounts > 0
      ? [`有 ${lockedAccounts} 个账号因多次输错被锁定：到时自动解除；急需的，由运维人员在服务器上用 faheng user unlock 提前解除。`]
      : []),
  ];
}

function Verdict({ faults }: { faults: readonly string[] }) {
  if (faults.length === 0) return <Alert type="success" showIcon className="fh-note" title="现在没有需要处理的异常。" />;
  return (
    <Alert type="warning" showIcon className="fh-note" title="需要处理" description={faults.map((fault) => <p key={fault}>{fault}</p>)} />
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
    ['未能列入备案的处罚决定', String(data.filingsFailed)],
    ['名录、法规变动后重新判断', causesOf(data.causes)],
  ];
}

function causesOf({ waiting, failed, seen, total }: Health['causes']): string {
  const under = total > 0 ? `，正在判断，已看 ${seen} 件，共 ${total} 件` : '';
  return `等待 ${waiting} 项变动${under}，判断出错 ${failed} 件`;
}
