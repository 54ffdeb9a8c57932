import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type Html, html, textOf } from './html.ts';
import { PORTAL_NAV } from './portal-nav.ts';

const STYLE = html`
*{box-sizing:border-box}
body{margin:0;font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1c2733;background:#f5f6f8}
header{background:#12335c;color:#fff;padding:12px 16px;font-weight:600}
main{max-width:640px;margin:0 auto;padding:16px}
h1{font-size:24px;margin:8px 0}
h2{font-size:20px;margin:0 0 8px}
form,.answer{background:#fff;border:1px solid #d5dbe3;border-radius:8px;padding:16px;margin:16px 0}
.answer{border-left:6px solid #1a5fb4}
.yes{border-left-color:#1a7f37}
.mind{border-left-color:#9a5b00}
.no{border-left-color:#b3261e}
label{display:block;font-weight:600;margin-top:12px}
label:first-child{margin-top:0}
input,textarea{width:100%;min-height:44px;padding:8px 10px;font:inherit;border:1px solid #7b8794;border-radius:6px;background:#fff}
fieldset{border:1px solid #7b8794;border-radius:6px;padding:8px 12px;margin:0}
legend{font-weight:600}
.pick{display:flex;align-items:center;gap:8px;margin:0;min-height:44px}
.pick input{width:20px;min-height:20px;height:20px;flex:none}
.pick label{margin:0;font-weight:400}
button{width:100%;min-height:48px;margin-top:16px;font:inherit;font-weight:600;color:#fff;background:#1a5fb4;border:0;border-radius:6px}
input:focus-visible,textarea:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #1a5fb4;outline-offset:2px}
dl{display:grid;grid-template-columns:6em 1fr;gap:4px 8px;margin:12px 0}
dt{color:#4a5764}
dd{margin:0;overflow-wrap:anywhere}
.hint,.quiet{color:#4a5764;font-size:14px;margin:4px 0}
a{color:#1a5fb4}
nav{border-top:1px solid #d5dbe3;margin-top:24px;padding-top:8px}
nav a{display:inline-block;padding:4px 0}
.photo{display:block;width:132px;max-height:180px;object-fit:cover;border:1px solid #d5dbe3;border-radius:4px}
`;

/** Nothing but our own words, this one style, this one form and a photograph that stands in the page; no script, no frame, nobody else's address. */
const POLICY = [
  "default-src 'none'",
  'img-src data:',
  "script-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(textOf(STYLE)).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page of the portal: readable on a poor phone without script, in one answer of a few kilobytes. */
export function page(title: string, body: Html): Html {
  return html`<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow"><title>${title} · 法衡</title><style>${STYLE}</style></head>
<body><header>法衡 · 行政执法监督</header><main>${body}${PORTAL_NAV}</main></body></html>`;
}

/** Sends it with what browsers, proxies and search engines must know: run nothing, keep nothing, list nothing. */
export function sendPage(reply: FastifyReply, status: number, content: Html): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', POLICY)
    .header('x-robots-tag', 'noindex, nofollow')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${textOf(content)}`);
}
