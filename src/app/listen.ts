import { once } from 'node:events';
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type Refusal, refuse } from '#law';
import type { Config } from '#platform/config';

/** Asks for the port before the database is opened and filled, so that a taken one is told at once; null when it is free. */
export async function checkPort(config: Config): Promise<Refusal | null> {
  const probe = createServer();
  try {
    probe.listen({
      port: config.port,
      ...(config.host ? { host: config.host } : config.mode === 'production' ? {} : { host: 'localhost' }),
    });
    await once(probe, 'listening');
    return null;
  } catch (error) {
    return refuse('listen', null, reasonOf(error, config));
  } finally {
    probe.close();
  }
}

/** Listens and gives the address to open in a browser. */
export async function listen(app: FastifyInstance, config: Config): Promise<string | Refusal> {
  const fallback = config.mode === 'production' ? '::' : 'localhost';
  try {
    return await bind(app, config.host ?? fallback, config.port);
  } catch (error) {
    return refuse('listen', null, reasonOf(error, config));
  }
}

async function bind(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    // A machine without IPv6 cannot listen on ::.
    if (host !== '::' || !['EAFNOSUPPORT', 'EADDRNOTAVAIL'].includes(codeOf(error))) throw error;
    await app.listen({ host: '0.0.0.0', port });
  }
  const bound = app.server.address();
  const shown = ['::', '0.0.0.0', '::1', '127.0.0.1', 'localhost'].includes(host) ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${typeof bound === 'object' && bound ? bound.port : port}`;
}

function reasonOf(error: unknown, config: Config): string {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return `端口 ${config.port} 已被其他程序占用。请用环境变量 PORT 换一个端口，例如：PORT=8081 npm start`;
  if (code === 'EACCES') return `没有权限使用端口 ${config.port}。请用环境变量 PORT 换一个 1024 以上的端口，例如：PORT=8080 npm start`;
  return `不能在 ${config.host ?? 'localhost'}:${config.port} 上提供服务：${error instanceof Error ? error.message : String(error)}。请检查环境变量 HOST 和 PORT`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
