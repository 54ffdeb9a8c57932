import {
  type AnyRow,
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
} from '#law';
import { type AffectedLaws, impactOn } from '#law/library/impact';
import { ALL_RULES, wholePlaceOf } from '#law/rules/index';
import { type Client, rows } from '#platform/db';
import type { ImpactItem } from '#registers/law-library';

export type Owned = ImpactItem & { readonly ownerId: string };
/** What a load has moved, and who looks after what belongs to nobody else. */
export type Look = {
  readonly sources: LawSources;
  readonly affected: AffectedLaws;
  readonly today: LocalDate;
  readonly managerId: string;
};

function cites(citation: Citation | null, since: LocalDate, { sources, affected, today }: Look): string | null {
  return citation === null ? null : impactOn(citedArticle(citation, sources), affected, today, since);
}

export function ofProfile(profile: Profile, look: Look): readonly Owned[] {
  return profile.obligations.flatMap((t): Owned[] => {
    if (!t.on || t.cite === null || (t.inForce.until !== null && t.inForce.until <= look.today)) return [];
    const reason = cites(t.cite, t.inForce.from, look);
    const title = OBLIGATIONS[t.obligation];
    return reason === null
      ? []
      : [{ what: 'obligation', title, place: formatCitation(t.cite), reason, ref: null, ownerId: look.managerId }];
  });
}

export function ofRules(look: Look): readonly Owned[] {
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
export function ofProcedures(kinds: readonly MatterKind[], look: Look): readonly Owned[] {
  return kinds.flatMap((kind) => {
    const steps = new Map<string, AnyRow[]>();
    for (const row of Object.values(kind.lifecycle))
      steps.set(formatCitation(row.cite), [...(steps.get(formatCitation(row.cite)) ?? []), row]);
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
export async function ofMatters(client: Client, kinds: readonly MatterKind[], city: number, look: Look): Promise<readonly Owned[]> {
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
export async function ofFindings(client: Client, city: number, look: Look): Promise<readonly Owned[]> {
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
