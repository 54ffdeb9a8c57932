import { isRefusal } from '#law';
import { LIST_COLUMNS } from '#registers/power-lists';
import { confirmLoad, previewLoad } from '../../register-load/load.ts';
import { readFileOf } from '../../register-load/read-file.ts';
import { LIST_CHANGE } from '../lists/items.ts';
import { changedLists, firstLists, type ListRow } from '../lists/list-file.ts';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import { CITY } from './letters.ts';

const FIRST = -399;

/** The bureau enters the lists of all organs that decide, and later what has changed: as its clerk does, by two files. */
export const listsStory: Story = async function* (town) {
  yield town.day(FIRST);
  await loadLists(town, '全市执法清单汇总（演示）.csv', firstLists(town.world));
  yield town.day(LIST_CHANGE - 4);
  await loadLists(town, '权责清单动态调整（演示）.csv', changedLists(town.world, town.clock.today()));
};

/** Uploads a file of lists, looks at the preview and confirms it. */
export async function loadLists(town: Town, name: string, lines: readonly ListRow[]): Promise<void> {
  const { opened, clock } = town;
  const session = town.seat(CITY.drafter);
  clock.tick();
  const id = await town.upload(CITY.drafter, name, { mediaType: 'text/csv', text: csv(lines) });
  const file = await readFileOf(opened, session, id, LIST_COLUMNS);
  if (file === null || isRefusal(file)) throw new Error(`${name}: ${JSON.stringify(file)}`);
  const { basis } = await previewLoad(opened.platform, session.city, { register: 'lists', file });
  const loaded = await confirmLoad(opened.platform, session, { register: 'lists', file }, basis);
  if (loaded.is !== 'loaded') throw new Error(`${name}: ${JSON.stringify(loaded).slice(0, 2000)}`);
}

function csv(lines: readonly ListRow[]): string {
  const columns = Object.entries(LIST_COLUMNS) as [keyof ListRow, { readonly title: string }][];
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const table = [columns.map(([, { title }]) => title), ...lines.map((line) => columns.map(([key]) => line[key] ?? ''))];
  return `\uFEFF${table.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}
