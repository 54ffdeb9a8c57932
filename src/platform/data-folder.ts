import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Refusal, refuse } from '#law';

/** Where things lie in `DATA_DIR`; only `data-folder` and the parts named here write there. */
export type DataFolder = {
  readonly root: string;
  /** PostgreSQL's own data. */
  readonly database: string;
  /** Sockets and other things that live only while the server runs. */
  readonly run: string;
  /** Uploaded and issued files, by digest. */
  readonly files: string;
  readonly secrets: string;
  readonly log: string;
};

/** Makes the folder if need be and proves that it can be written. */
export function openDataFolder(root: string): DataFolder | Refusal {
  const folder: DataFolder = {
    root,
    database: join(root, 'postgres'),
    run: join(root, 'run'),
    files: join(root, 'files'),
    secrets: join(root, 'secrets'),
    log: join(root, 'log'),
  };
  try {
    makeTraversable(root);
    makeTraversable(folder.run);
    for (const closed of [folder.files, folder.secrets, folder.log]) mkdirSync(closed, { recursive: true, mode: 0o700 });
    const probe = join(root, `.write-probe-${process.pid}`);
    writeFileSync(probe, 'probe');
    rmSync(probe);
    return folder;
  } catch (error) {
    return refuse(
      'data-folder',
      null,
      `数据文件夹 ${root} 不能使用：${reasonOf(error)}。请检查权限，或用环境变量 DATA_DIR 另指一个文件夹。`,
    );
  }
}

/** The database runs under another account when the server is root: it must be able to pass through, not to look. */
function makeTraversable(folder: string): void {
  const missing = missingAbove(folder);
  mkdirSync(folder, { recursive: true });
  for (const made of new Set([...missing, folder])) {
    const mode = statSync(made).mode & 0o777;
    if (process.getuid?.() === 0 && (mode & 0o011) !== 0o011) chmodSync(made, mode | 0o011);
  }
}

function missingAbove(folder: string): string[] {
  return existsSync(folder) ? [] : [...missingAbove(dirname(folder)), folder];
}

/** The folders above that other accounts cannot pass, as root's home, the outermost first; links are followed. */
export function closedAbove(folder: string): readonly string[] {
  return closedOnWay(realpathSync(folder));
}

function closedOnWay(folder: string): readonly string[] {
  const parent = dirname(folder);
  if (parent === folder) return [];
  return [...closedOnWay(parent), ...((statSync(parent).mode & 0o001) === 0 ? [parent] : [])];
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '所在磁盘为只读',
  ENOSPC: '磁盘已满',
  ENOTDIR: '路径中有一段不是文件夹',
  EEXIST: '同名的文件已经存在',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
