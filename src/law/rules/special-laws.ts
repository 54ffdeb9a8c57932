import { type Citation, cite } from '../citation.ts';
import type { CitedLaw } from '../law-register.ts';
import { type LocalDate, localDate } from '../local-date.ts';
import type { ObligationId } from '../profile.ts';

/** What a special law puts in place of the penalty law; null: nothing special, the penalty law applies. */
export type SpecialLaw = {
  readonly name: string;
  readonly from: LocalDate;
  readonly timeBar: { readonly months: number; readonly words: string; readonly cite: Citation } | null;
  /** `extensions` periods of the same length may be approved, each by the upper organ. */
  readonly casePeriod: { readonly days: number; readonly extensions: number; readonly cite: Citation } | null;
  /** `record`: the duty to put such a decision on record with the organ, with a period of its own. */
  readonly onTheSpot: { readonly fineFen: number; readonly record: ObligationId; readonly cite: Citation } | null;
  /** Whether one officer may decide on the spot, if nothing is disputed and all is recorded. */
  readonly oneOfficer: Citation | null;
  /** From which fine on the party is told that it may ask for a hearing. */
  readonly hearing: { readonly fineFen: number; readonly cite: Citation } | null;
};

export const SPECIAL_LAWS: readonly SpecialLaw[] = [
  {
    name: '治安管理处罚法',
    from: localDate('2026-01-01'),
    timeBar: { months: 6, words: '六个月', cite: cite('治安管理处罚法', 25) },
    casePeriod: { days: 30, extensions: 2, cite: cite('治安管理处罚法', 118) },
    onTheSpot: { fineFen: 50_000, record: 'law.public-security-record', cite: cite('治安管理处罚法', 119) },
    oneOfficer: cite('治安管理处罚法', 120),
    // Revoked licences and 责令停业整顿 of the same article are kinds that the penalty law (63) names as well.
    hearing: { fineFen: 400_000, cite: cite('治安管理处罚法', 117) },
  },
  {
    name: '税收征收管理法',
    from: localDate('2015-04-24'),
    timeBar: { months: 60, words: '五年', cite: cite('税收征收管理法', 86) },
    casePeriod: null,
    onTheSpot: null,
    oneOfficer: null,
    hearing: null,
  },
];

/** Laws known to have periods or on-the-spot rules of their own which are not loaded: their cases are not judged. */
const NOT_LOADED: ReadonlySet<string> = new Set([
  '道路交通安全法',
  '道路交通安全法实施条例',
  '出境入境管理法',
  '海关法',
  '海关行政处罚实施条例',
]);

/** Which law's periods govern: a special one, the penalty law ("general"), or one that is not loaded for that day. */
export function specialLawFor(citations: readonly CitedLaw[], on: LocalDate): SpecialLaw | 'general' | 'not-loaded' {
  for (const { name } of citations) {
    if (NOT_LOADED.has(name)) return 'not-loaded';
    const special = SPECIAL_LAWS.find((law) => law.name === name);
    if (special !== undefined) return on < special.from ? 'not-loaded' : special;
  }
  return 'general';
}

/** The special law cited that has a row for the day; null: the penalty law, or a law that is not loaded. */
export function loadedSpecialLaw(citations: readonly CitedLaw[] | null, on: LocalDate): SpecialLaw | null {
  const special = specialLawFor(citations ?? [], on);
  return special === 'general' || special === 'not-loaded' ? null : special;
}
