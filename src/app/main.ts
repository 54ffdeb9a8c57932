import { isRefusal, type Refusal } from '#law';
import { systemNow } from '#platform/clock-now';
import { readConfig } from '#platform/config';
import { type RunningServer, startServer } from './server.ts';

const config = readConfig(process.env);
if (isRefusal(config)) giveUp(config);
else await serve(await startServer(config, systemNow));

async function serve(server: RunningServer | Refusal): Promise<void> {
  if (isRefusal(server)) return giveUp(server);
  stopWhenAsked(server);
  console.log(`法衡已启动：${server.address}（按 Ctrl-C 停止）`);
}

function giveUp(refusal: Refusal): void {
  console.error(`法衡没有启动。${refusal.reason}`);
  process.exitCode = 1;
}

/** The first signal lets running requests end; a second one ends at once, which costs nothing that was acknowledged. */
function stopWhenAsked(server: RunningServer): void {
  let asked = false;
  const stop = (): void => {
    if (asked) process.exit(1);
    asked = true;
    void server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}
