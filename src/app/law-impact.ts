import {
  type BaseState,
  type Citation,
  type CitedLaw,
  citedArticle,
  citedLaws,
  formatCitation,
  type LawSources,
  type LocalDate,
  type MatterKind,
  OBLIGATIONS,
  type Profile,
  shanghaiDay,
} from '#law';
import { type AffectedLaws, affectedLaws, impactOn } from '#law/library/impact';
import { ALL_RULES, wholePlaceOf } from '#law/rules/index';
import { perform } from '#platform/acts/perform';
import { type Client, inTransaction, rows } from '#platform/db';
import type { OutboxItem } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { type ImpactItem, keptLaws, type LawImport } from '#registers/law-library';
import { changedNames } from '../registers/law-library/store-jobs.ts';
import type { Opened } from './opened.ts';

type Owned = ImpactItem & { readonly ownerId: string };
type Look = { readonly sources: LawSources; readonly affected: AffectedLaws; readonly today: LocalDate; readonly managerId: string };

/** A load of texts is done: whatever cites what has changed is listed and given to its owners, one matter each. */
export async function listImpact({ platform }: Pick<Opened, 'platform'>, item: OutboxItem): Promise<void> {
  const found = await inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
    const { library, sources } = await keptLaws(client);
    const affected = affectedLaws(library, await changedNames(client, item.matter_id));
    if (affected.size === 0) return [];
    const look = { sources, affected, today: shanghaiDay(platform.now()), managerId: (await importOf(client, item.matter_id)).managerId };
    const profile = platform.law().currentProfile(item.city);
    return [
      ...(profile === null ? [] : ofProfile(profile, look)),
      ...ofRules(look),
      ...ofProcedures([...platform.kinds.values()], look),
      ...(await ofMatters(client, [...platform.kinds.values()], item.city, look)),
      ...(await ofFindings(client, item.city, look)),
    ];
  });
  for (const [owner, items] of grouped(found, (i) => i.ownerId)) {
    const laws = [...new Set(items.map((i) => /《[^》]+》/.exec(i.place)?.[0] ?? ''))];
    const answer = await perform(platform, {
      by: { system: true, city: item.city },
      kind: 'law-change',
      act: 'open',
      matterId: null,
      input: {
        owner,
        from: item.matter_id,
        laws: laws.length > 3 ? `${laws.slice(0, 3).join('、')}等${laws.length}部` : laws.join('、'),
        items: items.slice(0, MOST_ITEMS).map(({ ownerId: _, ...i }) => i),
      },
      idempotencyKey: `law-change-${item.id}-${owner}`,
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  }
}

const MOST_ITEMS = 500;

function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

async function importOf(client: Client, id: string): Promise<LawImport> {
  const [found] = await rows<{ state: LawImport }>(client, 'select state from matter where id = $1', [id]);
  if (found === undefined) throw new Error('the load of texts is gone');
  return found.state;
}

function cites(citation: Citation | null, since: LocalDate, { sources, affected, today }: Look): string | null {
  return citation === null ? null : impactOn(citedArticle(citation, sources), affected, today, since);
}

function ofProfile(profile: Profile, look: Look): readonly Owned[] {
  return profile.obligations.flatMap((t): Owned[] => {
    if (!t.on || t.cite === null || (t.inForce.until !== null && t.inForce.until <= look.today)) return [];
    const reason = cites(t.cite, t.inForce.from, look);
    const title = OBLIGATIONS[t.obligation];
    return reason === null
      ? []
      : [{ what: 'obligation', title, place: formatCitation(t.cite), reason, ref: null, ownerId: look.managerId }];
  });
}

function ofRules(look: Look): readonly Owned[] {
  return ALL_RULES.flatMap((rule) =>
    rule.cite.flatMap((citation): Owned[] => {
      const reason = cites(citation, look.today, look);
      const title = `${rule.id} ${rule.title}`;
      return reason === null
        ? []
        : [{ what: 'rule', title, place: formatCitation(citation), reason, ref: rule.id, ownerId: look.managerId }];
    }),
  );
}

/** Each article once for each kind of matter, with the steps that rest on it. */
function ofProcedures(kinds: readonly MatterKind[], look: Look): readonly Owned[] {
  return kinds.flatMap((kind) => {
    const steps = grouped(Object.values(kind.lifecycle), (row) => formatCitation(row.cite));
    return [...steps].flatMap(([place, acts]): Owned[] => {
      const reason = cites(acts[0]?.cite ?? null, look.today, look);
      const title = `${kind.name}：${acts.map((a) => a.label).join('、')}`.slice(0, 300);
      return reason === null ? [] : [{ what: 'procedure', title, place, reason, ref: null, ownerId: look.managerId }];
    });
  });
}

type OpenMatter = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly state: BaseState;
  readonly homeId: string;
  readonly openedOn: LocalDate;
};

/** Drafts and open cases; sealed ones stay out of every list, their citations are checked when they are signed. */
async function ofMatters(client: Client, kinds: readonly MatterKind[], city: number, look: Look): Promise<readonly Owned[]> {
  const citing = new Map(kinds.filter((k) => k.citesIn !== undefined).map((k) => [k.kind, k]));
  const open = await rows<OpenMatter>(
    client,
    `select id, kind, title, state, home_id as "homeId", opened_on as "openedOn" from matter
     where city = $1 and kind = any($2::text[]) and closed_on is null and label < 3 order by id`,
    [city, [...citing.keys()]],
  );
  return open.flatMap(({ id, kind, title, state, homeId, openedOn }) =>
    (citing.get(kind)?.citesIn?.(state) ?? []).flatMap(({ where, text }) =>
      citedLaws(text, look.sources).flatMap((cited): Owned[] => {
        const reason = impactOn(cited, look.affected, look.today, openedOn);
        if (reason === null) return [];
        const what = kind === 'case-supervision' ? 'case' : 'draft';
        return [{ what, title: `${title}（${where}）`.slice(0, 300), place: wholePlaceOf(cited), reason, ref: id, ownerId: homeId }];
      }),
    ),
  );
}

type OpenFinding = {
  readonly id: string;
  readonly title: string;
  readonly cites: readonly Citation[];
  readonly named: string | null;
  readonly ownerId: string | null;
  readonly openedOn: LocalDate;
};

/** Doubts that nobody has settled: what the rule rests on, and the clause of the decision that is doubted. */
async function ofFindings(client: Client, city: number, look: Look): Promise<readonly Owned[]> {
  const open = await rows<OpenFinding>(
    client,
    `select f.id, f.rule_id || ' ' || f.subject as title, f.cites, f.facts ->> '所引条款' as named, (f.opened_at at time zone 'Asia/Shanghai')::date as "openedOn",
       (select r.bureau_id from organisation_record r where r.organisation_id = f.organisation_id and upper_inf(r.known) and upper_inf(r.valid) limit 1) as "ownerId"
     from finding f where f.city = $1 and f.tab in ('open', 'checking') and f.label < 3 order by f.id`,
    [city],
  );
  return open.flatMap(({ id, title, cites: own, named, ownerId, openedOn }) => {
    const places: readonly CitedLaw[] = [
      ...own.map((c) => citedArticle(c, look.sources)),
      ...(named === null ? [] : citedLaws(named, look.sources)),
    ];
    return places.flatMap((cited): Owned[] => {
      const reason = impactOn(cited, look.affected, look.today, openedOn);
      const owner = ownerId ?? look.managerId;
      return reason === null
        ? []
        : [{ what: 'finding', title: title.slice(0, 300), place: wholePlaceOf(cited), reason, ref: id, ownerId: owner }];
    });
  });
}
