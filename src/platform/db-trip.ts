import { createRequire } from 'node:module';
import pg from 'pg';
import { typeParsers } from './db-types.ts';

/** One statement; a named one is parsed and planned once by each connection, and described once. */
export type Statement = {
  readonly text: string;
  readonly name?: string;
  readonly values?: readonly unknown[];
  /** Told the rows, where nobody waits for the statement itself. */
  readonly heard?: (rows: readonly Record<string, unknown>[]) => void;
};

/** How the rows of a statement are read; null: it has none. */
type Columns = { readonly fields: readonly pg.FieldDef[]; readonly parsers: readonly ((text: string) => unknown)[] };
type Answer = { command: string; rowCount: number | null; oid: number; fields: pg.FieldDef[]; rows: Record<string, unknown>[] };

/** What of pg's connection a trip relies on, beside what its types say. */
type Wire = {
  _send(bytes: Buffer): void;
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
};
type Encoder = {
  parse(message: { readonly text: string; readonly name: string }): void;
  bind(message: { readonly statement: string; readonly values: readonly unknown[]; readonly valueMapper: unknown }): void;
  describe(message: { readonly type: 'P'; readonly name: '' }): void;
  execute(message: null): void;
  sync(): void;
};

const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils') as { readonly prepareValue: (value: unknown) => unknown };

let written: Buffer[] = [];
/** pg's own messages, kept instead of sent: so that a trip leaves as one piece. */
const encoder = Object.assign(Object.create(pg.Connection.prototype) as Encoder, {
  _send: (bytes: Buffer): void => {
    written.push(bytes);
  },
});

/** Under its name, what a connection has been told about a statement that it has parsed. */
const described = new WeakMap<pg.Connection, Map<string, Columns | null>>();

/**
 * Several statements as one query to pg, sent as one piece; the server answers once, after the last of them. A statement
 * that the connection has parsed before is not described again: were its columns others by now, the server would refuse it.
 */
export class Trip implements pg.Submittable {
  private readonly statements: readonly Statement[];
  private readonly resolve: (answers: readonly pg.QueryResult[]) => void;
  private readonly reject: (error: Error) => void;
  private readonly answers: Answer[] = [];
  private readonly columns: (Columns | null)[] = [];
  private known = new Map<string, Columns | null>();
  private failure: Error | null = null;
  /** The statement that is being answered. */
  private at = 0;

  constructor(statements: readonly Statement[], resolve: Trip['resolve'], reject: Trip['reject']) {
    this.statements = statements;
    this.resolve = resolve;
    this.reject = reject;
  }

  /** Under the name and text of the running query pg notes what a connection has parsed. */
  get name(): string | undefined {
    return this.statements[this.at]?.name;
  }

  get text(): string {
    return this.statements[this.at]?.text ?? '';
  }

  /** A value that cannot be sent is found before anything is. */
  submit(connection: pg.Connection): Error | null {
    const wire = connection as unknown as Wire;
    this.known = knownTo(connection);
    written = [];
    try {
      for (const statement of this.statements) this.write(wire, statement);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
    encoder.sync();
    wire._send(Buffer.concat(written));
    return null;
  }

  private write(wire: Wire, { name = '', text, values = [] }: Statement): void {
    const parsed = name === '' ? undefined : (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]);
    if (parsed !== undefined && parsed !== text) throw new Error(`two statements are called ${name}`);
    if (parsed === undefined) {
      encoder.parse({ text, name });
      if (name !== '') wire.submittedNamedStatements[name] = text;
    }
    encoder.bind({ statement: name, values, valueMapper: prepareValue });
    const columns = parsed === undefined ? undefined : this.known.get(name);
    this.columns.push(columns ?? null);
    this.answers.push({ command: '', rowCount: null, oid: 0, fields: [], rows: [] });
    if (columns === undefined) encoder.describe({ type: 'P', name: '' });
    encoder.execute(null);
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    const parsers = fields.map((field) => typeParsers.getTypeParser(field.dataTypeID, 'text') as (text: string) => unknown);
    this.columns[this.at] = { fields, parsers };
  }

  handleDataRow({ fields: texts }: { readonly fields: readonly (string | null)[] }): void {
    const columns = this.columns[this.at];
    if (columns == null || this.failure !== null) return;
    try {
      this.answers[this.at]?.rows.push(rowOf(columns, texts));
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const answer = this.answers[this.at];
    const columns = this.columns[this.at] ?? null;
    const [, command = '', first, second] = /^([A-Za-z]+)(?: (\d+))?(?: (\d+))?/.exec(text) ?? [];
    const count = second ?? first;
    if (answer !== undefined) Object.assign(answer, { command, rowCount: count === undefined ? null : Number(count) });
    if (answer !== undefined && columns !== null) answer.fields = [...columns.fields];
    const { name } = this;
    if (name !== undefined) this.known.set(name, columns);
    this.at += 1;
  }

  handleEmptyQuery(): void {
    this.at += 1;
  }

  /** What was left undone has not been parsed either. */
  handleError(error: Error, connection: pg.Connection): void {
    const { submittedNamedStatements } = connection as unknown as Wire;
    for (const { name } of this.statements.slice(this.at)) if (name !== undefined) delete submittedNamedStatements[name];
    this.reject(this.failure ?? error);
  }

  handleReadyForQuery(): void {
    if (this.failure === null) this.resolve(this.answers);
    else this.reject(this.failure);
  }
}

function knownTo(connection: pg.Connection): Map<string, Columns | null> {
  const known = described.get(connection) ?? new Map<string, Columns | null>();
  described.set(connection, known);
  return known;
}

function rowOf({ fields, parsers }: Columns, texts: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < fields.length; i += 1) {
    const text = texts[i] ?? null;
    row[fields[i]?.name ?? ''] = text === null ? null : parsers[i]?.(text);
  }
  return row;
}
