import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://localhost:${process.env['PORT'] || '8080'}`;
const FROM_SERVER = ['/api', '/public', '/healthz', '/files'];

export default defineConfig({
  root: join(import.meta.dirname, 'src', 'app', 'web-shell'),
  plugins: [react()],
  build: { outDir: join(import.meta.dirname, 'dist', 'web'), emptyOutDir: true, sourcemap: false, chunkSizeWarningLimit: 1_500 },
  server: { port: 5173, strictPort: true, proxy: Object.fromEntries(FROM_SERVER.map((path) => [path, { target: server, xfwd: true }])) },
});
