// Program, the baseline of an act: a bare handler that makes one durable insert, on the database named. Same framework,
// pool, body and durability as the platform; a statement prepared once; no sign-in, no explicit transaction, no row security.
import fastify from 'fastify';
import { openDatabase } from '#platform/db';

const database = openDatabase(process.argv[2] ?? '', { max: 16 });
const app = fastify();
app.post<{ Body: { readonly key: string } }>('/bare', async (request) => {
  const values = [request.body.key, JSON.stringify(request.body)];
  await database.pool.query({ name: 'bare', text: 'insert into bench_bare (key, body) values ($1, $2)', values });
  return { key: request.body.key };
});
console.log(`serves ${await app.listen({ port: 0, host: '127.0.0.1' })}`);
process.once('SIGTERM', () => {
  void app
    .close()
    .then(() => database.close())
    .then(() => process.exit(0));
});
