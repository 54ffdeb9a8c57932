import { formatCitation, type LocalDate, type MatterKind, type Profile, type Refusal, type Role, rowOf, shanghaiDay } from '#law';
import type { Platform } from '../acts/perform.ts';
import { inTransaction, type Queryable, rows } from '../db.ts';
import { actingPost, type Session, sessionPreamble } from '../session.ts';
import { type ActOffer, actsOf } from './act-offers.ts';
import { visible } from './visible.ts';

export type KindView = {
  readonly kind: string;
  readonly name: string;
  readonly room: string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly mainLine: readonly string[];
  readonly directedTo: string | null;
  readonly handled: boolean;
  readonly parties: Readonly<Record<string, string>>;
  readonly acts: readonly { readonly act: string; readonly label: string; readonly article: string }[];
  /** What this post may open, with its form. */
  readonly opening: readonly ActOffer[];
  /**
   * Whether its ledger is offered: that of a sealed kind only to who may open one or is named to read one; to a post outside the
   * city's own organs, whose reach is nobody's but its own, only where its role has something to do or its organ takes part.
   */
  readonly listed: boolean;
  /** Whether its ledger shows sealed matters: neither counted, searched nor exported. */
  readonly sealed: boolean;
};

/** The answer of `GET /api/kinds`. */
export async function kindsFor(platform: Platform, session: Session): Promise<KindView[]> {
  const today = shanghaiDay(platform.now());
  const [granted, inHand, closed] = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => [
    await grantedKinds(client, session),
    isOutside(session) ? await kindsTakenPartIn(client, session) : null,
    await platform.closedOpenings?.(client, session, today),
  ]);
  return openingActs(platform, session, { granted, inHand }, closed ?? new Map());
}

/** No place in either tree: an external organ sees what it takes part in, and nothing else. */
function isOutside({ region, line }: Session): boolean {
  return region.lo > region.hi && line.lo > line.hi;
}

async function kindsTakenPartIn(client: Queryable, session: Session): Promise<ReadonlySet<string>> {
  const found = await rows<{ kind: string }>(
    client,
    `select distinct m.kind from participant p join matter m on m.city = p.city and m.cohort = p.cohort and m.id = p.matter_id
      where p.organisation_id = $1 and ${visible(session, 'm', 'id')}`,
    [session.organisationId],
  );
  return new Set(found.map((row) => row.kind));
}

/** Kinds that an account is named to read matters of; `inHand`: those its organ takes part in, null where it has a reach of its own. */
type Reached = { readonly granted: ReadonlySet<string>; readonly inHand: ReadonlySet<string> | null };

function isListed(kind: MatterKind, session: Session, { granted, inHand }: Reached, opening: readonly ActOffer[]): boolean {
  if (granted.has(kind.kind) || opening.some((offer) => offer.allowed !== false)) return true;
  if (kind.sealedTo !== undefined) return false;
  return inHand === null || inHand.has(kind.kind) || hasActsFor(kind, session.role);
}

function hasActsFor(kind: MatterKind, role: Role): boolean {
  const may = Object.keys(kind.lifecycle).flatMap((act) => {
    const row = rowOf(kind, act);
    return row === null ? [] : [...row.by, ...(row.reportedBy ?? [])];
  });
  return may.some((one) => 'roles' in one && one.roles.includes(role));
}

/** Kinds of the matters that the account is named to read now, sealed ones among them. */
async function grantedKinds(client: Queryable, session: Session): Promise<ReadonlySet<string>> {
  const found = await rows<{ kind: string }>(
    client,
    `select distinct m.kind from access_grant g join matter m on m.id = g.matter_id
      where g.account_id = $1 and g.held @> (select app_now()) and ${visible(session, 'm', 'id')}`,
    [session.accountId],
  );
  return new Set(found.map((row) => row.kind));
}

/** Every kind of matter, with the acts that open one and whether this post may. */
function openingActs(platform: Platform, session: Session, reached: Reached, closed: ReadonlyMap<string, Refusal>): KindView[] {
  const today = shanghaiDay(platform.now());
  const profile = platform.law().currentProfile(session.city);
  return [...platform.kinds.values()].map((kind) => {
    const offers = profile === null ? [] : openingOf(kind, session, profile, today);
    const opening = offers.map((offer) => notHere(offer, closed.get(kind.kind)));
    return {
      kind: kind.kind,
      name: kind.name,
      room: kind.room,
      statuses: kind.statuses,
      mainLine: kind.mainLine,
      directedTo: kind.directedTo?.title ?? null,
      handled: kind.handledBy !== undefined,
      parties: kind.parties,
      acts: Object.keys(kind.lifecycle).map((act) => {
        const row = rowOf(kind, act);
        return { act, label: row?.label ?? act, article: row === null ? '' : formatCitation(row.cite) };
      }),
      opening,
      sealed: kind.sealedTo !== undefined,
      listed: isListed(kind, session, reached, opening),
    };
  });
}

/** Where the unit handles such matters elsewhere, what happened there may still be told. */
function notHere(offer: ActOffer, refusal: Refusal | undefined): ActOffer {
  if (refusal === undefined || offer.allowed === false) return offer;
  const { refused, reason } = refusal;
  return { ...offer, refused, reason, onlyReported: offer.reportable, allowed: offer.reportable, aside: true };
}

function openingOf(kind: MatterKind, session: Session, profile: Profile, today: LocalDate): readonly ActOffer[] {
  const offers = actsOf(kind, {
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
  });
  return offers.filter((offer) => rowOf(kind, offer.act)?.elsewhere !== true);
}
