import pg from 'pg';
import { isRefusal } from '#law';
import { type Client, type Pool, rolledBack } from './db.ts';
import { typeParsers } from './db-types.ts';

/** One statement; a named one is parsed and planned once by each connection. */
export type Statement = { readonly text: string; readonly name?: string; readonly values?: readonly unknown[] };

/** What of pg's own query object is needed to let it answer for its part of a trip. */
type Part = {
  readonly name?: string;
  readonly text: string;
  submit(connection: pg.Connection): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: pg.Connection): void;
  handleReadyForQuery(connection: pg.Connection): void;
};
type Statements = { readonly submittedNamedStatements: Record<string, string> };

/**
 * Sends the statements at once and waits once: one message to the server, one answer. They are carried out in order,
 * each seeing what those before it did; at the first that fails the rest is left undone and the error is thrown.
 */
export function together(client: pg.ClientBase, statements: readonly Statement[]): Promise<readonly pg.QueryResult[]> {
  return new Promise((resolve, reject) => {
    client.query(new Trip(statements, resolve, reject));
  });
}

/** One query to pg, whose parts are pg's own queries; the server is asked to answer once, after the last of them. */
class Trip implements pg.Submittable {
  private readonly parts: readonly Part[];
  private readonly resolve: (answers: readonly pg.QueryResult[]) => void;
  private readonly reject: (error: Error) => void;
  private readonly answers: pg.QueryResult[] = [];
  private failure: Error | null = null;
  /** The part that is being answered. */
  private at = 0;

  constructor(statements: readonly Statement[], resolve: Trip['resolve'], reject: Trip['reject']) {
    this.resolve = resolve;
    this.reject = reject;
    this.parts = statements.map((statement) => {
      const config = { ...statement, values: [...(statement.values ?? [])], queryMode: 'extended', types: typeParsers };
      return new pg.Query(config as pg.QueryConfig, this.heard as never) as unknown as Part;
    });
  }

  private readonly heard = (error: Error | null | undefined, answer: unknown): void => {
    if (error) this.failure ??= error;
    else this.answers.push(answer as pg.QueryResult);
  };

  /** Under the name and text of the running query pg notes what a connection has parsed. */
  get name(): string | undefined {
    return this.parts[this.at]?.name;
  }

  get text(): string {
    return this.parts[this.at]?.text ?? '';
  }

  submit(connection: pg.Connection): void {
    const unsynced = Object.create(connection, { sync: { value: () => undefined } }) as pg.Connection;
    connection.stream.cork();
    for (const part of this.parts) {
      const fault = part.submit(unsynced);
      this.failure ??= fault;
      if (this.failure !== null) break;
    }
    connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription(message: unknown): void {
    this.parts[this.at]?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.parts[this.at]?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: pg.Connection): void {
    this.parts[this.at]?.handleCommandComplete(message, connection);
    this.at += 1;
  }

  /** What was left undone has not been parsed either. */
  handleError(error: Error, connection: pg.Connection): void {
    const { submittedNamedStatements } = connection as unknown as Statements;
    for (const { name } of this.parts.slice(this.at)) if (name !== undefined) delete submittedNamedStatements[name];
    this.reject(this.failure ?? error);
  }

  handleReadyForQuery(connection: pg.Connection): void {
    if (this.failure === null) for (const part of this.parts) part.handleReadyForQuery(connection);
    if (this.failure === null) this.resolve(this.answers);
    else this.reject(this.failure);
  }
}

/** A connection whose statements go out together where nobody waits between them. */
export type GatheringClient = Client & {
  /** Goes out with the next statement that is waited for; its failure is that one's. */
  readonly later: (statement: Statement) => void;
};

/** Carries a statement out before anything that is sent after it; waits for it only where the connection does not gather. */
export async function sendLater(client: Client, statement: Statement): Promise<void> {
  if ('later' in client) (client as GatheringClient).later(statement);
  else await client.query({ ...statement, values: [...(statement.values ?? [])] });
}

/** For what stands in for a connection and reads along. */
async function oneByOne(client: Client, statements: readonly Statement[]): Promise<readonly pg.QueryResult[]> {
  const answers: pg.QueryResult[] = [];
  for (const { text, name, values = [] } of statements)
    answers.push(await client.query({ text, ...(name === undefined ? {} : { name }), values: [...values] }));
  return answers;
}

type Waiting = Statement & { readonly resolve: (answer: pg.QueryResult) => void; readonly reject: (error: unknown) => void };

/** What is asked within one turn (`Promise.all`) goes out together, after what was to go out later. */
function gathering(client: Client): GatheringClient & { readonly forget: () => void } {
  let waiting: Waiting[] = [];
  let isGoing = false;
  const go = async (): Promise<void> => {
    isGoing = false;
    const sent = waiting;
    waiting = [];
    try {
      const answers = client instanceof pg.Client ? await together(client, sent) : await oneByOne(client, sent);
      for (const [i, answer] of answers.entries()) sent[i]?.resolve(answer);
    } catch (error) {
      for (const { reject } of sent) reject(error);
    }
  };
  const query = (asked: string | Statement, values?: readonly unknown[]): Promise<pg.QueryResult> =>
    new Promise((resolve, reject) => {
      const statement = typeof asked === 'string' ? { text: asked } : asked;
      waiting.push({ ...statement, ...(values === undefined ? {} : { values }), resolve, reject });
      if (!isGoing) queueMicrotask(() => void go());
      isGoing = true;
    });
  const later = (statement: Statement): void => {
    waiting.push({ ...statement, resolve: () => undefined, reject: () => undefined });
  };
  const forget = (): void => {
    waiting = [];
  };
  return Object.assign(Object.create(client) as Client, { query: query as Client['query'], later, forget });
}

const BEGIN: Statement = { name: 'begin', text: 'begin' };
const COMMIT: Statement = { name: 'commit', text: 'commit' };

/**
 * One transaction in as few round trips as its work waits for: BEGIN and `opening` go out with the first statement that
 * is waited for, COMMIT with all that are sent last. A refusal returned by `work` rolls everything back.
 */
export async function inGatheredTransaction<T>(
  pool: Pool,
  opening: readonly Statement[],
  work: (client: GatheringClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const gathered = gathering(client);
  let broken = false;
  try {
    for (const statement of [BEGIN, ...opening]) gathered.later(statement);
    const value = await work(gathered);
    if (isRefusal(value)) {
      gathered.forget();
      await client.query('rollback');
    } else {
      const { command } = await gathered.query({ ...COMMIT, values: [] });
      if (command !== 'COMMIT') throw new Error('transaction was aborted: a statement failed and its error was swallowed');
    }
    return value;
  } catch (error) {
    broken = !(await rolledBack(client));
    throw error;
  } finally {
    client.release(broken);
  }
}
