import { type DatabaseTrouble, databaseTrouble } from '#platform/db';

const SAID: Readonly<Record<DatabaseTrouble, string>> = {
  gone: '数据库没有应答或者中断了连接（机器繁忙、数据库正在启动或者停止）。请稍后再执行本命令；已保存的数据不受影响。',
  full: '磁盘或者内存已满，数据库不能写入。请腾出空间后再执行本命令。',
  busy: '数据库正被别的工作占用（同时有人办理或者在执行另一命令）。请稍后再执行本命令。',
};

/** What an error that ended a command means to the operator: trouble of the database in one sentence, a bug with its trace. */
export function faultSaid(error: unknown): string {
  const trouble = troubleIn(error);
  if (trouble !== null) return SAID[trouble];
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A step that failed carries the database's own error as its cause. */
function troubleIn(error: unknown): DatabaseTrouble | null {
  const found = databaseTrouble(error);
  return found === null && error instanceof Error && error.cause !== undefined ? troubleIn(error.cause) : found;
}
