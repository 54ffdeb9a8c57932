import { INSTRUMENT_LEVELS, INSTRUMENTS, type InstrumentLevel } from './instruments.ts';
import { cleanName, type LawCitation } from './law-citations.ts';
import { addDays, type LocalDate, yearOf } from './local-date.ts';

/** One edition of a law and the days on which it stood. */
export type LawVersion = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level: InstrumentLevel | null;
  /** Number of articles; null where the text is not at hand. */
  readonly articles: number | null;
  /** Half-open days; a null beginning is "long before", a null end "still in force". */
  readonly inForce: { readonly from: LocalDate | null; readonly until: LocalDate | null };
  readonly replacedBy: string | null;
};

/** Editions by every name under which a decision may cite them, oldest first. */
export type LawRegister = ReadonlyMap<string, readonly LawVersion[]>;

export function lawRegister(versions: readonly LawVersion[]): LawRegister {
  const register = new Map<string, LawVersion[]>();
  for (const version of versions) {
    for (const name of new Set([version.name, ...version.aliases].map(cleanName))) {
      const list = register.get(name);
      if (list === undefined) register.set(name, [version]);
      else list.push(version);
    }
  }
  for (const list of register.values()) list.sort((a, b) => (a.inForce.from ?? '').localeCompare(b.inForce.from ?? ''));
  return register;
}

/** An entry of a city's law register as its store reads it; days are given as the last day in force. */
export type LawEntryFacts = {
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly level: string;
  readonly validFrom: LocalDate | null;
  readonly validThrough: LocalDate | null;
  readonly replacedBy: string | null;
};

/** `level` may be the key or the Chinese name of a rank; any other word leaves the rank open. */
export function lawVersionOf(entry: LawEntryFacts): LawVersion {
  const level = Object.entries(INSTRUMENT_LEVELS).find(([key, label]) => key === entry.level || label === entry.level)?.[0];
  return {
    name: cleanName(entry.name),
    aliases: entry.shortNames,
    level: isLevel(level) ? level : null,
    articles: null,
    inForce: { from: entry.validFrom, until: entry.validThrough === null ? null : addDays(entry.validThrough, 1) },
    replacedBy: entry.replacedBy,
  };
}

function isLevel(level: string | undefined): level is InstrumentLevel {
  return level !== undefined && level in INSTRUMENT_LEVELS;
}

/** A city's own entries before what ships: of a law that the city has entered, only its entries count. */
export function registerWith(shipped: LawRegister, entered: readonly LawVersion[]): LawRegister {
  return new Map([...shipped, ...lawRegister(entered)]);
}

/** The instruments that our own code cites, as entries of a register. */
export function instrumentVersions(): readonly LawVersion[] {
  return Object.entries(INSTRUMENTS).map(([key, i]) => ({
    name: cleanName(i.name),
    aliases: [key],
    level: i.level,
    articles: i.articles,
    inForce: i.inForce,
    replacedBy: null,
  }));
}

/** A citation with what the register knows of the law; null: it does not know it, nothing may be concluded. */
export type CitedLaw = LawCitation & { readonly versions: readonly LawVersion[] | null; readonly texts?: CitedTexts };

/** What the stored texts say of a cited place. */
export type CitedTexts = {
  readonly level: InstrumentLevel | null;
  /** null where no text of that day is at hand: the register is asked then. */
  on(day: LocalDate): ClauseStatus | null;
  /** Which text is missing for that day. */
  missing(day: LocalDate): string;
  /** Under which other number what stood there on one day stands on a later one, in words; null where none is stated. */
  moved(from: LocalDate, on: LocalDate): string | null;
};

export function resolveCitations(citations: readonly LawCitation[], register: LawRegister): readonly CitedLaw[] {
  return citations.map((c) => ({ ...c, versions: register.get(c.name) ?? register.get(cleanName(c.name)) ?? null }));
}

export type ClauseStatus =
  /** `text`: the words of that place where they are at hand. */
  | { readonly is: 'valid'; readonly version: LawVersion; readonly text?: string | null }
  /** `moved`: under which number of which law it stands now, in words, where that is stated. */
  | { readonly is: 'ended' | 'not-yet' | 'no-article' | 'no-paragraph' | 'no-item'; readonly version: LawVersion; readonly moved?: string }
  /** `missing`: what would settle it. */
  | { readonly is: 'unknown'; readonly missing?: string };

/** Whether a cited clause stood on a day: by the stored texts, else by the register. */
export function clauseOn(cited: CitedLaw, on: LocalDate): ClauseStatus {
  const told = cited.texts?.on(on) ?? null;
  if (told !== null) return told;
  const registered = registeredOn(cited, on);
  return registered.is === 'unknown' && cited.texts !== undefined ? { is: 'unknown', missing: cited.texts.missing(on) } : registered;
}

/** An edition that the decision marks is taken at its word. */
function registeredOn(cited: CitedLaw, on: LocalDate): ClauseStatus {
  const { versions } = cited;
  const first = versions?.[0];
  if (versions === null || first === undefined) return { is: 'unknown' };
  const version = cited.edition === null ? standing(versions, on) : editionOf(versions, cited.edition);
  if (version === undefined) {
    const past = versions.findLast((v) => v.inForce.until !== null && v.inForce.until <= on);
    return past === undefined ? { is: 'not-yet', version: first } : { is: 'ended', version: past };
  }
  if (version.inForce.until !== null && version.inForce.until <= on) return { is: 'ended', version };
  if (version.inForce.from !== null && on < version.inForce.from) return { is: 'not-yet', version };
  const beyond = cited.article !== null && version.articles !== null && cited.article > version.articles;
  return { is: beyond ? 'no-article' : 'valid', version };
}

function standing(versions: readonly LawVersion[], on: LocalDate): LawVersion | undefined {
  return versions.find(({ inForce: { from, until } }) => (from === null || from <= on) && (until === null || on < until));
}

/** 2017年修正: the edition that began in that year or the next (laws often take force later), else the one that stood then. */
function editionOf(versions: readonly LawVersion[], year: number): LawVersion | undefined {
  const began = versions.find(({ inForce: { from } }) => from !== null && (yearOf(from) === year || yearOf(from) === year + 1));
  return (
    began ??
    versions.find(({ inForce: { from, until } }) => (from === null || yearOf(from) <= year) && (until === null || year < yearOf(until)))
  );
}
