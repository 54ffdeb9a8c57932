import { setFlagsFromString } from 'node:v8';
import { systemNow } from '#platform/clock-now';

const USAGE = `法衡命令行
  faheng start              启动服务（与 npm start 相同）
  faheng check 文件 [选项]  不用服务和数据库，直接检查一份处罚数据
  faheng migrate            把数据库更新到本程序的结构
  faheng verify             重新推演全部办理记录和预警，核对链和摘要
  faheng help               显示本说明`;

/** Every command loads only what it needs: checking a file opens no database, starts no server. */
async function run([command = 'help', ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'start':
      await import('./main.ts');
      return 0;
    case 'check': {
      // A file of a hundred thousand rows must not take half a gigabyte only because nobody asked for it back.
      setFlagsFromString('--heap-growing-percent=70');
      const { check } = await import('./faheng-check.ts');
      return check(args, systemNow, { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) });
    }
    case 'migrate':
    case 'verify': {
      const { inStorage } = await import('./faheng-storage.ts');
      return inStorage(command, (line) => console.log(line));
    }
    case 'help':
    case '--help':
    case '-h':
      console.log(USAGE);
      return 0;
    default:
      console.error(`没有“${command}”这个命令。\n\n${USAGE}`);
      return 2;
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(`命令没有完成：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 2;
}
