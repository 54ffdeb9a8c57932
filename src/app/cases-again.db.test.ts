import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import { SUMMARY_PENALTY } from '#enforcement/summary-penalty';
import { addDays, type Json, type LocalDate } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { verifyFindings } from '#platform/findings/verify-findings';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR, type Person } from '#testing/city';
import { type ServedCity, servedCity } from '#testing/served-city';
import * as typed from '../enforcement/summary-penalty/testing.ts';
import { afterActs } from './after-act.ts';
import { settleCaseCauses } from './cases-again.ts';
import { readLists } from './list-facts.ts';

type Unit = { readonly id: string; readonly handlerA: Person; readonly handlerB: Person };
type Input = Readonly<Record<string, Json>>;
let served: ServedCity;
let numbered = 900;
const system = () => served.database.pool;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(SUMMARY_PENALTY), anyKind(ORDINARY_PENALTY)],
    more: (identity) => ({ sealing: identity.keys, lists: readLists, afterAct: afterActs(identity.keys) }),
  });
  expect(await again()).toBe(0);
});
afterAll(() => served?.close());

const deps = () => ({ platform: served.platform, sealing: served.identity.keys });
const again = (isStopping: () => boolean = () => false) => settleCaseCauses(deps(), isStopping, 0);

async function act(by: Person, name: string, matterId: string | null, input: Input, told: LocalDate | null): Promise<string> {
  const answer = await perform(served.platform, {
    ...{ by: by.session, kind: 'summary-penalty', act: name, matterId, input },
    ...(told === null ? {} : { reported: { source: '自有系统' }, legalDate: told }),
  });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

/** Decided on the spot, here or, with a day, told of by a system of the unit's own. */
async function decided(unit: Unit, told: LocalDate | null = null, more: Input = {}): Promise<string> {
  const { handlerA, handlerB } = unit;
  const opening = typed.opening({ officers: [handlerA.officerId, handlerB.officerId], actOn: told ?? ANCHOR, ...more });
  const id = await act(handlerA, 'open', null, opening, told);
  await act(handlerA, 'hear', id, typed.NO_STATEMENT, told);
  numbered += 1;
  await act(handlerA, 'decide', id, typed.deciding(told === null ? {} : { number: `临市监当罚〔2026〕${numbered}号` }), told);
  return id;
}

async function stands(matterId: string, rule: string): Promise<boolean> {
  const found = await rows(system(), 'select from finding where matter_id = $1 and rule_id = $2 and stands and missing is null', [
    matterId,
    rule,
  ]);
  return found.length > 0;
}
async function events(matterId: string, rule: string): Promise<readonly string[]> {
  const found = await rows<{ said: string }>(
    system(),
    `select e.type || ' ' || (e.body #>> '{by,source}') as said from finding_event e join finding f on f.id = e.finding_id
     where f.matter_id = $1 and f.rule_id = $2 order by e.seq`,
    [matterId, rule],
  );
  return found.map(({ said }) => said);
}
const eventCount = async () => (await rows(system(), 'select from finding_event')).length;
const setThrough = (officerId: string | null, until: LocalDate | null) =>
  system().query(`update certificate_record set valid = daterange(lower(valid), $2::date) where officer_id = $1 and kind = 'enforcement'`, [
    officerId,
    until,
  ]);

describe('证件、主体变动以后，已经判断过的案件由系统再判断（处罚法第十七条、第四十二条，细则第八条第四项、第五项）', () => {
  it('证件改为当日失效：平台办的、报送的都预警，前一日的和别的单位的不动；改回去消除；各记一次', async () => {
    const [unit, other] = [served.city.区市场监管局, served.city.市市场监管局];
    const [performed, told, before, elsewhere] = [
      await decided(unit),
      await decided(unit, ANCHOR),
      await decided(unit, addDays(ANCHOR, -1)),
      await decided(other, ANCHOR),
    ];
    const all = [performed, told, before, elsewhere];
    const asked = () => Promise.all(all.map((id) => stands(id, 'S09')));
    await again();
    expect(await asked()).toEqual([false, false, false, false]);
    await setThrough(unit.handlerA.officerId, ANCHOR);
    expect(await again()).toBe(3);
    expect(await asked()).toEqual([true, true, false, false]);
    const count = await eventCount();
    await setThrough(unit.handlerA.officerId, ANCHOR);
    expect(await again()).toBe(3);
    expect(await eventCount()).toBe(count);
    await setThrough(unit.handlerA.officerId, null);
    expect(await again()).toBe(3);
    expect(await asked()).toEqual([false, false, false, false]);
    expect(await events(told, 'S09')).toEqual(['opened 执法、监督证件变动，据以重新判断', 'cleared 执法、监督证件变动，据以重新判断']);
    expect(await again()).toBe(0);
    expect((await verifyFindings(served.platform)).faults).toEqual([]);
  });

  it('法制审核人员的证件登记变动：审核过的案件也再判断（处罚法第五十八条）', async () => {
    const unit = served.city.旗市场监管局;
    const id = await decided(unit, addDays(ANCHOR, -1));
    await again();
    // As a case of the ordinary procedure has them: one handles, the other has reviewed.
    const by = async (reviews: Json) =>
      system().query(`update matter set state = state || jsonb_build_object('officerIds', $2::jsonb, 'reviews', $3::jsonb) where id = $1`, [
        id,
        JSON.stringify([unit.handlerA.officerId]),
        JSON.stringify(reviews),
      ]);
    const told = () =>
      system().query(`update certificate_record set legal_qual_no = '无' where officer_id = $1`, [unit.handlerB.officerId]);
    await by([]);
    await told();
    expect(await again()).toBe(0);
    await by([{ by: { officerId: unit.handlerB.officerId } }, { by: { officerId: null } }]);
    await told();
    expect(await again()).toBe(1);
  });

  it('主体资格自当日暂停：当日的预警，前一日的不预警，不在期间的不再判断', async () => {
    const unit = served.city.旗市场监管局;
    const [on, before] = [await decided(unit, ANCHOR), await decided(unit, addDays(ANCHOR, -1))];
    await again();
    await system().query(`update organisation_record set valid = daterange(lower(valid), $2::date) where organisation_id = $1`, [
      unit.id,
      ANCHOR,
    ]);
    await system().query('delete from case_cause');
    await system().query(
      `insert into organisation_record select (jsonb_populate_record(null::organisation_record, to_jsonb(r)
         || jsonb_build_object('id', gen_random_uuid(), 'valid', $2::text, 'qualification', 'suspended'))).*
       from organisation_record r where organisation_id = $1`,
      [unit.id, `[${ANCHOR},)`],
    );
    expect(await again()).toBe(1);
    expect([await stands(on, 'S01'), await stands(before, 'S01')]).toEqual([true, false]);
  });
});

describe('清单、基准变动以后再判断（处罚法第三十三条、第三十四条，细则第八条第三项、第八项）', () => {
  it('清单后到：清单上没有的事项预警，有的不预警；不在清单期间的不再判断', async () => {
    const unit = served.city.市市场监管局;
    const [listed, unlisted, earlier] = [
      await decided(unit, ANCHOR, { itemCode: 'CF-1' }),
      await decided(unit, ANCHOR, { itemCode: 'CF-9' }),
      await decided(unit, addDays(ANCHOR, -1), { itemCode: 'CF-9' }),
    ];
    await again();
    await system().query(
      `insert into list_entry_record (id, city, list, organisation_id, code, name, basis, power_kind, valid, known, act_id)
       values ($1, 1508, 'power', $2, 'CF-1', '处罚', '依据', 'penalty', daterange($3::date, null), '[2024-01-01,)', $1)`,
      [randomUUID(), unit.id, ANCHOR],
    );
    await again();
    expect(await Promise.all([listed, unlisted, earlier].map((id) => stands(id, 'S02')))).toEqual([false, true, false]);
  });

  it('四张清单只使同一事项的案件再判断，基准只使同一违法行为的再判断', async () => {
    const unit = served.city.市市场监管局;
    await decided(unit, ANCHOR, { itemCode: 'QJ-1' });
    await again();
    const line = (code: string) =>
      system().query(
        `insert into list_entry_record (id, city, list, organisation_id, code, name, basis, conditions, valid, known, act_id)
         values ($1, 1508, 'no-penalty', $2, $3, '事项', '依据', '首次', '[2024-01-01,)', '[2024-01-01,)', $1)`,
        [randomUUID(), unit.id, code],
      );
    await line('QJ-2');
    expect(await again()).toBe(0);
    await line('qj 1');
    expect(await again()).toBe(1);
    const benchmark = (violation: string, valid: string) =>
      system().query(
        `insert into benchmark_version (id, city, matter_id, maker_id, violation, no, valid, known, content, document_number, published_on, place, reported, act_id)
         values ($1, 1508, $1, $2, $3, 1, $4, '[2024-01-01,)', $5, '临市监发〔2024〕1号', '2024-01-01', '网站', true, $1)`,
        [randomUUID(), unit.id, violation, valid, JSON.stringify(typed.BENCHMARK.content)],
      );
    await benchmark('别的违法行为', '[2024-01-01,)');
    await benchmark(typed.CONDUCT, '[2020-01-01,2020-02-01)');
    expect(await again()).toBe(0);
    await benchmark(typed.CONDUCT, '[2024-01-01,)');
    expect(await again()).toBe((await rows(system(), 'select from summary_penalty where conduct = $1', [typed.CONDUCT])).length);
  });

  it('另一名称的基准：同一事项的、同一罚则的案件再判断，补录的施行日期在前也一样；别的事项、罚则、以后才施行的不动', async () => {
    const unit = served.city.旗市场监管局;
    const id = await decided(unit, ANCHOR, { itemCode: 'LY-1', conduct: '没有同名基准的行为' });
    await again();
    const [own] = await rows<{ basis: string }>(system(), `select state ->> 'basis' as basis from matter where id = $1`, [id]);
    const benchmark = async (violation: string, from: LocalDate, more: Input) => {
      const version = randomUUID();
      await system().query(
        `insert into benchmark_version (id, city, matter_id, maker_id, violation, no, valid, known, content, document_number, published_on, place, reported, act_id)
         values ($1, 1508, $1, $2, $3, 1, daterange($4, null), '[2024-01-01,)', $5, '1号', '2024-01-01', '网站', true, $1)`,
        [version, unit.id, violation, from, JSON.stringify({ ...typed.BENCHMARK.content, penalty: '《矿产资源法》第九条', ...more })],
      );
      return version;
    };
    const earlier = addDays(ANCHOR, -30);
    await benchmark('别的行为', earlier, { itemCode: 'LY-2' });
    await benchmark('本事项以后的行为', addDays(ANCHOR, 1), { itemCode: 'ly 1' });
    expect([await again(), await stands(id, 'Q01')]).toEqual([0, false]);
    // The only one of its item, but under another article: nobody knows that it is for this conduct, and none was chosen.
    const first = await benchmark('本事项的行为', earlier, { itemCode: 'ly 1' });
    expect([await again(), await stands(id, 'Q01')]).toEqual([1, true]);
    await system().query(`update benchmark_version set known = tstzrange(lower(known), now()) where id = $1`, [first]);
    expect([await again(), await stands(id, 'Q01')]).toEqual([1, false]);
    await benchmark('同一罚则的另一行为', earlier, { penalty: own?.basis ?? '' });
    expect(await again()).toBeGreaterThan(0);
    const judged = await rows<{ missing: Json }>(
      system(),
      'select p.missing from judgement j join judgement_pattern p on p.id = j.pattern where j.matter_id = $1',
      [id],
    );
    expect(JSON.stringify(judged)).toContain('同一处罚依据之下有其他违法行为的裁量权基准');
  });
});

describe('再判断在后台分步进行', () => {
  it('中途停下的，从停下的地方接着判断，一件不漏；两台同时进行，预警只记一次', async () => {
    const unit = served.city.区市场监管局;
    const ids: string[] = [];
    for (let i = 0; i < 23; i += 1) ids.push(await decided(unit, ANCHOR));
    await again();
    await setThrough(unit.handlerA.officerId, ANCHOR);
    let steps = 0;
    const first = await again(() => ++steps > 1);
    expect(first).toBe(20);
    const found = async () => (await Promise.all(ids.map((id) => stands(id, 'S09')))).filter((is) => is).length;
    expect(await found()).toBeLessThan(23);
    await Promise.all([again(), again()]);
    expect(await found()).toBe(23);
    expect((await Promise.all(ids.map((id) => events(id, 'S09')))).map((e) => e.length)).toEqual(ids.map(() => 1));
    expect(await rows(system(), 'select from case_round')).toEqual([]);
    expect(await rows(system(), 'select from case_cause')).toEqual([]);
  });

  it('刚有变动的等一等，没有再变动的才判断；判断不了的留到以后，不挡住别的', async () => {
    const unit = served.city.市市场监管局;
    const [bad, good] = [await decided(unit, ANCHOR), await decided(unit, ANCHOR)];
    await again();
    await setThrough(unit.handlerA.officerId, ANCHOR);
    expect(await settleCaseCauses(deps(), () => false, 60)).toBe(0);
    await inTransaction(system(), SYSTEM_PREAMBLE, (client) =>
      client.query(`update matter set state = state - 'party' where id = $1`, [bad]),
    );
    await again();
    expect(await stands(good, 'S09')).toBe(true);
    expect(await rows(system(), `select keys from case_cause where register = 'record'`)).toEqual([{ keys: [bad] }]);
    expect(await again()).toBe(0);
  });
});
