import type { AlertAnswer, AttachedFile, Citation, Conduct, Exclusion, FindingStatus, Grade, Severity } from '#law';

/** What a rule said about itself when it raised the doubt; kept, because a later version may ask something else. */
export type RuleStamp = {
  readonly version: number;
  readonly severity: Severity;
  readonly grade: Grade;
  readonly asks: string;
  readonly cites: readonly Citation[];
  readonly duty: string | null;
  readonly conduct: Conduct | null;
};

/** The doubt itself, as people read it. */
export type Seen = {
  readonly because: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly clears: string;
  /** Other matters on which it rests, by id alone; absent or null where there are none. */
  readonly others?: readonly string[] | null;
};

/** By what the facts came or changed: an act of a matter, or a load of data (its source in words). */
export type Cause = { readonly actId: string | null; readonly source: string };

type Opening = { readonly rule: RuleStamp; readonly organisationId: string; readonly seen: Seen; readonly by: Cause };
export type FindingEventBody =
  | ({ readonly type: 'opened' } & Opening)
  | ({ readonly type: 'reopened' } & Opening)
  | {
      readonly type: 'changed';
      readonly organisationId: string;
      readonly formerly: Seen;
      /** null: the rule no longer doubts, yet a finding that was taken up does not end by that. */
      readonly seen: Seen | null;
      /** The fact that has gone missing: the doubt is neither upheld nor dropped. */
      readonly missing: string | null;
      readonly by: Cause;
    }
  | {
      readonly type: 'rejudged';
      readonly rule: RuleStamp;
      readonly formerVersion: number;
      readonly formerly: Seen;
      readonly seen: Seen | null;
      readonly by: Cause;
    }
  | { readonly type: 'cleared'; readonly formerly: Seen; readonly by: Cause }
  | { readonly type: 'confirmed-cleared'; readonly words: string }
  | { readonly type: 'sent-down'; readonly checkId: string }
  | {
      readonly type: 'answered';
      readonly checkId: string;
      readonly answer: AlertAnswer;
      readonly words: string;
      readonly files: readonly AttachedFile[];
    }
  /** The alert check or the case `from` leaves it to be dealt with otherwise. */
  | { readonly type: 'returned'; readonly from: string; readonly words: string }
  | { readonly type: 'taken-up'; readonly matterId: string }
  | { readonly type: 'established'; readonly matterId: string; readonly problemId: string }
  | { readonly type: 'excluded'; readonly reason: Exclusion; readonly words: string };

/** Who decided; null: the platform itself, when facts changed. */
export type FindingActor = {
  readonly accountId: string;
  readonly postId: string;
  readonly name: string;
  readonly organisationId: string;
};

export type FindingEvent = {
  readonly seq: number;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly actor: FindingActor | null;
  readonly body: FindingEventBody;
};

/** The fold of a finding's events; the columns of its row, in the row's own names. */
export type FindingState = {
  readonly status: FindingStatus;
  readonly rule_version: number;
  readonly organisation_id: string;
  readonly severity: Severity;
  readonly because: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly asks: string;
  readonly clears: string;
  readonly others: readonly string[] | null;
  readonly cites: readonly Citation[];
  readonly grade: Grade;
  readonly duty: string | null;
  readonly conduct: Conduct | null;
  readonly missing: string | null;
  readonly stands: boolean;
  readonly check_id: string | null;
  readonly answer: AlertAnswer | null;
  readonly taken_into: string | null;
  readonly problem_id: string | null;
  readonly exclusion: Exclusion | null;
  readonly opened_at: string;
  readonly changed_at: string;
  readonly settled_at: string | null;
};

/** What never changes about a finding. */
export type FindingKey = {
  readonly city: number;
  readonly cohort: number;
  readonly id: string;
  readonly matter_id: string;
  readonly rule_id: string;
  readonly fact: string;
};
