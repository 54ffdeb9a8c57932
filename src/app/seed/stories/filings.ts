import { addDays, type Json, type LocalDate } from '#law';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { settleFilings } from '../../../supervision/major-penalty-filings/actions.ts';
import type { Planned } from '../decisions/plan.ts';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import { type Bureau, CITY, LINHE, type Step } from './letters.ts';

export const FILING = 'major-penalty-filing';
/** When the department's report of these decisions has come in. */
const KNOWN = -89;

type Owed = { readonly id: string; readonly dueOn: LocalDate | null };

/** What has to be filed for a planted decision, once the platform has listed it. */
function owedFor(town: Town, decisions: readonly Planned[], plant: string): Promise<Owed | null> {
  return owedOf(town, decisions.find((d) => d.plant === plant)?.number ?? '');
}

/** The same of any decision, by its 文号. */
export async function owedOf(town: Town, number: string): Promise<Owed | null> {
  await settleFilings(town.opened.platform, () => false);
  const [found] = await inTransaction(town.opened.platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<Owed>(
      client,
      `select f.matter_id as id, c.due_on as "dueOn" from major_penalty_filing f
       left join clock c on c.city = f.city and c.cohort = f.cohort and c.matter_id = f.matter_id where f.number = $1`,
      [number],
    ),
  );
  return found ?? null;
}

async function prepared(town: Town, unit: string, id: string, late: string | null = null): Promise<void> {
  const by = `${unit}-cb1`;
  const papers = async (...names: readonly string[]) => Promise.all(names.map((name) => town.upload(by, `${name}.pdf`)));
  await town.act(by, FILING, 'prepare', id, {
    ...{ facts: '经检查发现并查实的违法行为，有现场笔录、询问笔录和照片证实。', contact: '法制科 0478-0000000' },
    ...{ process: '立案、调查取证、事先告知、法制审核、集体讨论后作出决定并送达。', lateBecause: late },
    ...{ decisionPaper: await papers('行政处罚决定书'), notices: await papers('行政处罚事先告知书') },
    ...{ caseOpening: await papers('立案审批表'), legalReview: await papers('法制审核意见书') },
    ...{ discussion: await papers('集体讨论记录'), evidence: await papers('现场笔录', '询问笔录') },
  });
}

/** Prepared and sent by a unit, which its logins begin with. */
export async function filed(town: Town, unit: string, id: string, late: string | null = null): Promise<void> {
  await prepared(town, unit, id, late);
  await town.act(`${unit}-jz`, FILING, 'file', id, { opinion: '同意报送。' });
}

export const SOUND = { organ: 'sound', evidence: 'sound', basis: 'sound', procedure: 'sound' };

const inTime = (decisions: readonly Planned[]): Story =>
  async function* (town) {
    yield town.day(KNOWN);
    const owed = await owedFor(town, decisions, 'filing-in-time');
    if (owed === null) return;
    await filed(town, 'yj', owed.id);
    yield town.day(KNOWN + 3);
    await town.act(CITY.drafter, FILING, 'receive', owed.id, { opinion: '材料齐全。' });
    yield town.day(KNOWN + 9);
    await town.act(CITY.drafter, FILING, 'accept', owed.id, { ...SOUND, opinion: '予以备案。' });
  };

const onLastDay = (decisions: readonly Planned[]): Story =>
  async function* (town) {
    yield town.day(KNOWN);
    const owed = await owedFor(town, decisions, 'filing-last-day');
    if (owed?.dueOn == null || owed.dueOn >= town.world.anchor) return;
    yield owed.dueOn;
    await filed(town, 'yj', owed.id);
    yield addDays(owed.dueOn, 1);
    await town.act(CITY.second, FILING, 'receive', owed.id);
  };

const PROBLEM = { head: 'procedure', facts: '没有告知当事人申请听证的权利。', basis: '《中华人民共和国行政处罚法》第六十三条' };

/** Filed a day late, which is recorded and not refused; the review finds a problem and waits for what the organ does about it. */
const dayLate = (decisions: readonly Planned[]): Story =>
  async function* (town) {
    yield town.day(KNOWN);
    const owed = await owedFor(town, decisions, 'filing-day-late');
    if (owed?.dueOn == null || addDays(owed.dueOn, 1) >= town.world.anchor) return;
    yield addDays(owed.dueOn, 1);
    await filed(town, 'lh-scjg', owed.id, '承办人岗位调整，交接疏漏。');
    yield town.day(-80);
    await town.act(LINHE.drafter, FILING, 'receive', owed.id);
    await opined(town, LINHE, owed.id);
    yield town.day(-70);
    const paper = [await town.upload('lh-scjg-cb1', '上级备案回执.pdf')];
    await town.act('lh-scjg-cb1', FILING, 'register-receipt', owed.id, { on: town.day(-72), number: '巴市监备〔演示〕5号', paper });
  };

/** Filed with the bureau in time and never with the upper department: what is missing is its receipt (B02). */
const oneSide = (decisions: readonly Planned[]): Story =>
  async function* (town) {
    yield town.day(KNOWN);
    const owed = await owedFor(town, decisions, 'filing-one-side');
    if (owed === null) return;
    await filed(town, 'lh-scjg', owed.id);
    yield town.day(KNOWN + 4);
    await town.act(LINHE.drafter, FILING, 'receive', owed.id);
    yield town.day(KNOWN + 10);
    await town.act(LINHE.drafter, FILING, 'accept', owed.id, { ...SOUND, opinion: '予以备案。' });
  };

async function opined(town: Town, by: Bureau, id: string): Promise<void> {
  const draft = {
    ...{ result: 'advise', problems: [PROBLEM], requirement: '依法纠正，今后依法告知听证权利。', answerBy: null },
    ...{ handlers: [town.officer(by.drafter)], contact: '行政执法协调监督股 0478-0000000' },
  };
  await town.act(by.drafter, FILING, 'draft-opinion', id, draft as Json);
  await town.act(by.drafter, FILING, 'submit', id);
  await town.act(by.checker, FILING, 'review', id, { opinion: '同意。' });
  await town.act(by.deputy, FILING, 'sign', id, { opinion: '同意制发。' });
  await town.act(by.sealer, FILING, 'seal', id);
  await town.act(by.drafter, FILING, 'serve', id);
}

const notFiled = (decisions: readonly Planned[]): Story =>
  async function* (town): Step {
    yield town.day(-4);
    const owed = await owedFor(town, decisions, 'filing-not-filed');
    // Where the year's holidays are not known nothing is overdue.
    if (owed === null || !(await town.is(owed.id, 'overdue'))) return;
    const due = addDays(town.world.anchor, 6);
    await town.act(CITY.drafter, FILING, 'demand', owed.id, { words: '该决定应当备案而未见报送，请核实并报送。', due });
  };

const stillDue = (decisions: readonly Planned[]): Story =>
  async function* (town): Step {
    yield town.day(-1);
    const owed = await owedFor(town, decisions, 'filing-still-due');
    if (owed !== null) await prepared(town, 'lh-scjg', owed.id);
  };

/** Filings of major penalties at every stage (细则 18): in time, on the last day, a day late, on one side only, not at all, still to come. */
export function filingStories(decisions: readonly Planned[]): readonly Story[] {
  return [inTime, onLastDay, dayLate, oneSide, notFiled, stillDue].map((story) => story(decisions));
}
