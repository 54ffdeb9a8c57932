import { judge, PENALTY_RULES } from '#law/rules/index';
import type { AfterAct } from '#platform/acts/after-act';
import { writeFindings } from '#platform/findings/judge-write';
import { keptLaws } from '#registers/law-library';
import { penaltyFacts } from './facts.ts';
import type { OrdinaryPenalty } from './model.ts';
import { registersOn } from './store.ts';

/**
 * Behind every act on a case in which a penalty has been decided: the rules that judge reported decisions judge it too, in
 * the same transaction.
 */
export const followOrdinaryPenalty: AfterAct = async (client, done) => {
  const { kind, matterId, city, cohort, title, label, place, acts, profile, law, today, nowMs } = done;
  const last = acts.at(-1);
  if (kind !== 'ordinary-penalty' || last === undefined) return null;
  const state = done.state as OrdinaryPenalty;
  if (state.decision === null || state.decision.penalty === null) return null;
  const registers = await registersOn(client, state.organId, state.handlerIds, state.decision.on);
  const facts = penaltyFacts(state, { ...registers, laws: (await keptLaws(client)).sources });
  if (facts === null) return null;
  const judgement = judge(PENALTY_RULES, facts, { profile, calendar: law.calendar, today });
  const { regionOrd, lineOrd } = place;
  const at = { matterId, city, cohort, regionOrd, lineOrd, label, subject: title };
  const by = { actId: last.id, source: '' };
  await writeFindings(client, {
    rules: PENALTY_RULES,
    nowMs,
    matters: [{ matterId, place: at, organisationId: state.organId, by, judgement }],
  });
  return null;
};
