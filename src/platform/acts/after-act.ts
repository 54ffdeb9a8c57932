import type { BaseState, LocalDate, Profile, Refusal } from '#law';
import type { Client } from '../db.ts';
import type { LawContext } from '../law-context.ts';
import type { AppendedAct } from './write.ts';

/** A matter as an act has just written it, for what else must change in the same transaction. */
export type DoneInMatter = {
  readonly kind: string;
  readonly matterId: string;
  readonly city: number;
  readonly cohort: number;
  readonly state: BaseState;
  readonly title: string;
  readonly label: number;
  readonly place: { readonly id: string; readonly regionOrd: number; readonly lineOrd: number };
  /** The acts of this transaction, the platform's own first. */
  readonly acts: readonly AppendedAct[];
  readonly profile: Profile;
  readonly law: LawContext;
  readonly today: LocalDate;
  readonly nowMs: number;
};

/**
 * What the composition hangs behind every act: rules judge the matter anew, findings follow what was decided about them.
 * Runs under the rights of whoever acts; a refusal undoes the act.
 */
export type AfterAct = (client: Client, done: DoneInMatter) => Promise<Refusal | null>;
