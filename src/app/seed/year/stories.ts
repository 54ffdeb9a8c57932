import { addDays } from '#law';
import { reportCases } from '../../../enforcement/case-reports/actions.ts';
import { reportingOf } from '../../reported-cases.ts';
import type { PlantingDays } from '../decisions/plants.ts';
import { lastDay, send } from '../decisions/report.ts';
import { furtherLists } from '../lists/list-file.ts';
import { assigned, CITY, DOCUMENT, dealtWith, draftTo, handled, LINHE, received, reported, URAD } from '../stories/letters.ts';
import { loadLists } from '../stories/lists.ts';
import type { Story } from '../town/timeline.ts';
import type { SeedWorld } from '../world/world.ts';
import { kindOf, PAPERS, toldCase, yearCases } from './cases.ts';
import { type YearPlan, yearDecisions } from './decisions.ts';
import { deedStory } from './duties/deeds.ts';
import { filedPenaltyStory } from './duties/filed-penalties.ts';
import { listedDuties } from './duties/listed.ts';
import { filedTwice, filedTwiceCases } from './filed-twice.ts';
import { lives } from './lives/story.ts';
import { skippedCase, skippedCases } from './skipped.ts';
import { laterUnits, yearUnits } from './units.ts';

type Say = (line: string) => void;

/** The whole city's year: lists of all departments, monthly reports of what they decided, and every month some documents. */
export function yearStories(world: SeedWorld, plan: YearPlan, days: PlantingDays, say: Say): readonly Story[] {
  return [
    ...[lists(days), reports(world, plan, days, say), cases(say), skipped, filedAgain, lives(plan.perYear, days, say)],
    ...[duties(days), deedStory, filedPenaltyStory],
    ...Array.from({ length: 10 }, (_, month) => documents(month)).flat(),
  ];
}

function lists(days: PlantingDays): Story {
  return async function* (town) {
    yield town.day(-398);
    await loadLists(town, '全市其他部门权责清单（演示）.csv', furtherLists(town.world, [...yearUnits(town.world, days), ...laterUnits()]));
  };
}

/** What units owe beside their cases, so late that what is due today is still due. */
function duties(days: PlantingDays): Story {
  return async function* (town) {
    yield town.day(-3);
    await loadLists(town, '各单位清单和制度（演示）.csv', listedDuties(town.world, days, town.clock.today()));
  };
}

/** As often as what is planted in decisions. */
export const CASE_ROUNDS = 5;
const SYSTEM = 'lh-zrzy-jk';
const OFFICERS = ['lh-zrzy-cb1', 'lh-zrzy-cb2'];
const HOST = 'lh-zrzy-fz';
const SAID_EVERY = 50;
/** Of these the tables know by then what a case looks like. */
const COUNTED = 20;
const COUNT_ROWS =
  'analyze file, matter, act, act_payload, party, ordinary_penalty, finding, clock, task, document, case_report, case_report_step, case_wake';

/**
 * One department tells its cases from a system of its own: breaches, and lawful cases just beside them. All of it stands in one
 * transaction, in which nobody else counts the rows: the planner is told of them before and while they come.
 */
function cases(say: Say): Story {
  return async function* (town) {
    yield town.day(-60);
    const officers = OFFICERS.map(town.officer);
    const { platform } = town.opened;
    const reporting = reportingOf(town.opened);
    const all = yearCases(CASE_ROUNDS);
    for (const [i, { ref, plant }] of all.entries()) {
      if (i === 0 || i === COUNTED) await platform.pool.query(COUNT_ROWS);
      const papers: string[] = [];
      for (let n = 0; n < PAPERS; n += 1) papers.push(await town.upload(SYSTEM, `案卷材料${n + 1}.pdf`));
      const told = toldCase(plant, { ref, openedOn: addDays(town.world.anchor, -200), officers, host: town.officer(HOST), papers });
      const answer = await reportCases(reporting, town.seat(SYSTEM), kindOf(plant), { cases: [told] });
      const held = answer.cases.flatMap((c) => c.steps).filter((s) => s.outcome === 'held');
      if (held.length > 0) throw new Error(`${ref} ${plant} not taken: ${JSON.stringify(held)}`);
      if ((i + 1) % SAID_EVERY === 0 || i + 1 === all.length) say(`  自有系统报送案件 ${i + 1}/${all.length} 件`);
    }
  };
}

/** Of some cases the same system leaves out a step; of half of them it comes within the week in which nobody is asked. */
const skipped: Story = async function* (town) {
  yield town.day(-40);
  const reporting = reportingOf(town.opened);
  const parts = { openedOn: addDays(town.world.anchor, -200), officers: OFFICERS.map(town.officer), host: town.officer(HOST) };
  const laters = [];
  for (const { ref, plant } of skippedCases(CASE_ROUNDS)) {
    const papers: string[] = [];
    for (let n = 0; n < PAPERS; n += 1) papers.push(await town.upload(SYSTEM, `案卷材料${n + 1}.pdf`));
    const { first, later } = skippedCase(plant, { ...parts, ref, papers });
    const { held } = await reportCases(reporting, town.seat(SYSTEM), 'ordinary-penalty', { cases: [first] });
    if (held === 0) throw new Error(`${ref} ${plant} taken whole`);
    if (later !== null) laters.push(later);
  }
  yield town.day(-37);
  for (const later of laters) {
    const { held, cases } = await reportCases(reporting, town.seat(SYSTEM), 'ordinary-penalty', { cases: [later] });
    if (held > 0 || cases[0]?.status !== 'archived') throw new Error(`${later.caseRef} not taken: ${JSON.stringify(cases)}`);
  }
};

/** A second department files what the first has filed already, or the like of the next day. */
const filedAgain: Story = async function* (town) {
  yield town.day(-50);
  const officers = ['lh-cg-cb1', 'lh-cg-cb2'].map(town.officer);
  for (const { ref, plant, first } of filedTwiceCases(yearCases(CASE_ROUNDS))) {
    const papers: string[] = [];
    for (let n = 0; n < PAPERS; n += 1) papers.push(await town.upload('lh-cg-jk', `案卷材料${n + 1}.pdf`));
    const parts = { ref, openedOn: addDays(town.world.anchor, -200), officers, host: town.officer('lh-cg-fz'), papers };
    const told = filedTwice(plant, first, parts);
    const { held, cases } = await reportCases(reportingOf(town.opened), town.seat('lh-cg-jk'), 'ordinary-penalty', { cases: [told] });
    if (held > 0) throw new Error(`${ref} ${plant} not taken: ${JSON.stringify(cases)}`);
  }
};

const FIRST_REPORT = -394;
const EVERY = 30;
const CALL = 1000;

/** A department's system sends at most a thousand decisions in one call. */
function reports(world: SeedWorld, plan: YearPlan, days: PlantingDays, say: Say): Story {
  return async function* (town) {
    let left = yearDecisions(world, plan, days);
    const all = left.length;
    for (let offset = FIRST_REPORT; left.length > 0; offset = Math.min(offset + EVERY, -10)) {
      const on = town.day(offset);
      yield on;
      const due = left.filter((row) => lastDay(row) <= on);
      left = left.filter((row) => lastDay(row) > on);
      for (let at = 0; at < due.length; at += CALL) {
        await send(town, 'sf-jk', due.slice(at, at + CALL), 'publicity', `-year-${at / CALL}`);
        say(`  ${on} 归集处罚决定 ${all - left.length - due.length + Math.min(at + CALL, due.length)}/${all} 件`);
      }
      // Queries are planned by what the tables hold.
      if (offset === FIRST_REPORT) await town.opened.platform.pool.query('analyze');
      if (offset === -10 && left.length > 0) throw new Error(`${left.length} decisions would be reported after the anchor`);
    }
  };
}

const PARTNERS = [
  {
    from: CITY,
    units: [
      ['市交通局', 'jt'],
      ['市农牧局', 'nm'],
      ['市应急局', 'yj'],
      ['市卫健委', 'wj'],
      ['市人社局', 'rs'],
    ],
  },
  {
    from: LINHE,
    units: [
      ['临河城管局', 'lh-cg'],
      ['临河自然资源局', 'lh-zrzy'],
      ['临河市场监管局', 'lh-scjg'],
    ],
  },
  {
    from: URAD,
    units: [
      ['乌中农牧局', 'wz-nm'],
      ['乌中林草局', 'wz-lc'],
    ],
  },
] as const;

/** Three documents of one month, answered in time, checked and closed. */
function documents(month: number): readonly Story[] {
  return PARTNERS.map(({ from, units }, i): Story => {
    const [unit, login] = units[month % units.length] ?? units[0];
    return async function* (town) {
      const receipt = town.day(-375 + EVERY * month + i);
      const draft = draftTo(town, from, unit, `第${month + 1}轮案卷抽查`, [
        {
          facts: '抽查的案卷中，送达回证未注明送达时间。',
          norm: '送达应当有送达回证，由受送达人记明收到日期。',
          demand: '补正送达回证，核对同期案卷。',
        },
      ]);
      const id = yield* received(town, from, draft, login, receipt);
      await assigned(town, login, id);
      yield town.day(town.offset(receipt) + 12);
      const done = await dealtWith(town, login, 1, town.clock.today());
      await handled(town, login, id, [done], '已补正，并核对同期案卷。');
      await reported(town, login, id);
      yield town.day(town.offset(receipt) + 19);
      await town.act(from.drafter, DOCUMENT, 'verify', id, { results: [{ no: 1, outcome: 'passed' }], onSite: false });
      await town.act(from.deputy, DOCUMENT, 'close', id);
    };
  });
}
