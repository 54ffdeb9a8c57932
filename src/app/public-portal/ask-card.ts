import { CERTIFICATE_KIND_LABELS, type CertificateKind, type CertificateStatus, type LocalDate } from '#law';
import { type Pool, rows } from '#platform/db';
import type { BlobStore } from '#platform/files';
import { type Standing, standingOn } from '#registers/officers';
import { asPublic } from './as-public.ts';

/** What the public learns of a card, and nothing more. */
export type CardVerdict = {
  readonly kind: string;
  readonly holder: string;
  readonly unit: string;
  readonly standing: Standing;
  /** A data address; null: no photograph is stored. */
  readonly photo: string | null;
  readonly isDemonstration: boolean;
};

type Row = {
  readonly kind: CertificateKind;
  readonly holder: string;
  readonly unit: string | null;
  readonly status: CertificateStatus;
  readonly valid_from: LocalDate;
  readonly valid_until: LocalDate | null;
  readonly photo: string | null;
  readonly photo_type: string | null;
  readonly is_demonstration: boolean;
};

const LONGEST = 60;

/** A number as the register writes it; anything else cannot be the number of a card. */
export function cardNumberOf(typed: string): string {
  return typed
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .toUpperCase();
}

export function holderNameOf(typed: string): string {
  return typed
    .slice(0, LONGEST)
    .replace(/[\p{Cf}\p{Cc}\p{Cs}]/gu, '')
    .trim();
}

type Special = Pick<Row, 'holder' | 'unit' | 'photo' | 'photo_type' | 'is_demonstration'> & {
  readonly term_from: LocalDate;
  readonly term_to: LocalDate;
  readonly stopped_on: LocalDate | null;
};
type Stores = { readonly pool: Pool; readonly blobs: BlobStore };

/** Cards of that number and name, one of each kind; none where either does not fit. */
export async function publicCards(
  { pool, blobs }: Stores,
  asked: { readonly number: string; readonly name: string },
  today: LocalDate,
): Promise<readonly CardVerdict[]> {
  const [found, special] = await asPublic(pool, async (client) => [
    await rows<Row>(client, 'select * from public_certificate($1, $2)', [asked.number, asked.name]),
    await rows<Special>(client, 'select * from public_special_card(null, $1, $2)', [asked.number, asked.name]),
  ]);
  const kinds = [...new Set(found.map((r) => r.kind))];
  return Promise.all([
    ...kinds.map((kind) =>
      verdictOf(
        found.filter((r) => r.kind === kind),
        blobs,
        today,
      ),
    ),
    ...special.map((s) => specialVerdict(s, blobs, today)),
  ]);
}

/** The card of a special supervisor behind the code that it bears; null: the code is no card's. */
export async function publicCardOf({ pool, blobs }: Stores, code: string, today: LocalDate): Promise<CardVerdict | null> {
  const [found] = await asPublic(pool, (client) => rows<Special>(client, 'select * from public_special_card($1, null, null)', [code]));
  return found === undefined ? null : specialVerdict(found, blobs, today);
}

/** Valid from the first to the last day of the term, unless dismissed before. */
async function specialVerdict(s: Special, blobs: BlobStore, today: LocalDate): Promise<CardVerdict> {
  const isDismissed = s.stopped_on !== null && s.stopped_on <= s.term_to && s.stopped_on <= today;
  return {
    kind: '行政执法特邀监督员证',
    holder: s.holder,
    unit: `${s.unit ?? ''}聘任`,
    standing: isDismissed ? 'cancelled' : today < s.term_from ? 'not-yet' : today > s.term_to ? 'expired' : 'valid',
    photo: await photoOf(s.photo, s.photo_type, blobs),
    isDemonstration: s.is_demonstration,
  };
}

async function verdictOf(periods: readonly Row[], blobs: BlobStore, today: LocalDate): Promise<CardVerdict> {
  const at = periods.find((p) => p.valid_from <= today && (p.valid_until === null || today < p.valid_until)) ?? periods.at(-1);
  if (at === undefined) throw new Error('a card without periods');
  const stages = periods.map((p) => ({ from: p.valid_from, until: p.valid_until, status: p.status }));
  return {
    kind: CERTIFICATE_KIND_LABELS[at.kind],
    holder: at.holder,
    unit: at.unit ?? '',
    standing: standingOn(stages, today),
    photo: await photoOf(at.photo, at.photo_type, blobs),
    isDemonstration: at.is_demonstration,
  };
}

/** The bytes themselves stand in the page: no address of a photograph can be tried out. */
async function photoOf(sha256: string | null, type: string | null, blobs: BlobStore): Promise<string | null> {
  if (sha256 === null || type === null || !(await blobs.has(sha256))) return null;
  const bytes = Buffer.concat(await blobs.read(sha256).toArray());
  return `data:${type};base64,${bytes.toString('base64')}`;
}
