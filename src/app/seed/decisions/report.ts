import type { LocalDate } from '#law';
import { loadBatch } from '../../../enforcement/penalty-records/actions-batch.ts';
import type { FileKind } from '../../../enforcement/penalty-records/model.ts';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import type { Row } from './decision.ts';
import type { Planned } from './plan.ts';

/** Days from the anchor on which departments report what they have decided so far. */
const REPORTS = [-395, -200, -90, -9];
const CREDIT_EXPORT = -8;
const LAST_REPORT = -2;
/** Columns that look ahead; all others lie in the past when a row is sent. */
const AHEAD = ['处罚有效期', '公示截止期'];

/** Departments report through the batch interface: the same reading, loading and judging as for everybody. */
export function reportingStory(decisions: readonly Planned[]): Story {
  return async function* (town) {
    let left = decisions.filter((d) => d.own !== null);
    const report = async (on: LocalDate): Promise<void> => {
      const due = left.filter((d) => lastDay(d.own) <= on);
      left = left.filter((d) => !due.includes(d));
      await sendAll(town, due, (d) => d.own, 'publicity');
    };
    for (const offset of REPORTS) {
      yield town.day(offset);
      await report(town.day(offset));
    }
    yield town.day(CREDIT_EXPORT);
    const shown = decisions.filter((d) => d.credit !== null);
    await sendAll(town, shown, (d) => d.credit, 'credit-export');
    yield town.day(LAST_REPORT);
    await report(town.day(LAST_REPORT));
    if (left.length > 0) throw new Error(`${left.map((d) => d.number).join()} would be sent after the anchor`);
  };
}

/** The day on which all that a row tells has happened. */
export function lastDay(row: Row | null): string {
  const days = Object.entries(row ?? {}).filter(([title]) => !AHEAD.includes(title));
  return (
    days
      .map(([, value]) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? String(value) : ''))
      .sort()
      .at(-1) ?? ''
  );
}

async function sendAll(town: Town, decisions: readonly Planned[], rowOf: (d: Planned) => Row | null, fileKind: FileKind): Promise<void> {
  for (const by of new Set(decisions.map((d) => d.by))) {
    const rows = decisions.flatMap((d): Row[] => {
      const row = d.by === by ? rowOf(d) : null;
      return row === null ? [] : [row];
    });
    await send(town, by, rows, fileKind);
  }
}

/** One call of a department's system; `part` tells several of one day apart. */
export async function send(town: Town, by: string, rows: readonly Row[], fileKind: FileKind, part = ''): Promise<void> {
  const { clock, opened } = town;
  clock.tick();
  const deps = { platform: opened.platform, sealing: opened.identity.keys };
  const request = { session: town.seat(by), key: `demonstration-${by}-${fileKind}-${clock.today()}${part}`, rows, fileKind };
  const result = await loadBatch(deps, { ...request, exportedOn: fileKind === 'credit-export' ? clock.today() : null });
  if (!result.ok) throw new Error(`${by}: ${result.error}`);
  const wrong = result.answer.rows.find((r) => r.status !== 'loaded');
  if (wrong !== undefined) throw new Error(`${by} ${JSON.stringify(wrong)} ${JSON.stringify(rows[wrong.line - 1])}`);
}
