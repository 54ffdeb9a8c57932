// Program for tests: holds a data folder with its database until it is ended. `--lock-only` takes the lock alone.
import { isRefusal } from '#law';
import { lockFolder } from '#platform/data-folder-lock';
import { startEmbeddedDatabase } from '#platform/embedded-database';

const folder = process.argv[2] ?? '';
if (process.argv.includes('--lock-only')) {
  const lock = await lockFolder(folder);
  console.log(isRefusal(lock) ? 'refused' : 'holds');
} else {
  const database = await startEmbeddedDatabase(folder);
  if (isRefusal(database)) console.log(`refused ${database.reason}`);
  else {
    console.log(`holds ${database.url}`);
    process.on('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  }
}
setInterval(() => undefined, 1_000);
