import type { ActingPost, AnyRow, Json, LocalDate, MatterKind } from '#law';
import type { HeldParty } from '../parties/hold.ts';
import { actingPost } from '../session.ts';
import { SYSTEM_POST } from './append.ts';
import type { Named } from './parse-input.ts';
import type { Platform } from './platform.ts';
import type { ActRequest } from './request.ts';

/** A request that has been read: what is to be done, with what was typed, when. */
export type Job = {
  readonly platform: Platform;
  readonly request: ActRequest;
  readonly kind: MatterKind;
  readonly row: AnyRow;
  readonly input: Readonly<Record<string, Json>>;
  /** Parties typed, to be stored apart from the input. */
  readonly held: readonly HeldParty[];
  readonly named: Named;
  readonly nowMs: number;
  readonly today: LocalDate;
  readonly legalDate: LocalDate;
  readonly legalTime: string | null;
};

export function actorOf({ by }: ActRequest): ActingPost {
  return 'system' in by ? SYSTEM_POST : actingPost(by);
}
