import { formatCitation, rowOf, shanghaiDay } from '#law';
import type { Platform } from '../acts/perform.ts';
import { actingPost, type Session } from '../session.ts';
import { type ActOffer, actsOf } from './act-offers.ts';

export type KindView = {
  readonly kind: string;
  readonly name: string;
  readonly room: string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly mainLine: readonly string[];
  readonly directedTo: string | null;
  readonly parties: Readonly<Record<string, string>>;
  readonly acts: readonly { readonly act: string; readonly label: string; readonly article: string }[];
  /** What this post may open, with its form. */
  readonly opening: readonly ActOffer[];
};

/** Every kind of matter, with the acts that open one and whether this post may. */
export function openingActs(platform: Platform, session: Session): KindView[] {
  const today = shanghaiDay(platform.now());
  const profile = platform.law().currentProfile(session.city);
  return [...platform.kinds.values()].map((kind) => ({
    kind: kind.kind,
    name: kind.name,
    room: kind.room,
    statuses: kind.statuses,
    mainLine: kind.mainLine,
    directedTo: kind.directedTo?.title ?? null,
    parties: kind.parties,
    acts: Object.keys(kind.lifecycle).map((act) => {
      const row = rowOf(kind, act);
      return { act, label: row?.label ?? act, article: row === null ? '' : formatCitation(row.cite) };
    }),
    opening:
      profile === null
        ? []
        : actsOf(kind, {
            state: null,
            input: null,
            actor: actingPost(session),
            legalDate: today,
            today,
            facts: { organisations: new Map(), certificates: new Map() },
            profile,
            participants: [],
            lastStepOn: null,
            reported: false,
          }).filter((offer) => rowOf(kind, offer.act)?.elsewhere !== true),
  }));
}
