import { clearedOn, countedLastDay, courtWindowFrom, openDisputes, type RuleContext, surchargeUpTo, unpaidOf } from '#law';
import type { CaseProcessFacts } from '#law/rules/index';
import { lastDecision } from './facts.ts';
import { EXECUTING_ROOM } from './lifecycle/execution.ts';
import { dueSum } from './lifecycle/money.ts';
import type { OrdinaryPenalty } from './model.ts';

type S = OrdinaryPenalty;
type Executed = Pick<
  CaseProcessFacts,
  'letters' | 'collected' | 'handedIn' | 'surcharges' | 'windowFrom' | 'performedOn' | 'urgedOn' | 'appliedOn' | 'confiscated'
>;

/** How a case was served and carried out, as the rules about cases see it. */
export function carriedOut(s: S, context: RuleContext): Executed {
  const isPenalty = s.decision?.outcome === 'penalty' && s.decision.penalty !== null;
  return {
    letters: letters(s),
    collected: s.told?.onSpot ?? [],
    handedIn: EXECUTING_ROOM.takings(s).map(({ on, landedOn, handedInOn, bankedOn }) => ({ on: landedOn ?? on, handedInOn, bankedOn })),
    surcharges: surcharges(s, context),
    windowFrom: !isPenalty || s.ending === 'revoked' || openDisputes(s).length > 0 ? null : courtWindowFrom(EXECUTING_ROOM, s, context),
    performedOn: s.endedOn ?? clearedOn(EXECUTING_ROOM, { ...context, state: s }),
    urgedOn: s.urgings.at(-1)?.receivedOn ?? null,
    appliedOn: s.enforcement?.appliedOn ?? null,
    confiscated: confiscated(s),
  };
}

function letters(s: S): Executed['letters'] {
  const agreed = s.confirmation?.electronic === true ? s.confirmation.on : null;
  const sent = s.letters.flatMap((letter) => {
    const { no, number, receivedOn, announced } = letter;
    // A notice that has begun is asked from the day on which it was put out, not only once it has ended.
    const how = letter.how ?? (announced === undefined ? null : 'public');
    if (how === null || letter.lapsed === true) return [];
    const service = s.told?.services[no];
    return [
      {
        what: `${EXECUTING_ROOM.letterName(s, letter)}${number}`,
        ...{ how: asked(how), receivedOn, confirmedOn: agreed },
        ...{ attempts: service?.attempts ?? null, publishedOn: service?.publishedOn ?? announced?.on ?? null },
      },
    ];
  });
  const { hearing, told } = s;
  const how = asked(told?.hearing.how ?? '');
  if (how === 'other' || hearing?.noticeReceivedOn == null) return sent;
  const call = { what: '听证通知书', how, receivedOn: hearing.noticeReceivedOn, confirmedOn: agreed } as const;
  return [...sent, { ...call, ...(told?.hearing.announced ?? { attempts: null, publishedOn: null }) }];
}

function asked(how: string): 'electronic' | 'public' | 'other' {
  return how === 'electronic' || how === 'public' ? how : 'other';
}

/** Each payment that went beyond what the decision takes: how much it had come to, and how much could have accrued by then. */
function surcharges(s: S, { profile, calendar }: RuleContext): Executed['surcharges'] {
  const c = { state: s, profile, calendar };
  const counted = s.payments.length === 0 ? null : countedLastDay(EXECUTING_ROOM, c);
  if (counted === null || counted === 'unknown') return [];
  const unpaid = unpaidOf(EXECUTING_ROOM, c, counted);
  return s.payments.flatMap(({ on }, i) => {
    const taken = s.payments.slice(0, i + 1).reduce((sum, p) => sum + p.fen, 0) - dueSum(s);
    if (taken <= 0) return [];
    return [{ on, takenFen: taken, mostFen: surchargeUpTo({ ...unpaid, payments: s.payments.slice(0, i) }, on) }];
  });
}

function confiscated(s: S): Executed['confiscated'] {
  const decision = lastDecision(s);
  if (decision?.penalty?.kinds.includes('CF05') !== true || decision.receivedOn === null || s.ending === 'revoked') return [];
  const { receivedOn } = decision;
  return s.goods.map((g) => ({ name: g.name, effectOn: receivedOn, endedOn: g.ended?.on ?? null }));
}
