import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openReviewServer } from '../../src/people/relecture/server.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { tinyPdf } from '../pipelines/tiny-pdf.ts';
import { ask, hostileBase, HOSTILE_NAME, HOSTILE_TEXT, served, type Answered } from './support.ts';

const POST = { method: 'POST', headers: { 'x-tfpb': '1' } } as const;

async function emptyBase(): Promise<string> {
  const base = join(temporaryFolder(), 'vide.sqlite');
  await (await openStore(base, 'ecriture')).close();
  return base;
}

function jsonOf(answer: Answered): Record<string, unknown> {
  return JSON.parse(answer.body) as Record<string, unknown>;
}

test('another name that points here (DNS rebinding) is turned away, whatever it asks', async () => {
  const { port } = await served(await emptyBase());
  for (const host of ['pirate.example', `pirate.example:${String(port)}`, '127.0.0.1', `127.0.0.1:${String(port)}.pirate.example`])
    for (const path of ['/', '/api/etat']) expect((await ask(port, path, { headers: { host } })).status).toBe(421);
  for (const host of [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`, `[::1]:${String(port)}`])
    expect((await ask(port, '/api/etat', { headers: { host } })).status).toBe(200);
});

test('another page of the browser can neither read nor write: its origin betrays it, and it cannot send our heading', async () => {
  const { port } = await served(await emptyBase());
  const own = `http://127.0.0.1:${String(port)}`;
  for (const origin of ['https://pirate.example', 'null', 'http://127.0.0.1:1', 'http://localhost'])
    expect((await ask(port, '/api/etat', { headers: { origin } })).status).toBe(403);
  expect((await ask(port, '/api/import', { method: 'POST', headers: { origin: own } })).status).toBe(403);
  expect((await ask(port, '/api/import', { method: 'POST', headers: { 'x-tfpb': '1', 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  expect(
    (await ask(port, '/api/import', { method: 'POST', headers: { 'x-tfpb': '1', origin: own, 'sec-fetch-site': 'same-origin' } })).status,
  ).toBe(202);
  const preflight = await ask(port, '/api/import', { method: 'OPTIONS', headers: { origin: own, 'x-tfpb': '1' } });
  expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
});

test('an address that is none is refused, not an error; two slashes name no other server', async () => {
  const { port, errors } = await served(await emptyBase());
  expect((await ask(port, 'http://[')).status).toBe(400);
  for (const path of ['//[', '/\\[', '//', '///api//etat']) expect([200, 404]).toContain((await ask(port, path)).status);
  expect(errors).toEqual([]);
});

test('every answer forbids outside resources, inline scripts, frames and guessing of types', async () => {
  const { port } = await served(await emptyBase());
  for (const path of ['/', '/page/app.js', '/api/etat', '/rien', '/api/documents/x']) {
    const { headers } = await ask(port, path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/u);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
  }
});

test('the page itself holds no inline script, no style attribute and nothing of another site', async () => {
  const { port } = await served(await emptyBase());
  const { body } = await ask(port, '/');
  expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|(?:src|href)="(?!\/[a-z]|#)/iu);
  const modules = new Set<string>();
  const follow = async (path: string): Promise<void> => {
    if (modules.has(path)) return;
    modules.add(path);
    const answer = await ask(port, path);
    expect([path, answer.status, answer.headers['content-type']]).toEqual([path, 200, 'text/javascript; charset=utf-8']);
    expect(answer.body).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|\beval\(|https?:\/\/(?!www\.w3\.org)/u);
    for (const [, name = ''] of answer.body.matchAll(/from ["']\.\/([\w-]+\.js)["']/gu)) await follow(`/page/${name}`);
  };
  await follow('/page/app.js');
  expect(modules.size).toBeGreaterThan(20);
});

test.each([
  '/../package.json',
  '/page/../server.js',
  '/page/%2e%2e/server.js',
  '/..%2f..%2fetc%2fpasswd',
  '/page//etc/passwd',
  '/page/app.ts',
  '/api/documents/..%2f..%2fx',
  '/api/documents/%3Cscript%3E',
])('no path of a request reaches the file system: %s', async (path) => {
  const { port } = await served(await emptyBase());
  const { status, body } = await ask(port, path);
  expect(status).toBe(404);
  expect(body).not.toMatch(/root:|"name"|import /u);
});

test('a body that is too long, no JSON, or not what is expected, is refused and says why', async () => {
  const { port, errors } = await served(await emptyBase());
  const path = '/api/documents/abc/corrections';
  const send = (body: string, type = 'application/json'): Promise<Answered> =>
    ask(port, path, { method: 'POST', headers: { 'x-tfpb': '1', 'content-type': type }, body });
  expect((await send('x'.repeat(300_000))).status).toBe(413);
  expect((await send('{}', 'text/plain')).status).toBe(415);
  expect((await send('{')).status).toBe(400);
  expect((await send('{"demande":{},"par":"","version":-1}')).status).toBe(400);
  expect((await send('{"demande":{},"par":"a","version":0,"chemin":"/etc/passwd"}')).status).toBe(400);
  for (const query of ['statut=tout', 'limite=100000', 'debut=-1', 'annee=abc', 'inconnu=1'])
    expect((await ask(port, `/api/file?${query}`)).status).toBe(400);
  expect(errors).toEqual([]);
});

test('beyond the loopback address nothing is answered without the token, which goes from the address into a cookie no script reads', async () => {
  const base = await emptyBase();
  const token = 'jeton-de-48-caracteres';
  const { port, url } = await served(base, { token });
  expect(url).toContain(`?jeton=${token}`);
  for (const path of ['/', '/page/app.js', '/api/etat', '/?jeton=autre', `/api/etat?jeton=${token}`])
    expect((await ask(port, path)).status).toBe(401);
  const entry = await ask(port, `/?jeton=${token}`);
  expect([entry.status, entry.headers['location']]).toEqual([303, '/']);
  const [cookie = ''] = entry.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^tfpb_jeton=jeton-de-48-caracteres; HttpOnly; SameSite=Strict/u);
  expect((await ask(port, '/api/etat', { headers: { cookie: 'tfpb_jeton=jeton-de-48-caracteres' } })).status).toBe(200);
  expect((await ask(port, '/api/etat', { headers: { cookie: 'tfpb_jeton=jeton-de-48-caractereX' } })).status).toBe(401);
  const open = openReviewServer({} as never, { host: '0.0.0.0', port: 0, token: null, onError: () => undefined });
  await expect(open).rejects.toThrow('token');
});

test('a document reaches the page as data, its scripts as text; a correction is kept, and the version before it no longer corrects', async () => {
  const { port, errors } = await served(await hostileBase(temporaryFolder()));
  const queue = jsonOf(await ask(port, '/api/file')) as { items: { document: string; fichier: string; statut: string }[] };
  const [item] = queue.items;
  expect([item?.fichier, item?.statut]).toEqual([HOSTILE_NAME, 'ecart']);
  const id = item?.document ?? '';
  const read = await ask(port, `/api/documents/${id}`);
  expect(read.headers['content-type']).toBe('application/json; charset=utf-8');
  const { document, version } = JSON.parse(read.body) as {
    document: { programmes: { id: string; lignes: { description: string; montants: { id: string }[] }[] }[] };
    version: number;
  };
  const [programme] = document.programmes;
  expect(programme?.lignes[0]?.description).toBe(HOSTILE_TEXT);
  const cible = { sorte: 'montant', id: programme?.lignes[0]?.montants[0]?.id ?? '' };
  const body = JSON.stringify({
    demande: { cible, geste: { type: 'corriger_montant', montant: '1600.00' }, motif: null },
    par: 'Claire',
    version,
  });
  const send = (): Promise<Answered> =>
    ask(port, `/api/documents/${id}/corrections`, { ...POST, headers: { ...POST.headers, 'content-type': 'application/json' }, body });
  const first = await send();
  expect(first.status).toBe(200);
  expect(jsonOf(first)).toMatchObject({ version: 1, document: { programmes: [{ statut: 'reconcilie' }] } });
  const second = await send();
  expect([second.status, jsonOf(second)['erreur']]).toEqual([409, 'document_change']);
  const picture = await ask(port, `/api/documents/${id}/pages/1/1.png`);
  expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png']);
  expect(jsonOf(await ask(port, `/api/documents/${id}/pages`))['pages']).toEqual([{ largeur: 720, hauteur: 580 }]);
  expect((await ask(port, `/api/documents/${id}/pages/9/1.png`)).status).toBe(404);
  expect(jsonOf(await ask(port, `/api/documents/${id}/lectures`))['lectures']).toEqual({});
  const csv = await ask(port, '/api/corpus.csv?par=bailleur');
  expect(csv.headers['content-disposition']).toBe('attachment; filename="corpus-par-bailleur.csv"');
  expect(csv.body).toContain('Pas-de-Calais Habitat;prevu;');
  expect(errors).toEqual([]);
});

test('a dropped file is kept beside the base under a harmless name, then imported with its progress; a long one and another kind are refused', async () => {
  const base = await emptyBase();
  const { port } = await served(base);
  const drop = (name: string, body: Uint8Array): Promise<Answered> =>
    ask(port, `/api/depot?nom=${encodeURIComponent(name)}`, { ...POST, body });
  expect((await drop('trop.pdf', Buffer.concat([tinyPdf('x'), Buffer.alloc(1_100_000)]))).status).toBe(413);
  expect((await drop('page.html', Buffer.from('<script>alert(1)</script>'))).status).toBe(400);
  expect((await drop('vide.pdf', Buffer.alloc(0))).status).toBe(400);
  expect((await drop('court.exe', Buffer.from('MZ'))).status).toBe(400);
  const taken = await drop('../../dehors/<b>été</b>.pdf', tinyPdf('Bonjour'));
  expect([taken.status, jsonOf(taken)['nom']]).toEqual([201, 'b_.pdf']);
  const [own] = readdirSync(`${base}-depot`);
  expect(readdirSync(join(`${base}-depot`, own ?? ''))).toEqual(['b_.pdf']);
  expect(
    readFileSync(join(`${base}-depot`, own ?? '', 'b_.pdf'))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(existsSync(join(base, '..', '..', 'dehors'))).toBe(false);
  await ask(port, '/api/import', POST);
  await expect.poll(async () => jsonOf(await ask(port, '/api/import'))['etat'], { timeout: 50_000, interval: 200 }).toBe('termine');
  const state = jsonOf(await ask(port, '/api/import'));
  expect(state).toMatchObject({ total: 1, faits: 1, message: '1 fichier lu, 0 rejeté.' });
  expect(state['phrase']).toMatch(/^1\/1 fichiers, 1 page/u);
  expect(jsonOf(await ask(port, '/api/etat'))).toMatchObject({ resume: { documents: 1 } });
});

test('an import by another process holds the base: the page is told, and what was dropped stays', async () => {
  const base = await emptyBase();
  const { acquireImportLock } = await import('../../src/store/lock.ts');
  const { port } = await served(base);
  await ask(port, '/api/depot?nom=a.pdf', { ...POST, body: tinyPdf('Bonjour') });
  const lock = await acquireImportLock(base);
  await ask(port, '/api/import', POST);
  await expect.poll(async () => jsonOf(await ask(port, '/api/import'))['etat'], { timeout: 20_000 }).toBe('refuse');
  expect(jsonOf(await ask(port, '/api/import'))['message']).toContain('Un autre import utilise la base');
  lock.release();
  await ask(port, '/api/import', POST);
  await expect.poll(async () => jsonOf(await ask(port, '/api/import'))['etat'], { timeout: 50_000 }).toBe('termine');
});
