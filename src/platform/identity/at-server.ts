import type { AuditActor } from '#platform/audit';

/** What the log says of work done at the server itself, where nobody is signed in. */
export const AT_SERVER: AuditActor = { accountId: null, who: '服务器命令行', organisationId: null, role: null, source: null };
