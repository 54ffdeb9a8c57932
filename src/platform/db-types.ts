import pg from 'pg';

const { builtins } = pg.types;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ_ARRAY = 1185;

/** `bigint` as a number: sequence numbers, money in fen and counts all fit; one that does not is a bug and throws. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint out of the safe range: ${text}`);
  return value;
}

/**
 * `timestamptz` as ISO text in UTC. Three digits of a second at least, so that what JavaScript wrote reads back equal;
 * six where the database has them, because a cursor cut to milliseconds would skip rows.
 */
export function parseInstant(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\d\d)(?::?(\d\d))?$/.exec(text);
  if (!parts) return text;
  const [, day, time, fraction = '', hours, minutes = '00'] = parts;
  const whole = new Date(`${day}T${time}${hours}:${minutes}`).toISOString().slice(0, 19);
  return `${whole}.${fraction.padEnd(3, '0')}Z`;
}

/** An array of values whose text form never needs PostgreSQL's quoting, but for the quotes around timestamps. */
function parseArray<T>(parseOne: (text: string) => T): (text: string) => (T | null)[] {
  return (text) =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((item) => (item === 'NULL' ? null : parseOne(item.replaceAll('"', ''))));
}

const asText = (text: string): string => text;

const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, parseInt8],
  [builtins.DATE, asText],
  [builtins.TIMESTAMP, asText],
  [builtins.INTERVAL, asText],
  [builtins.TIMESTAMPTZ, parseInstant],
  [INT8_ARRAY, parseArray(parseInt8)],
  [DATE_ARRAY, parseArray(asText)],
  [TIMESTAMPTZ_ARRAY, parseArray(parseInstant)],
]);

/** How values leave the database: dates stay days, instants are ISO text, `jsonb` is parsed, `bytea` is a Buffer. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    format === 'binary' ? pg.types.getTypeParser(id, 'binary') : (PARSERS.get(id) ?? pg.types.getTypeParser(id, 'text')),
};
