import type { LawCalendar } from './calendar.ts';
import type { Citation } from './citation.ts';
import type { LocalDate } from './local-date.ts';
import type { Grade, Profile } from './profile.ts';

/** 预警等级: how serious. Red: risk of an unlawful or void act; orange: must be explained; yellow: reminder. */
export const SEVERITY_LABELS = { red: '红', orange: '橙', yellow: '黄' } as const;
export type Severity = keyof typeof SEVERITY_LABELS;

/** 四乱 and neighbours of 国令825: every red rule is tagged with one. */
export const CONDUCT_LABELS = {
  'arbitrary-fine': '乱罚款',
  'arbitrary-fee': '乱收费',
  'arbitrary-inspection': '乱检查',
  'arbitrary-seizure': '乱查封',
  'no-case': '有案不立',
  'out-of-area': '违规异地执法',
  'profit-driven': '趋利性执法',
  procedure: '程序违法',
  subject: '主体资格',
  publicity: '公开不当',
} as const;
export type Conduct = keyof typeof CONDUCT_LABELS;

/** One rule's doubt about one subject: the facts that tripped it and what would clear it. Never called a violation. */
export type Doubt = {
  readonly because: string;
  /** Label → value as shown to people; these stand side by side with what the law asks. */
  readonly facts: Readonly<Record<string, string>>;
  readonly clears: string;
  /** Tells two doubts of one rule about one subject apart; '' where there can be only one. */
  readonly fact?: string;
  /** Other matters on which the doubt rests, by id: `facts` do not tell of them, because each reader learns of those in own sight only. */
  readonly others?: readonly string[];
};

/** null: looked at and lawful. A doubt. Or not judged: the missing fact is named, never shown as lawful. */
export type RuleAnswer = null | Doubt | readonly Doubt[] | NotJudged;
/** `restLawful`: what is at hand was looked at and is lawful; a part of the question lacks its data. */
export type NotJudged = { readonly notJudged: string; readonly restLawful?: true };

export function notJudged(missing: string): NotJudged {
  return { notJudged: missing };
}

/** Nothing to doubt in what is at hand, and a part of the question that lacks its data. */
export function partNotJudged({ notJudged: missing }: NotJudged): NotJudged {
  return { notJudged: missing, restLawful: true };
}

export function isNotJudged(answer: RuleAnswer): answer is NotJudged {
  return answer !== null && 'notJudged' in answer;
}

/** What the platform hands to every rule besides the facts. */
export type RuleContext = {
  readonly profile: Profile;
  /** Holiday notices as loaded; a rule whose count leads into a year without one answers "not judged". */
  readonly calendar: LawCalendar;
  /** The day of judging; rules about the past never read it. */
  readonly today: LocalDate;
};

/** matter: one record's own facts. peers: a bounded set of records. organisation: a unit's counters, nightly. */
export type RuleReach = 'matter' | 'peers' | 'organisation';

export type SupervisionRule<F> = {
  readonly id: string;
  readonly version: number;
  /** The question in plain words. */
  readonly title: string;
  readonly cite: readonly Citation[];
  readonly grade: Grade;
  readonly severity: Severity;
  /** B blocks the performed act; A only raises an alert. */
  readonly mode: 'B' | 'A';
  readonly reach: RuleReach;
  readonly conduct: Conduct | null;
  /** Head of 细则 8, e.g. "8(3)"; null where none fits. */
  readonly head: string | null;
  /** What the law asks, one sentence, shown beside the facts. */
  readonly asks: string;
  readonly check: (facts: F, context: RuleContext) => RuleAnswer;
};
