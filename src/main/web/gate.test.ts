import { expect, test } from 'vitest';
import { JSON_LIMIT, UPLOAD_LIMIT } from '../host/bridge.ts';
import { judge, type Door, type Knock } from './gate.ts';

const door: Door = {
  hosts: new Set(['127.0.0.1:4242', 'glossa-00000000.localhost:4242', 'forwarded.localhost:*']),
  recognise: ({ cookie, bearer }) => (bearer === 'token' ? 'cli' : cookie === 'glossa-4242=good' ? 'window' : null),
  isLockedOut: () => false,
};

type Change = Partial<Omit<Knock, 'headers'>> & { headers?: Record<string, string | undefined> };

const ownPage = { host: '127.0.0.1:4242', 'sec-fetch-site': 'same-origin', cookie: 'glossa-4242=good' };

/** A well-behaved request of our own page, changed. */
function knock({ headers, ...rest }: Change = {}): Knock {
  const all = { ...ownPage, ...headers };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return {
    remoteAddress: '127.0.0.1',
    method: 'GET',
    target: '/text/abc/1',
    headers: sent,
    headerNames: Object.keys(sent),
    ...rest,
  };
}

const json = { 'content-type': 'application/json', 'content-length': '2', origin: 'http://127.0.0.1:4242' };
const cli = { cookie: undefined, 'sec-fetch-site': undefined, authorization: 'Bearer token' };
const visit = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

const letIn: [string, Change, string][] = [
  ['our page reading', {}, 'window'],
  ['our page writing', { method: 'POST', target: '/rpc/papers/list', headers: json }, 'window'],
  [
    'our page writing with a charset',
    { method: 'POST', target: '/rpc/x', headers: { ...json, 'content-type': 'application/json; charset=utf-8' } },
    'window',
  ],
  [
    'our page uploading',
    { method: 'POST', target: '/upload?name=a.pdf', headers: { ...json, 'content-type': 'application/pdf' } },
    'window',
  ],
  [
    'our page uploading a large file',
    {
      method: 'POST',
      target: '/upload',
      headers: { ...json, 'content-type': 'application/pdf', 'content-length': String(UPLOAD_LIMIT) },
    },
    'window',
  ],
  [
    'our page under its own name',
    {
      method: 'POST',
      headers: { ...json, host: 'glossa-00000000.localhost:4242', origin: 'http://glossa-00000000.localhost:4242' },
    },
    'window',
  ],
  [
    'our page through a forwarded socket',
    {
      remoteAddress: undefined,
      isSocket: true,
      headers: { host: 'forwarded.localhost:8080', origin: 'http://forwarded.localhost:8080' },
    },
    'window',
  ],
  ['the address bar with a cookie', { target: '/', headers: visit }, 'window'],
  ['a one-time link in the address bar', { target: '/auth?n=x', headers: { ...visit, cookie: undefined } }, 'stranger'],
  [
    'a one-time link in an old browser',
    { target: '/auth?n=x', headers: { cookie: undefined, 'sec-fetch-site': undefined } },
    'stranger',
  ],
  [
    'the command line',
    { method: 'POST', target: '/rpc/x', headers: { ...cli, 'content-type': 'application/json' } },
    'cli',
  ],
  ['a Host in capitals', { headers: { host: '127.0.0.1:4242'.toUpperCase() } }, 'window'],
];

test.each(letIn)('%s is let in', (_name, change, who) => {
  expect(judge(knock(change), door)).toEqual({ pass: who });
});

const refused: [string, Change, number][] = [
  ['another machine', { remoteAddress: '192.168.1.7' }, 403],
  ['an unknown address', { remoteAddress: undefined }, 403],
  ['a rebound DNS name', { headers: { host: 'evil.example:4242', origin: 'http://evil.example:4242' } }, 421],
  ['our address on another port', { headers: { host: '127.0.0.1:80' } }, 421],
  ['localhost by name', { headers: { host: 'localhost:4242' } }, 421],
  ['no Host', { headers: { host: undefined } }, 400],
  ['two Host headers', { headerNames: ['Host', 'host', 'Cookie'] }, 400],
  ['an absolute request target', { target: 'http://127.0.0.1:4242/text/abc/1' }, 400],
  ['a protocol-relative target', { target: '//evil.example/' }, 400],
  ['an asterisk', { target: '*' }, 400],
  ['an empty target', { target: '' }, 400],
  ['a name that resolves to us', { headers: { host: '127.0.0.1.nip.io:4242' } }, 421],
  ['our address written otherwise', { headers: { host: '127.1:4242' } }, 421],
  ['our address without its port', { headers: { host: '127.0.0.1' } }, 421],
  ['credentials in the Host', { headers: { host: 'x@127.0.0.1:4242' } }, 421],
  ['OPTIONS', { method: 'OPTIONS' }, 405],
  ['TRACE', { method: 'TRACE' }, 405],
  ['CONNECT', { method: 'CONNECT', target: '/' }, 405],
  ['a WebSocket', { headers: { upgrade: 'websocket' } }, 426],
  ['a page of another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ['a page on another local port', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
  ['an invented Sec-Fetch-Site', { headers: { 'sec-fetch-site': 'friendly' } }, 403],
  ['the address bar on a data path', { headers: visit }, 403],
  ['a frame in the address bar rule', { target: '/', headers: { ...visit, 'sec-fetch-dest': 'iframe' } }, 403],
  ['a typed form post', { target: '/', method: 'POST', headers: visit }, 403],
  [
    'a link clicked on another page',
    { target: '/auth?n=x', headers: { ...visit, 'sec-fetch-site': 'cross-site' } },
    403,
  ],
  ['a browser that says nothing, with a cookie', { headers: { 'sec-fetch-site': undefined } }, 403],
  ['a foreign Origin', { headers: { origin: 'http://evil.example' } }, 403],
  ['the null Origin', { headers: { origin: 'null' } }, 403],
  ['our Origin on another port', { headers: { origin: 'http://127.0.0.1:80' } }, 403],
  ['our Origin with a path', { headers: { origin: 'http://127.0.0.1:4242/' } }, 403],
  ['an empty Origin', { headers: { origin: '' } }, 403],
  ['no cookie', { headers: { cookie: undefined } }, 401],
  ['a wrong cookie', { headers: { cookie: 'glossa-4242=bad' } }, 401],
  ['a wrong token', { headers: { ...cli, authorization: 'Bearer other' } }, 401],
  ['a token in another scheme', { headers: { ...cli, authorization: 'Basic token' } }, 403],
  ['a form', { method: 'POST', headers: { ...json, 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  [
    'plain text to a call',
    { method: 'POST', target: '/rpc/x', headers: { ...json, 'content-type': 'text/plain' } },
    415,
  ],
  ['a body of no kind', { method: 'POST', headers: { ...json, 'content-type': undefined } }, 415],
  ['a streamed body of no kind', { method: 'POST', headers: { 'transfer-encoding': 'chunked', 'x-glossa': '1' } }, 415],
  ['a write that does not say where it comes from', { method: 'POST', headers: { ...json, origin: undefined } }, 403],
  ['a page under another of our names', { headers: { ...json, origin: 'http://glossa-00000000.localhost:4242' } }, 403],
  ['another library’s name', { headers: { host: 'glossa-ffffffff.localhost:4242' } }, 421],
  ['too large a call', { method: 'POST', headers: { ...json, 'content-length': String(JSON_LIMIT + 1) } }, 413],
  [
    'too large an upload',
    {
      method: 'POST',
      target: '/upload',
      headers: { ...json, 'content-type': 'application/pdf', 'content-length': String(UPLOAD_LIMIT + 1) },
    },
    413,
  ],
  ['a senseless length', { method: 'POST', headers: { ...json, 'content-length': '-1' } }, 400],
  [
    'an upload of a web page',
    { method: 'POST', target: '/upload', headers: { ...json, 'content-type': 'text/html' } },
    415,
  ],
];

test.each(refused)('%s is refused', (_name, change, status) => {
  expect(judge(knock(change), door)).toMatchObject({ refuse: status });
});

const locked = { ...door, isLockedOut: () => true };

test('guessing is stopped while too many wrong tokens come in', () => {
  expect(judge(knock({ headers: { ...cli, authorization: 'Bearer other' } }), locked)).toMatchObject({ refuse: 429 });
  expect(judge(knock({ target: '/auth?n=x', headers: { ...visit, cookie: undefined } }), locked)).toMatchObject({
    refuse: 429,
  });
});

test('who is known already stays in meanwhile', () => {
  expect(judge(knock(), locked)).toEqual({ pass: 'window' });
});
