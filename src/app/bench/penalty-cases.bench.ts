import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, type BaseState, shanghaiDay } from '#law';
import { inTransaction, type Pool, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { openBrowser } from '#testing/browser';
import { reportCases } from '../../enforcement/case-reports/actions.ts';
import { judgeCaseAgain } from '../judged-cases.ts';
import { caseFacts, partyReader } from '../performed-penalties.ts';
import { kindOf, PAPERS, toldCase, yearCases } from '../seed/year/cases.ts';
import { CASE_ROUNDS } from '../seed/year/stories.ts';
import { type CaseHouse, caseHouse, evidence, filedCase } from './case-house.ts';
import { databasesOf } from './databases.ts';
import { httpClient } from './http-clients.ts';
import { type Benchmark, byTurns, type Line, median, ms, timed, times } from './measure.ts';

const CITY = 1508;
const ACTS = 200;
const FILES = 300;
const ROUNDS = 20;

/** A case of 200 acts and 300 files beside one that has just been filed; the cases of the demonstration's year judged again. */
export const penaltyCases: Benchmark = async (world, say) => {
  const place = await world.city();
  const { owned, unbound } = databasesOf(place.dataDir);
  try {
    const house = await caseHouse(owned.pool, place, 'lh-scjg');
    say(`a case of ${ACTS} acts and ${FILES} files is written`);
    const long = await longCase(house);
    const act = await actOn(house, place.base, unbound.pool, long);
    say(`an act: ${act.measured}, ${act.baseline}`);
    const pages = await pagesOf(house, place.base, long);
    const own = await caseHouse(owned.pool, place, 'lh-zrzy');
    say(pages.map(({ measured, baseline }) => `its page: ${measured}, ${baseline}`).join('\n'));
    say('the cases of a year are told');
    return [act, ...pages, await judgedAgain(own, owned.pool)];
  } finally {
    await owned.close();
    await unbound.close();
  }
};

async function longCase(house: CaseHouse): Promise<string> {
  const id = await filedCase(house, '未按规定明码标价（长）');
  let files = 0;
  for (let acts = 3; acts < ACTS; acts += 1) {
    const count = FILES - files > ACTS - acts ? 2 : 1;
    const papers: string[] = [];
    for (let i = 0; i < count; i += 1) papers.push(await house.upload());
    await house.act(house.handler, 'evidence', id, evidence(house, papers));
    files += count;
  }
  return id;
}

/**
 * The same act on both, asked of the server: a piece of evidence with one paper. The long case grows by one act a round, the other
 * is another new one each time. All are filed before, and their papers drawn: nothing else goes on while an act is timed.
 */
async function actOn(house: CaseHouse, base: string, unbound: Pool, long: string): Promise<Line> {
  const short: string[] = [];
  for (let i = 0; i <= ROUNDS; i += 1) short.push(await filedCase(house, '未按规定明码标价（短）'));
  await allDrawn(unbound);
  const client = httpClient(base, 1);
  const next = async (id: string): Promise<number> => {
    const body = JSON.stringify({ input: evidence(house, [await house.upload()]) });
    const headers = { cookie: house.cookie, origin: base, 'x-faheng': '1', 'idempotency-key': randomUUID() };
    return timed(() => client.post({ path: `/api/ordinary-penalty/${id}/evidence`, headers, body }));
  };
  const took = await byTurns(
    ROUNDS,
    () => next(short.pop() ?? ''),
    () => next(long),
  );
  client.close();
  const ratio = took.subject / took.baseline;
  return {
    what: `an act (evidence with a file) in a case of ${ACTS} acts and ${FILES} files`,
    measured: ms(took.subject),
    baseline: `in a case just filed: ${ms(took.baseline)}`,
    ...{ ratio: times(ratio), target: '< 2×', met: ratio < 2 },
  };
}

async function allDrawn(unbound: Pool): Promise<void> {
  const due = 'select from outbox where done_at is null and given_up_at is null and due_at <= now() limit 1';
  while ((await rows(unbound, due)).length > 0) await sleep(200);
}

async function pagesOf(house: CaseHouse, base: string, long: string): Promise<readonly Line[]> {
  const short = await filedCase(house, '未按规定明码标价（页）');
  const client = httpClient(base, 1);
  const asked = (id: string) => timed(() => client.get(`/api/matters/${id}`, { cookie: house.cookie }));
  const answered = await byTurns(
    ROUNDS,
    () => asked(short),
    () => asked(long),
  );
  client.close();
  const browsing = await openBrowser();
  try {
    const { context, page } = await browsing.open();
    const [name = '', value = ''] = house.cookie.split('=');
    await context.addCookies([{ name, value, url: base }]);
    const readable = async (): Promise<void> => {
      await page.getByRole('navigation', { name: '流程' }).waitFor();
      await page.getByRole('region', { name: '文书、事实与证据' }).waitFor();
      await page.getByText('经过', { exact: true }).first().waitFor();
    };
    const fromNothing = async (id: string): Promise<number> => {
      await page.goto('about:blank');
      return timed(async () => {
        await page.goto(`${base}/matters/${id}`, { waitUntil: 'commit' });
        await readable();
      });
    };
    // As a link of a list does it; with nothing kept of an earlier look.
    const fromAList = async (id: string): Promise<number> => {
      await page.goto(`${base}/ledger/ordinary-penalty`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      return timed(async () => {
        await page.evaluate((to) => history.pushState({}, '', to), `/matters/${id}`);
        await readable();
      });
    };
    const opened = await byTurns(
      ROUNDS / 2,
      () => fromAList(short),
      () => fromAList(long),
    );
    const shown = await byTurns(
      ROUNDS / 2,
      () => fromNothing(short),
      () => fromNothing(long),
    );
    return [
      page500(`page of a case of ${ACTS} acts and ${FILES} files: the server’s answer`, answered),
      page500('the same in Chromium: opened from a list, until it can be read', opened),
      { ...page500('the same in Chromium: the whole product loaded anew first, programs in its cache', shown), target: '–', met: null },
    ];
  } finally {
    await browsing.close();
  }
}

function page500(what: string, { baseline, subject }: { readonly baseline: number; readonly subject: number }): Line {
  const told = { what, measured: ms(subject), baseline: `of a case just filed: ${ms(baseline)}`, ratio: ms(subject) };
  return { ...told, target: '< 500 ms', met: subject < 500 };
}

/** As many ordinary cases as are planted in the year of the demonstration (`faheng seed --year`), told by a system of the unit's own. */
async function judgedAgain(house: CaseHouse, pool: Pool): Promise<Line> {
  const { platform, identity, handler, leader, officers, upload } = house;
  const openedOn = addDays(shanghaiDay(Date.now()), -200);
  const cases = [];
  for (const { ref, plant } of yearCases(CASE_ROUNDS).filter((one) => kindOf(one.plant) === 'ordinary-penalty')) {
    const papers: string[] = [];
    for (let i = 0; i < PAPERS; i += 1) papers.push(await upload());
    cases.push(toldCase(plant, { ref: `基准${ref}`, openedOn, officers, host: leader.officerId ?? '', papers }));
  }
  const told = await reportCases({ platform, sealing: identity.keys }, handler, 'ordinary-penalty', { cases });
  if (told.held > 0) throw new Error(`${told.held} steps were held`);
  const ids = told.cases.map(({ matterId }) => matterId ?? '');
  const [reading, judging]: [number[], number[]] = [[], []];
  for (let round = 0; round <= 3; round += 1) {
    const spent = { reading: 0, judging: 0 };
    for (const id of ids) {
      spent.reading += await timed(() => readCase(house, pool, id));
      spent.judging += await timed(() => judgeCaseAgain({ platform, sealing: identity.keys }, CITY, id, '基准'));
    }
    if (round === 0) continue;
    reading.push(spent.reading);
    judging.push(spent.judging);
  }
  const [read, judged] = [median(reading), median(judging)];
  return {
    what: `all rules over the ${ids.length} cases of the demonstration’s year, one by one, what stood compared and written`,
    measured: ms(judged),
    baseline: `reading each with what registers, lists and laws say of it: ${ms(read)}`,
    ...{ ratio: times(judged / read), target: '≤ 2×', met: judged / read <= 2 },
  };
}

async function readCase({ identity }: CaseHouse, pool: Pool, id: string): Promise<void> {
  await inTransaction(pool, SYSTEM_PREAMBLE, async (client) => {
    const [found] = await rows<{ kind: string; state: BaseState }>(client, 'select kind, state from matter where id = $1', [id]);
    if (found === undefined) throw new Error(`no case ${id}`);
    const matter = { ...found, matterId: id };
    await caseFacts(client, partyReader(client, identity.keys, matter), matter);
  });
}
