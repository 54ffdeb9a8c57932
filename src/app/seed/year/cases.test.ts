import { describe, expect, it } from 'vitest';
import { addDays, BAYANNUR_2026, isJsonObject, type Json, localDate } from '#law';
import { CASE_RULES, judge, twoCertifiedOfficersEachTime } from '#law/rules/index';
import { rehearse } from '#testing/rehearsal';
import { caseProcessFacts } from '../../../enforcement/ordinary-penalty/facts-of-a-case.ts';
import type { OrdinaryPenalty } from '../../../enforcement/ordinary-penalty/model.ts';
import { A, B, CAST, KIND, STAGE } from '../../../enforcement/ordinary-penalty/testing.ts';
import { CASE_TRUTH } from './case-truth.ts';
import { CASE_PLANTS, toldCase } from './cases.ts';

const TODAY = '2026-11-24';
const context = { profile: BAYANNUR_2026, calendar: STAGE.calendar, today: localDate(TODAY) };
const papers = Array.from({ length: 4 }, (_, i) => `00000000-0000-4000-8000-00000000000${i}`);

/** The case as the pipeline takes it from its sender, without a database. */
function state(plant: string): OrdinaryPenalty {
  const told = toldCase(plant, { ref: '演案1', openedOn: addDays(localDate(TODAY), -200), officers: [A, B], papers });
  const input = (given: unknown): Readonly<Record<string, Json>> => (isJsonObject(given as Json) ? (given as Record<string, Json>) : {});
  return told.steps.reduce((r, { act, on, input: given }) => r.reports(CAST.machine, act, input(given), on), rehearse(KIND, STAGE, TODAY))
    .state as OrdinaryPenalty;
}

describe('自有系统报送的整件案件：每种情形由真值表所列的规则发现，合法的没有一条（处罚法第五章、第六章）', () => {
  it.each(CASE_PLANTS)('%s', (plant) => {
    const officerOn = (key: string) => ({ key, certificate: 'valid' as const });
    const facts = caseProcessFacts(state(plant), { officerOn, party: null, lists: { lenient: [], benchmark: null } }, context);
    const found = judge([...CASE_RULES, twoCertifiedOfficersEachTime], facts, context).doubts.map((d) => d.rule.id);
    expect(found.toSorted()).toEqual([...(CASE_TRUTH[plant] ?? [])].toSorted());
  });
});
