import pg from 'pg';
import { isRefusal } from '#law';
import { type Client, type Pool, type Queryable, rolledBack } from './db.ts';
import { type Statement, Trip } from './db-trip.ts';

export type { Statement };

/**
 * Sends the statements at once and waits once: one message to the server, one answer. They are carried out in order,
 * each seeing what those before it did; at the first that fails the rest is left undone and the error is thrown.
 */
export function together(client: pg.ClientBase, statements: readonly Statement[]): Promise<readonly pg.QueryResult[]> {
  return new Promise((resolve, reject) => {
    client.query(new Trip(statements, resolve, reject));
  });
}

/** One statement in a message of its own, outside a transaction; a named one costs a connection its description only once. */
export async function askOnce<Row extends pg.QueryResultRow>(pool: Pool, statement: Statement): Promise<Row[]> {
  const client = await pool.connect();
  let broken = true;
  try {
    const answers = await sendAll(client, [statement]);
    broken = false;
    return (answers[0]?.rows ?? []) as Row[];
  } catch (error) {
    // What the server refused leaves the connection as it was; anything else does not.
    broken = !(error instanceof pg.DatabaseError);
    throw error;
  } finally {
    client.release(broken);
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

/** What stands in for a connection and can send several statements at once. */
export type SendsTogether = { readonly together: (statements: readonly Statement[]) => Promise<readonly pg.QueryResult[]> };

function sendAll(client: Client, statements: readonly Statement[]): Promise<readonly pg.QueryResult[]> {
  if (client instanceof pg.Client) return together(client, statements);
  return 'together' in client ? (client as Client & SendsTogether).together(statements) : oneByOne(client, statements);
}

/** For what stands in for a connection and reads along. */
async function oneByOne(client: Client, statements: readonly Statement[]): Promise<readonly pg.QueryResult[]> {
  const answers: pg.QueryResult[] = [];
  for (const { text, name, values = [] } of statements)
    answers.push(await client.query({ text, ...(name === undefined ? {} : { name }), values: [...values] }));
  return answers;
}

/** Asks all of it in one round trip, as one step of a transaction. */
export function askAtOnce(client: Client, statements: readonly Statement[]): Promise<readonly pg.QueryResult[]> {
  if ('later' in client) return Promise.all(statements.map((statement) => client.query(statement as pg.QueryConfig)));
  return sendAll(client, statements);
}

type Asked<Asks extends readonly (() => Promise<unknown>)[]> = { -readonly [At in keyof Asks]: Awaited<ReturnType<Asks[At]>> };

/** What none of it waits for another: in one round trip where the connection gathers, else one after the other. */
export async function askEach<const Asks extends readonly (() => Promise<unknown>)[]>(client: Queryable, asks: Asks): Promise<Asked<Asks>> {
  if ('later' in client) return (await Promise.all(asks.map((ask) => ask()))) as Asked<Asks>;
  const answers: unknown[] = [];
  for (const ask of asks) answers.push(await ask());
  return answers as Asked<Asks>;
}

type Waiting = {
  readonly statement: Statement;
  readonly resolve: (answer: pg.QueryResult) => void;
  readonly reject: (error: unknown) => void;
};
const nothing = (): void => undefined;

/**
 * What is asked within one turn (`Promise.all`) goes out together, after what was to go out later. It answers queries and
 * nothing else, and does not inherit from the connection: what stands behind another object is slow to use.
 */
class Gathering {
  private readonly client: Client;
  private waiting: Waiting[] = [];
  private isGoing = false;

  constructor(client: Client) {
    this.client = client;
  }

  query(asked: string | Statement, values?: readonly unknown[]): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => {
      const statement = typeof asked === 'string' ? { text: asked } : asked;
      this.waiting.push({ statement: values === undefined ? statement : { ...statement, values }, resolve, reject });
      if (!this.isGoing) queueMicrotask(() => void this.go());
      this.isGoing = true;
    });
  }

  later(statement: Statement): void {
    this.waiting.push({ statement, resolve: ({ rows }) => statement.heard?.(rows), reject: nothing });
  }

  forget(): void {
    this.waiting = [];
  }

  private async go(): Promise<void> {
    this.isGoing = false;
    const sent = this.waiting;
    this.waiting = [];
    const statements = sent.map(({ statement }) => statement);
    try {
      const answers = await sendAll(this.client, statements);
      for (const [i, answer] of answers.entries()) sent[i]?.resolve(answer);
    } catch (error) {
      for (const { reject } of sent) reject(error);
    }
  }
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
  const gathering = new Gathering(client);
  const gathered = gathering as unknown as GatheringClient;
  let broken = false;
  try {
    for (const statement of [BEGIN, ...opening]) gathering.later(statement);
    const value = await work(gathered);
    if (isRefusal(value)) {
      gathering.forget();
      await client.query('rollback');
    } else {
      const { command } = await gathering.query(COMMIT);
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
