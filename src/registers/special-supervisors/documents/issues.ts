import {
  type ActFrame,
  chineseDay,
  type DocumentIssue,
  formatFullCitation,
  isDemonstration,
  type LegalClause,
  type LocalDate,
  nameOf,
  numberedLetter,
  type Profile,
  paper,
  type RegisterFacts,
  termsOf,
} from '#law';
import { ACTIVITY_LABELS, SOURCE_LABELS, type SpecialSupervisor } from '../model.ts';

type Common = {
  readonly issuer: string;
  readonly name: string;
  readonly workplace: string;
  readonly on: LocalDate;
  readonly demonstration: boolean;
};

/** DOC-32 (推荐表). */
export type NominationFacts = Common & {
  readonly source: string;
  readonly nominator: string;
  readonly grounds: string;
  readonly opinion: string;
  readonly reviewer: string;
};
/** DOC-32 (证). */
export type CardFacts = Common & { readonly number: string; readonly area: string; readonly term: string };
/** DOC-32 (聘书). */
export type AppointmentFacts = CardFacts & {
  /** 依据…，: the city's article; it drops out while unverified. */
  readonly basis: LegalClause | null;
  readonly contact: string;
};
/** DOC-32 (履职记录). */
export type ServiceFacts = Common & {
  readonly number: string;
  readonly rows: readonly {
    readonly no: number;
    readonly on: string;
    readonly activity: string;
    readonly unit: string;
    readonly words: string;
  }[];
  readonly assessment: string;
};
/** DOC-32 (解聘通知). */
export type DismissalFacts = Common & { readonly number: string; readonly reason: string };

function common(s: SpecialSupervisor, frame: ActFrame, facts: RegisterFacts): Common {
  const { name, workplace } = s.nominee;
  return {
    issuer: nameOf(facts, s.bureauId),
    name,
    workplace,
    on: frame.legalDate,
    demonstration: isDemonstration(facts, [s.bureauId]),
  };
}

export function nominationIssues(s: SpecialSupervisor, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const { nominee, opinion, reviewer } = s;
  const made: NominationFacts = {
    ...common(s, frame, facts),
    source: SOURCE_LABELS[nominee.source],
    nominator: nominee.nominator,
    grounds: nominee.grounds,
    opinion: opinion ?? '',
    reviewer: reviewer?.name ?? '',
  };
  return [paper({ kind: 'DOC-32-推荐表', name: '行政执法特邀监督员推荐表', template: 'special-supervisor-nomination', facts: made })];
}

/** 聘书 and 证 bear one number; whoever is shown the card may ask whether it still counts. */
export function appointmentIssues(
  s: SpecialSupervisor,
  contact: string,
  frame: ActFrame,
  facts: RegisterFacts,
  profile: Profile,
): readonly DocumentIssue[] {
  const terms = termsOf(profile, 'local.special-supervisor', frame.legalDate);
  const card: CardFacts = {
    ...common(s, frame, facts),
    number: frame.number?.text ?? '',
    area: s.term?.area ?? '',
    term: s.term === null ? '' : `${chineseDay(s.term.from)}至${chineseDay(s.term.to)}`,
  };
  const made: AppointmentFacts = {
    ...card,
    basis: terms?.cite == null ? null : { text: `依据${formatFullCitation(terms.cite)}，`, cite: terms.cite, grade: terms.grade },
    contact,
  };
  return [
    numberedLetter({ kind: 'DOC-32', name: '行政执法特邀监督员聘书', template: 'special-supervisor-letter', facts: made }),
    numberedLetter({ kind: 'DOC-32-证', name: '行政执法特邀监督员证', template: 'special-supervisor-card', facts: card }),
  ];
}

export function serviceIssues(s: SpecialSupervisor, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const made: ServiceFacts = {
    ...common(s, frame, facts),
    number: s.card?.number ?? '',
    rows: s.activities.map((a) => ({
      no: a.no,
      on: a.on,
      activity: ACTIVITY_LABELS[a.activity],
      unit: nameOf(facts, a.unitId),
      words: a.words,
    })),
    assessment: s.assessments.at(-1)?.words ?? '',
  };
  return [paper({ kind: 'DOC-32-履职', name: '行政执法特邀监督员履职记录', template: 'special-supervisor-service', facts: made })];
}

export function dismissalIssues(s: SpecialSupervisor, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const made: DismissalFacts = { ...common(s, frame, facts), number: s.card?.number ?? '', reason: s.stopReason ?? '' };
  return [paper({ kind: 'DOC-32-解聘', name: '行政执法特邀监督员解聘通知', template: 'special-supervisor-dismissal', facts: made })];
}
