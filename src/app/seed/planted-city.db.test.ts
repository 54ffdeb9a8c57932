import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, chineseDay, localDate } from '#law';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { guidanceStanding } from '#registers/guidance';
import { settleCauses } from '../../enforcement/penalty-records/actions-causes.ts';
import { OPEN_REGISTERS } from '../public-portal/published-registers.ts';
import { TRUTH } from './decisions/truth-table.ts';
import { DUTY_TRUTH } from './lists/duty-truth.ts';
import { ANCHOR, DOUBTED, decisionsOf, type EmptyCity, emptyCity, foundByPlant, yearsOf } from './planted-city.fixtures.ts';
import { ledgersOf } from './planted-ledgers.fixtures.ts';
import { STORY_NEAR, STORY_TRUTH } from './stories/case-truth.ts';
import type { SeedWorld } from './world/world.ts';

let planted: EmptyCity;
let world: SeedWorld;
beforeAll(async () => {
  planted = await emptyCity();
  const filled = await planted.fill();
  if (filled === null) throw new Error('the database was not empty');
  world = filled;
});
afterAll(() => planted.close());

const all = <T extends Record<string, unknown>>(sql: string): Promise<T[]> => rows<T>(planted.database.pool, sql);

describe('演示城市的处罚决定', () => {
  it('每条植入的决定都在真值表里，真值表里的每条都已植入；每条规则至少两条应疑、两条不应疑', async () => {
    const ids = (await decisionsOf(world)).flatMap((d) => d.plant ?? []);
    expect([...ids, ...(await yearsOf(world)).values()].sort()).toEqual(TRUTH.map((t) => t.plant).sort());
    for (const rule of new Set(TRUTH.map((t) => t.rule))) {
      expect(TRUTH.filter((t) => t.rule === rule && t.doubted).length, rule).toBeGreaterThanOrEqual(2);
      expect(TRUTH.filter((t) => t.rule === rule && !t.doubted).length, rule).toBeGreaterThanOrEqual(2);
    }
  });

  it('预警与真值表完全一致：不少一条，不多一条', async () => {
    expect(await foundByPlant(planted, world)).toEqual(DOUBTED);
  });

  it('不应疑的是判断过的，不是无法判断', async () => {
    const byPlant = new Map((await decisionsOf(world)).flatMap((d) => (d.plant === null ? [] : [[d.plant, d.number]])));
    for (const [subject, plant] of await yearsOf(world)) byPlant.set(plant, subject);
    const missing = await all<{ number: string; missing: [string, string][] }>(
      `select coalesce(m.state->'row'->'number'->>'text', r.name || ' ' || j.cohort || '年度') as number, p.missing
       from judgement j join judgement_pattern p on p.id = j.pattern
       left join matter m on m.id = j.matter_id left join organisation_today r on r.organisation_id = j.matter_id`,
    );
    const lacking = TRUTH.filter((t) => !t.doubted).flatMap((t) => {
      const row = missing.find((m) => m.number === byPlant.get(t.plant));
      return row?.missing.filter(([rule]) => rule === t.rule).map(([, what]) => `${t.plant} ${what}`) ?? [`${t.plant} 未判断`];
    });
    expect(lacking).toEqual([]);
  });
});

describe('演示城市各单位的清单、制度、委托书', () => {
  const nameOf = (key: string) => world.units.find((u) => u.key === key)?.name ?? key;
  it('每条规则的预警与真值表完全一致：不少一条，不多一条', async () => {
    const found = await all<{ rule: string; subject: string; because: string }>(
      `select rule_id as rule, subject, because from finding where rule_id in (${[...new Set(DUTY_TRUTH.map((t) => `'${t.rule}'`))].join()})
       and stands and missing is null`,
    );
    const expected = DUTY_TRUTH.filter((t) => t.doubted);
    expect(found.map((f) => `${f.rule} ${f.subject}`).sort()).toEqual(expected.map((t) => `${t.rule} ${nameOf(t.unit)} 2026年度`).sort());
    for (const { rule, unit, fact } of expected)
      expect(found.find((f) => f.rule === rule && f.subject.startsWith(nameOf(unit)))?.because).toContain(fact);
  });
  it('不应疑的是判断过的，不是无法判断', async () => {
    const judged = await all<{ unit: string; asked: [string, number][]; missing: [string, string][] }>(
      `select r.name as unit, p.asked, p.missing from judgement j join judgement_pattern p on p.id = j.pattern
       join organisation_today r on r.organisation_id = j.matter_id where j.cohort = 2026`,
    );
    for (const { rule, unit } of DUTY_TRUTH.filter((t) => !t.doubted)) {
      const of = judged.find((j) => j.unit === nameOf(unit));
      expect(
        of?.asked.map(([id]) => id),
        `${rule} ${unit}`,
      ).toContain(rule);
      expect(
        of?.missing.map(([id]) => id),
        `${rule} ${unit}`,
      ).not.toContain(rule);
    }
  });
  it('岗位职责分解：两人一项，证件当日有效', async () => {
    const found = await all(`select post, certificate from list_entry_record where list = 'post-duty' and upper_inf(known)`);
    expect(found).toHaveLength(2);
  });
});

describe('演示城市的普通程序处罚案件（行政处罚法第五章第三节）', () => {
  const asking = (table: Readonly<Record<string, readonly string[]>>) =>
    Object.keys(table).filter((title) => table[title]?.includes('I09') === true);
  const [late, near] = [asking(STORY_TRUTH), asking(STORY_NEAR)];

  it('停在各个环节；一件由自有系统补录，一人取证的转为预警；迟了四日录入的各有一条预警', async () => {
    const cases = await all<{ cause: string; status: string }>(
      `select c.cause, m.status from ordinary_penalty c join matter m on m.id = c.matter_id order by c.cause collate "C"`,
    );
    expect(Object.fromEntries(cases.map((c) => [c.cause, c.status]))).toEqual({
      未按规定明码标价: 'archived',
      销售商品不明码标价: 'urged',
      价格欺诈: 'hearing',
      未按规定标示价格: 'told',
      销售未标价商品: 'investigating',
      网络交易价格标示不清: 'clue',
      擅自占用城市道路: 'investigating',
      占道堆放商品不明码标价: 'investigating',
      出租摊位价格公示不全: 'investigating',
      摊位费标示不清: 'investigating',
      责令改正后仍未按规定明码标价: 'investigating',
      ...Object.fromEntries([...late, ...near].map((cause) => [cause, expect.any(String)])),
    });
    const found = await all<{ rule: string; cause: string; severity: string; because: string }>(
      `select f.rule_id as rule, c.cause, f.severity, f.because from finding f join ordinary_penalty c on c.matter_id = f.matter_id
       where f.stands and f.rule_id <> 'R-reported-act' order by f.rule_id, c.cause`,
    );
    expect(found.filter(({ rule }) => rule !== 'I09')).toEqual([
      { rule: 'S09', cause: '擅自占用城市道路', severity: 'red', because: expect.stringContaining('持当日有效行政执法证的1人，不足两人') },
    ]);
    expect(found.flatMap(({ rule, cause }) => (rule === 'I09' ? [cause] : [])).toSorted()).toEqual(late.toSorted());
    expect(new Set(found.flatMap(({ rule, severity, because }) => (rule === 'I09' ? [`${severity} ${because.slice(-6)}`] : [])))).toEqual(
      new Set(['orange 相差超过3日']),
    );
  });

  it('恰好三日录入的判断过及时录入（I09），不是无法判断', async () => {
    const judged = await all<{ cause: string; asked: [string, number][]; missing: [string, string][] }>(
      `select c.cause, p.asked, p.missing from judgement j join judgement_pattern p on p.id = j.pattern
       join ordinary_penalty c on c.matter_id = j.matter_id`,
    );
    const asked = (list: readonly (readonly [string, unknown])[]) => list.some(([rule]) => rule === 'I09');
    const lawful = judged.filter(({ asked: rules, missing }) => asked(rules) && !asked(missing)).map(({ cause }) => cause);
    expect(near.filter((cause) => !lawful.includes(cause))).toEqual([]);
  });
});

describe('演示城市的责令改正（行政处罚法第二十八条）', () => {
  it('一件在改正期限以内，一件期限已过待复查，一件两次没有改正、另行立案并归档', async () => {
    const orders = await all<{ status: string; orders: number; followed: string | null; isPast: boolean; cause: string | null }>(
      `select m.status, c.orders, c.followed, c.correct_by < '${ANCHOR}'::date as "isPast", p.cause
       from correction_order c join matter m on m.id = c.matter_id left join ordinary_penalty p on p.matter_id = c.case_id order by c.opened_on`,
    );
    expect(orders).toEqual([
      { status: 'archived', orders: 2, followed: 'filed', isPast: true, cause: '责令改正后仍未按规定明码标价' },
      { status: 'with-party', orders: 1, followed: null, isPast: true, cause: null },
      { status: 'with-party', orders: 1, followed: null, isPast: false, cause: null },
    ]);
  });
});

describe('演示城市的执法协助、协查（行政处罚法第二十六条，细则第四条第二项、第六条）', () => {
  it('一件已答复并列为证据，一件期限将至，一件不予协助、协商不成，成为临河司法局的线索', async () => {
    const asked = await all<{ status: string; outcome: string | null; due: string | null }>(
      `select m.status, a.outcome, (select c.due_on::text from clock c where c.matter_id = m.id and c.clock_id = 'KE-60' and c.stopped_on is null) as due
       from assistance a join matter m on m.id = a.matter_id order by m.status`,
    );
    expect(asked).toEqual([
      { status: 'considering', outcome: null, due: '2026-11-27' },
      { status: 'coordinating', outcome: 'refused', due: null },
      { status: 'done', outcome: 'given', due: null },
    ]);
    const pieces = await all<{ cause: string; evidence: { source: string }[] }>(
      `select c.cause, m.state->'evidence' as evidence from ordinary_penalty c join matter m on m.id = c.matter_id
       where c.cause = '占道堆放商品不明码标价'`,
    );
    expect(pieces.flatMap(({ evidence }) => evidence.map(({ source }) => source))).toEqual([
      expect.stringContaining('临河区综合行政执法局'),
    ]);
    const letters = await all(
      `select d.kind, d.state from document d join assistance a on a.matter_id = d.matter_id where d.number is not null and a.outcome = 'given' order by d.seq`,
    );
    expect(letters).toEqual([
      { kind: 'CT14-协查函', state: 'served' },
      { kind: 'CT14-复函', state: 'served' },
    ]);
    const clues = await all(`select m.status, m.title from matter m where m.kind = 'case-supervision' and m.title like '%协助争议%'`);
    expect(clues).toEqual([{ status: 'triage', title: expect.stringContaining('清点占道经营摊位') }]);
  });
});

describe('演示城市的当场处罚（行政处罚法第五十一条至第五十三条、第七十一条）', () => {
  it('一件已归档，一件罚款待交至机关，一件待报备；没有一件被规则怀疑', async () => {
    const cases = await all<{ status: string; n: number }>(
      `select m.status, count(*)::int as n from summary_penalty c join matter m on m.id = c.matter_id group by m.status order by m.status`,
    );
    expect(cases).toEqual([
      { status: 'archived', n: 1 },
      { status: 'delivered', n: 1 },
      { status: 'recorded', n: 1 },
    ]);
    const doubts = await all(`select rule_id, because from finding f join summary_penalty c on c.matter_id = f.matter_id where f.stands`);
    expect(doubts).toEqual([]);
  });
});

describe('台账导出与所见一致（细则第三条第二款）', () => {
  it.each([
    ['sf-jz', ''],
    ['sf-jz', '&sort=due&open=true'],
    ['lh-scjg-jz', ''],
  ])('%s逐种台账%s：同样的行、同样的栏、同样的先后', async (login, filter) => {
    const ledgers = await ledgersOf(planted, world, login, filter);
    expect(ledgers.length).toBeGreaterThanOrEqual(filter === '' ? 5 : 3);
    for (const { kind, seen, taken, titles } of ledgers) {
      expect(taken, kind).toEqual(seen);
      expect(titles.slice(0, 3), kind).toEqual(['到期日', '文号', '事项']);
    }
  });
});

describe('演示城市的证件和特邀监督员（细则第八条第五项、第十六条、第十七条）', () => {
  it('证件办理停在各个环节，名录与之一致', async () => {
    const affairs = await all<{ affair: string; status: string }>(
      `select c.affair, m.status from certificate_affair c join matter m on m.id = c.matter_id order by c.affair`,
    );
    expect(affairs).toEqual([
      { affair: 'cancellation', status: 'done' },
      { affair: 'issue', status: 'awaiting' },
      { affair: 'loss', status: 'applied' },
      { affair: 'suspension', status: 'suspended' },
    ]);
    const standing = await all<{ status: string }>(
      `select status from certificate_record where upper_inf(known) and by_act and valid @> '${ANCHOR}'::date order by status`,
    );
    expect(standing.map((s) => s.status)).toEqual(['cancelled', 'suspended', 'void']);
  });

  it('两名特邀监督员在聘并已发证（市、旗县区各一名），一名待资格审查', async () => {
    const found = await all(
      `select m.status, s.handed_on is not null as has, s.activities from special_supervisor s join matter m on m.id = s.matter_id order by m.status, s.activities`,
    );
    expect(found).toEqual([
      { status: 'nominated', has: false, activities: 0 },
      { status: 'serving', has: true, activities: 0 },
      { status: 'serving', has: true, activities: 1 },
    ]);
  });
});

describe('演示城市的业务指导和执法主体（细则第二条第五款、第八条第四项、第二十三条第一款）', () => {
  it('一个指导关系七个月没有指导，其余都在六个月内；一件请示待答复，一件记录待对方确认', async () => {
    const links = (
      await inTransaction(planted.database.pool, SYSTEM_PREAMBLE, (client) => guidanceStanding(client, world.city, ANCHOR))
    ).filter((l) => l.relation !== 'counterpart');
    const silent = links.filter((l) => l.lastConfirmedOn === null || addMonths(l.lastConfirmedOn, 6) < ANCHOR);
    expect(silent.map((l) => l.guided)).toEqual(['乌拉特中旗呼勒斯太苏木人民政府（演示）']);
    expect(links.length).toBeGreaterThanOrEqual(6);
    const open = await all<{ status: string }>(
      `select m.status from guidance g join matter m on m.id = g.matter_id where g.ended_on is null order by m.status`,
    );
    expect(open.map((o) => o.status)).toEqual(['asked', 'confirming']);
  });

  it('一轮清理在单位自查，一个单位已经报送；一件设立待政府批准，名录里还没有该单位', async () => {
    const rounds = await all<{ status: string; reported: number }>(
      `select m.status, r.reported from subject_review r join matter m on m.id = r.matter_id`,
    );
    expect(rounds).toEqual([{ status: 'reporting', reported: 1 }]);
    expect(await all(`select m.status, c.change from subject_change c join matter m on m.id = c.matter_id`)).toEqual([
      { status: 'approving', change: 'establish' },
    ]);
    expect(await all(`select from organisation_record where name like '%数据管理局%'`)).toEqual([]);
  });
});

describe('演示城市的规范性文件备案（细则第八条第六项、第十八条、第二十八条）', () => {
  it('停在各个环节；一件逾期报送，一件纠正期限已过，一件已经失效', async () => {
    const filings = await all<{ status: string; late: boolean }>(
      `select m.status, n.is_late as late from normative_filing n join matter m on m.id = n.matter_id order by m.status, n.title`,
    );
    const { late } = filings.find((f) => f.status === 'reviewing') ?? { late: null };
    expect(filings.map((f) => f.status)).toEqual([
      ...['checking', 'correcting', 'declined', 'escalating', 'filed', 'filed', 'lapsed', 'reviewing', 'supplementing'],
    ]);
    expect([late, filings.filter((f) => f.late).length]).toEqual([true, 1]);
  });

  it('实施细则在目录中，最后一日2028-07-27，提前一年提醒', async () => {
    const [found] = await all<{ through: string; due: string }>(
      `select (upper(d.valid) - 1)::text as through, c.due_on::text as due from normative_document d
       join clock c on c.matter_id = d.matter_id and c.clock_id = 'KS-03' where d.title like '%协调监督实施细则' and upper_inf(d.known)`,
    );
    expect(found).toMatchObject({ through: '2028-07-27', due: '2028-07-27' });
  });
});

describe('演示城市的清单和裁量权基准', () => {
  const listed = (where: string) =>
    all<{ unit: string; n: number }>(
      `select r.name as unit, count(*)::int as n from list_entry_record e join organisation_today r on r.organisation_id = e.organisation_id
       where upper_inf(e.known) and ${where} group by r.name order by r.name`,
    );

  it('作出决定的机关都有权责清单；以委托机关名义办案的没有，苏木乡镇凭赋权清单', async () => {
    const having = (await listed(`e.list = 'power' and e.valid @> '${ANCHOR}'::date`)).map((l) => l.unit);
    const deciding = await all<{ unit: string; kind: string }>(
      `select distinct r.name as unit, r.kind from penalty_record p join organisation_today r on r.organisation_id = p.organ_id`,
    );
    const lacking = deciding.filter((d) => !having.includes(d.unit));
    expect(lacking.map((l) => l.kind).sort()).toEqual(['delegate', 'subordinate', 'township', 'township']);
  });

  it('清单调整前后内容不同：移出的事项止于前一日，列入的自当日起（令275）', async () => {
    const on = async (day: string) =>
      (
        await all<{ code: string }>(
          `select e.code from list_entry_record e join organisation_today r on r.organisation_id = e.organisation_id
           where r.name = '巴彦淖尔市农牧局（演示）' and e.list = 'power' and upper_inf(e.known) and e.valid @> '${day}'::date order by e.code`,
        )
      ).map((e) => e.code);
    const [before, after] = [await on('2026-09-14'), await on('2026-09-15')];
    expect(before.filter((code) => !after.includes(code))).toEqual(['NM-CF-006']);
    expect(after.filter((code) => !before.includes(code))).toEqual(['NM-CF-007']);
  });

  it('四张清单只由市级部门制定，一个部门缺一张；苏木乡镇、街道有赋权清单（细则19¶2，处罚法24）', async () => {
    const lenient = `e.list in ('no-penalty', 'lighter', 'mitigated', 'no-coercion')`;
    const counts = await listed(lenient);
    expect(counts.filter((c) => c.n !== 4).map((c) => [c.unit, c.n])).toEqual([['巴彦淖尔市人力资源和社会保障局（演示）', 3]]);
    expect(counts.every((c) => c.unit.startsWith('巴彦淖尔市'))).toBe(true);
    const empowered = (await listed(`e.list = 'empowerment'`)).map((l) => l.unit);
    expect(empowered).toEqual(expect.arrayContaining(['临河区狼山镇人民政府（演示）', '乌拉特中旗呼勒斯太苏木人民政府（演示）']));
  });

  it('裁量权基准已公布，一件修改过一次、两个版本各有其日，一件待审核，年度评估没有逾期的', async () => {
    const versions = await all<{ violation: string; n: number }>(
      `select violation, count(*)::int as n from benchmark_version where upper_inf(known) group by violation order by violation`,
    );
    expect(versions.length).toBeGreaterThanOrEqual(7);
    expect(versions.filter((v) => v.n > 1).map((v) => v.violation)).toEqual(['未查验供货者许可证']);
    const late = await all(
      `select c.due_on from clock c join matter m on m.id = c.matter_id where m.kind = 'discretion-benchmark' and c.stopped_on is null and c.due_on < '${ANCHOR}'`,
    );
    expect(late).toEqual([]);
    const waiting = await all(`select title from matter where kind = 'discretion-benchmark' and status = 'reviewing'`);
    expect(waiting).toEqual([{ title: '裁量权基准：未按规定维护营运车辆' }]);
  });
});

describe('公众查看裁量权基准和委托书（处罚法第二十条、第三十四条）', () => {
  const asked = (words: string, on: string) => ({ words, on: localDate(on), page: 1 });
  const register = (path: string) => {
    const found = OPEN_REGISTERS.find((r) => r.path === path);
    if (found === undefined) throw new Error(path);
    return (words: string, on: string, first = 0) =>
      inTransaction(planted.database.pool, 'set transaction read only; set local role app_public;', (client) =>
        found.read(client, asked(words, on), first, 20),
      );
  };

  it('基准：各日给当日的版本；未公布的拟稿查不到；密级提高的不再出现', async () => {
    const read = register('/public/benchmarks');
    const violation = '未查验供货者许可证';
    const versions = await all<{ id: string; from: string }>(
      `select matter_id as id, lower(valid)::text as "from" from benchmark_version where violation = '${violation}' and upper_inf(known) order by 2`,
    );
    const [first, second] = versions.map((v) => v.from);
    const on = async (day: string) => (await read(violation, day)).entries.map((e) => e.facts.at(-1)?.[1]);
    expect(await on(addDays(localDate(first ?? ''), -1))).toEqual([]);
    expect(await on(first ?? '')).toHaveLength(1);
    expect(await on(addDays(localDate(second ?? ''), -1))).toEqual(await on(first ?? ''));
    expect(await on(second ?? '')).not.toEqual(await on(first ?? ''));
    expect((await read('未按规定维护营运车辆', ANCHOR)).total).toBe(0);
    const label = (n: number) => planted.database.pool.query('update matter set label = $1 where id = $2', [n, versions[0]?.id]);
    await label(3);
    expect(await on(second ?? '')).toEqual([]);
    await label(2);
  });

  it('委托书：期限最后一日在，次日不在；写明双方是否公布、是否备案', async () => {
    const read = register('/public/delegations');
    const now = await read('', ANCHOR);
    expect(now.entries.map((e) => e.title)).toEqual(Array.from({ length: now.total }, () => expect.stringContaining('委托') as string));
    expect(JSON.stringify(now.entries)).toContain('受委托组织尚未公布');
    const [ended] = await all<{ to: string }>(
      `select term_to::text as "to" from delegation where term_to < '${ANCHOR}' order by 1 limit 1`,
    );
    const last = localDate(ended?.to ?? '');
    const terms = async (day: string) => (await read('', day)).entries.map((e) => e.facts[3]?.[1]);
    const gone = (await terms(last)).filter((term) => term?.endsWith(chineseDay(last)));
    expect(gone).toHaveLength(1);
    expect((await terms(addDays(last, 1))).filter((term) => gone.includes(term))).toEqual([]);
    await planted.database.pool.query('update delegation set label = 4');
    expect((await read('', ANCHOR)).total).toBe(0);
    await planted.database.pool.query('update delegation set label = 2');
  });
});

describe('名录、参数没有实质变化时的再判断', () => {
  it('全部决定再判断一次，预警和无法判断都与初次一致，一条也不多记', async () => {
    const { platform, identity } = await planted.opened();
    const said = async () => ({
      events: (await all('select from finding_event')).length,
      patterns: await all('select matter_id, pattern from judgement order by matter_id'),
    });
    const before = await said();
    await planted.database.pool.query(`insert into penalty_cause (city, register, keys) values ($1, 'profile', '{}')`, [world.city]);
    const deps = { platform, sealing: identity.keys };
    expect(await settleCauses(deps, world.city, 0)).toBeGreaterThan(100);
    expect(await said()).toEqual(before);
  });
});

describe('演示城市的全部办理记录', () => {
  it('重新推演与各表一致，链条完整（faheng verify）', async () => {
    const verdict = await verify((await planted.opened()).platform);
    expect(verdict.faults).toEqual([]);
    expect(verdict.matters).toBeGreaterThan(300);
  });

  it('后台没有办不成的事', async () => {
    expect(await all('select topic, error from outbox where done_at is null or error is not null')).toEqual([]);
  });

  it('演示要看的各种情形都在：期限还剩十日、五日、一日，逾期由平台记明，退回、撤回、函件、待签收、待审核、待签发', async () => {
    const found = await all<{ status: string; n: number }>(
      `select status, count(*)::int as n from matter where kind = 'supervision-document' group by status`,
    );
    const count = new Map(found.map((f) => [f.status, f.n]));
    for (const status of 'draft reviewing signing sealing receiving handling legal-review lapsed performing answering answered withdrawn closed'.split(
      ' ',
    ))
      expect(count.get(status) ?? 0, status).toBeGreaterThan(0);
    const due = await all<{ due_on: string }>(
      `select due_on from clock where clock_id = 'KS-01' and stopped_on is null and due_on >= '${ANCHOR}'`,
    );
    expect(due.map((d) => d.due_on)).toEqual(expect.arrayContaining(['2026-12-04', '2026-11-30', '2026-11-25']));
    const lapsed = await all<{ lapsed_on: string }>('select lapsed_on from supervision_document where lapsed_on is not null');
    expect(lapsed.map((l) => l.lapsed_on)).toContain(ANCHOR);
  });

  it('已经有数据的库不再植入', async () => {
    expect(await planted.fill()).toBeNull();
  });
});
