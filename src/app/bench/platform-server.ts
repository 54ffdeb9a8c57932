// Program: the whole server on the data folder named, without the limit of requests a minute that one busy client would meet.
import { isRefusal } from '#law';
import { systemNow } from '#platform/clock-now';
import { readConfig } from '#platform/config';
import { startBackground } from '../background.ts';
import { backgroundWork } from '../background-work.ts';
import { openPlatform } from '../platform.ts';
import { buildApp } from '../server.ts';
import { openStorage } from '../storage.ts';

const config = readConfig(process.env);
if (isRefusal(config)) throw new Error(config.reason);
const storage = await openStorage(config);
if (isRefusal(storage)) throw new Error(storage.reason);
const opened = await openPlatform(config, storage, systemNow);
if (isRefusal(opened)) throw new Error(opened.reason);
const settings = { ...opened.identity.settings, requestsPerMinute: 0, absoluteHours: 24, idleMinutes: 24 * 60 };
const app = await buildApp(storage, { ...opened, identity: { ...opened.identity, settings } });
const background = startBackground(backgroundWork(opened));
console.log(`serves ${await app.listen({ port: 0, host: '127.0.0.1' })}`);
process.once('SIGTERM', () => {
  void app
    .close()
    .then(() => background.stop())
    .then(() => opened.close())
    .then(() => storage.close())
    .then(() => process.exit(0));
});
