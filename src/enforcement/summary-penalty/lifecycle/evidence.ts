import { type Folds, type Guard, type InputOf, type Lifecycle, tooFewCertified, uncertifiedAmong } from '#law';
import {
  evidenceOf,
  gather,
  type KeepingForms,
  type KeepingRoom,
  keeping,
  keepingFolds,
  lateExplained,
  monitoringReviewed,
  stagesRecorded,
} from '#law/evidence/index';
import type { Forms } from '../forms.ts';
import type { SummaryPenalty } from '../model.ts';
import { ART_40, ART_42, ART_46 } from './articles.ts';
import { law } from './conditions.ts';
import { ASKED_STAGES, stagesToRecord } from './recorded-stages.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = SummaryPenalty;
type EvidenceForms = Pick<Forms, 'evidence'> & KeepingForms;
type Taken = InputOf<Forms['evidence']>;

/** A case that goes on as an ordinary one keeps its evidence there. */
const WHILE_OPEN = ['onsite', 'heard', 'decided', 'delivered', 'recorded', 'urged', 'court', 'settled', 'remaking'] as const;

const KEEPING_ROOM: KeepingRoom<S> = {
  office,
  handlers: HANDLERS,
  // Whether to record what is done on the spot is first its officers' to judge.
  explainers: [...HANDLERS, ...LEADERS],
  keptIn: [...WHILE_OPEN, 'closed'],
  recordedIn: WHILE_OPEN,
  stages: stagesToRecord,
};

const TWO_COLLECTORS: Guard<S, Taken> = law('取证人员不少于两人，均持有效行政执法证', ART_42, ({ input, facts, legalDate }) => {
  return tooFewCertified(input.officers, facts, legalDate) ?? uncertifiedAmong(input.officers, facts, legalDate);
});

/** 40: what was not there when it was decided proves nothing of it; entered later, it keeps its own day and says why. */
const BEFORE_DECISION: Guard<S, Taken> = law('证据在作出决定以前取得', ART_40, ({ state, legalDate }) => {
  const on = state.decision?.on;
  return on === undefined || legalDate <= on
    ? null
    : [
        'after-decision',
        `${on}已经当场作出决定，以后取得的不能证明该决定认定的事实；当日取得、事后登记的，办理日期填取证的日期并写明补录的理由`,
      ];
});

export const STAGES_RECORDED = stagesRecorded<S>(...ASKED_STAGES);

export const EVIDENCE: Lifecycle<S, EvidenceForms> = {
  evidence: {
    ...office(HANDLERS, ART_46),
    does: 'entry',
    from: WHILE_OPEN,
    to: 'stays',
    group: '现场取证',
    label: '登记证据',
    inputGuards: [TWO_COLLECTORS, BEFORE_DECISION, monitoringReviewed<S>(), lateExplained<S>()],
    says: (s) => {
      const last = evidenceOf(s).at(-1);
      return last === undefined ? '已登记。' : `已登记为第${last.no}号证据：${last.name}。`;
    },
  },
  ...keeping(KEEPING_ROOM),
};

export const EVIDENCE_FOLDS: Folds<S, EvidenceForms> = {
  evidence: (s, input, frame) => {
    const { kind, name, proves, source, officers, how, form, place, unsigned, late, keeper, keptAt, verified } = input;
    const { device, reviewed, published, checked } = input;
    const first = { on: frame.legalDate, from: source, to: keeper ?? '', place: keptAt ?? place, why: '取得' };
    const piece = { kind, name, proves, source, collectorIds: officers, how, form, place, unsigned, late };
    const monitoring = how === 'monitored' ? { device, reviewed, published, checked } : null;
    return gather(s, frame, { ...piece, monitoring, custody: keeper === null ? [] : [first] }, verified);
  },
  ...keepingFolds<S>(),
};
