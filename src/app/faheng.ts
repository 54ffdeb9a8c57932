import { setFlagsFromString } from 'node:v8';
import { systemNow } from '#platform/clock-now';
import type { Operator } from './operator-storage.ts';
import { askAtTerminal } from './operator-terminal.ts';

type Run = (args: readonly string[], operator: Operator) => Promise<number>;
type Command = { readonly says: string; readonly load: () => Promise<{ readonly usage: string; readonly run: Run }> };

/** Every command loads only what it needs: checking a file opens no database, starts no server. */
const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    says: '启动服务（与 npm start 相同）',
    load: async () => ({ usage: START_USAGE, run: start }),
  },
  migrate: {
    says: '把数据库更新到本程序的结构',
    load: async () => {
      const { migrateCommand, MIGRATE_USAGE } = await import('./operator-verify.ts');
      return { usage: MIGRATE_USAGE, run: migrateCommand };
    },
  },
  import: {
    says: '在空数据库中载入一个城市的单位名录',
    load: async () => {
      const { importCommand, IMPORT_USAGE } = await import('./operator-import.ts');
      return { usage: IMPORT_USAGE, run: importCommand };
    },
  },
  seed: {
    says: '在空数据库中建立一个大的演示城市（试用、压力测试）',
    load: async () => {
      const { SEED_USAGE, seedCommand } = await import('./operator-seed.ts');
      return { usage: SEED_USAGE, run: seedCommand };
    },
  },
  user: {
    says: '建立首任管理员，查看账号，解除锁定，重置管理员',
    load: async () => {
      const { USER_USAGE, userCommand } = await import('./operator-user.ts');
      return { usage: USER_USAGE, run: userCommand };
    },
  },
  calendar: {
    says: '载入一个年度的放假安排',
    load: async () => {
      const { CALENDAR_USAGE, calendarCommand } = await import('./operator-calendar.ts');
      return { usage: CALENDAR_USAGE, run: calendarCommand };
    },
  },
  law: {
    says: '载入法规文本，列出需要核对的日期',
    load: async () => {
      const { LAW_USAGE, lawCommand } = await import('./operator-law.ts');
      return { usage: LAW_USAGE, run: lawCommand };
    },
  },
  cite: {
    says: '查出文字中引用的条文在某日的内容',
    load: async () => {
      const { CITE_USAGE, citeCommand } = await import('./operator-law.ts');
      return { usage: CITE_USAGE, run: citeCommand };
    },
  },
  check: {
    says: '不用服务和数据库，直接检查一份处罚数据',
    load: async () => {
      // A file of a hundred thousand rows must not take half a gigabyte only because nobody asked for it back.
      setFlagsFromString('--heap-growing-percent=70');
      const { CHECK_USAGE, check } = await import('./faheng-check.ts');
      const output = { out: (text: string) => void process.stdout.write(text), err: (text: string) => void process.stderr.write(text) };
      return { usage: CHECK_USAGE, run: (args, { now }) => check(args, now, output) };
    },
  },
  verify: {
    says: '重新推演全部办理记录和预警，核对链、日志和附件摘要',
    load: async () => {
      const { VERIFY_USAGE, verifyCommand } = await import('./operator-verify.ts');
      return { usage: VERIFY_USAGE, run: verifyCommand };
    },
  },
  refold: {
    says: '按办理记录重新推演，改正与之不符的存储状态',
    load: async () => {
      const { REFOLD_USAGE, refoldCommand } = await import('./operator-refold.ts');
      return { usage: REFOLD_USAGE, run: refoldCommand };
    },
  },
  backup: {
    says: '备份数据库和附件（服务可以照常运行）',
    load: async () => {
      const { BACKUP_USAGE, backupCommand } = await import('./operator-backup.ts');
      return { usage: BACKUP_USAGE, run: backupCommand };
    },
  },
  restore: {
    says: '从备份恢复到空的数据库并核对',
    load: async () => {
      const { RESTORE_USAGE, restoreCommand } = await import('./operator-restore.ts');
      return { usage: RESTORE_USAGE, run: restoreCommand };
    },
  },
};

const START_USAGE = `用法：faheng start
  启动服务。环境变量 PORT、HOST、DATA_DIR、DATABASE_URL、MODE、PUBLIC_ORIGIN、FAHENG_KEY 见 README。`;

const EXIT_CODES =
  '退出码：0 完成；1 完成，但结果有问题（核对不符、有红色预警、载入的文件有错误、引用查不到）；2 没有完成（参数、权限、数据库，检查的文件不能使用等）。';

function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length)) + 2;
  const lines = Object.entries(COMMANDS).map(([name, { says }]) => `  faheng ${name.padEnd(width)}${says}`);
  return ['法衡命令行', ...lines, '', '各命令的用法：faheng 命令 --help', EXIT_CODES].join('\n');
}

async function start(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error(`多出的参数：${args.join(' ')}。\n\n${START_USAGE}`);
    return 2;
  }
  await import('./main.ts');
  return Number(process.exitCode ?? 0);
}

const HELP = new Set(['help', '--help', '-h']);

async function run([name = 'help', ...args]: readonly string[]): Promise<number> {
  const asked = HELP.has(name) ? args[0] : name;
  if (asked === undefined) {
    console.log(help());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined;
  if (command === undefined) {
    console.error(`没有“${asked}”这个命令。\n\n${help()}`);
    return 2;
  }
  const { usage, run: perform } = await command.load();
  if (HELP.has(name) || args.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(usage);
    return 0;
  }
  return perform(args, { say: (line) => console.log(line), now: systemNow, env: process.env, ask: askAtTerminal });
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const { faultSaid } = await import('./operator-fault.ts');
  console.error(`命令没有完成：${faultSaid(error)}`);
  process.exitCode = 2;
}
