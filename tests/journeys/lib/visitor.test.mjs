// The visitor must notice what it says it looks for: each page here has one planted fault.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { launch } from './packages.mjs';
import { Visitor, variants } from './visitor.mjs';

const page = (body, title = 'Harrowdale') =>
  `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><main>${body}</main></body></html>`;
/** Rows of a table, each with a field that a label names, and the last row of its own. */
const table = (rows, last) => page(`<h1>Register</h1><table><tr><th scope="col">Name</th><th scope="col">Note</th></tr>${
  Array.from({ length: rows }, (_, at) => row(at)).join('')}${last}</table>`);
const row = (at, label = 'Note', input = 'type="text"') => `<tr><td>Pupil ${at}</td><td><label for="n${at}">${label}</label> <input id="n${at}" ${input}></td></tr>`;
const pages = {
  '/rows': table(3, ''),
  '/more-rows': table(9, ''),
  '/row-without-label': table(3, '<tr><td>Pupil 4</td><td><input type="text" id="n4"></td></tr>'),
  '/row-with-empty-label': table(3, row(4, ' ')),
  '/row-named-by-nothing': table(3, '<tr><td>Pupil 4</td><td><input type="text" id="n4" aria-labelledby="gone"></td></tr>'),
  '/row-with-wrong-role': table(3, row(4, 'Note', 'type="text" aria-checked="perhaps" role="switch"')),
  '/row-too-pale': table(3, '<tr><td style="color: #ccc">Pupil 4</td><td></td></tr>'),
  '/good': page('<h1>Register</h1><p>Everybody is here.</p>'),
  '/no-label': page('<h1>Register</h1><input type="text" name="note">'),
  '/two-headings': page('<h1>Register</h1><h1>Attendance</h1>'),
  '/no-title': page('<h1>Register</h1>', ' '),
  '/not-html': page('<h1>Register</h1><ul><p>Wrong place</p></ul>'),
  '/too-wide': page('<h1>Register</h1><pre>' + 'wide '.repeat(200) + '</pre>'),
  '/elsewhere': page('<h1>Register</h1><img alt="" src="http://elsewhere.invalid/x.png">'),
  '/broken-script': page('<h1>Register</h1><script>nothing.here();</script>'),
  '/missing-file': page('<h1>Register</h1><img alt="" src="/gone.png">'),
};
let server, browser, origin;

before(async () => {
  server = createServer((request, response) => {
    const found = pages[request.url];
    response.writeHead(found || request.url === '/favicon.ico' ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(found ?? page('<h1>Not found</h1>'));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${server.address().port}`;
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.close();
});

async function look(...paths) {
  const context = await browser.newContext(variants.script);
  try {
    const visitor = new Visitor(await context.newPage(), { server: { origin }, variant: 'script', story: 'test' });
    for (const path of paths) {
      await visitor.visit(path);
      await visitor.look(path);
    }
    return '';
  } catch (error) {
    return error.message;
  } finally {
    await context.close();
  }
}

test('a page without fault passes', async () => assert.equal(await look('/good'), ''));
for (const [path, words] of [
  ['/no-label', /Form elements must have labels/], ['/two-headings', /2 headings of level 1/], ['/no-title', /no title/],
  ['/not-html', /element-permitted-content/], ['/too-wide', /scrolls sideways, because of <pre>/],
  ['/elsewhere', /another origin: http:\/\/elsewhere.invalid/], ['/broken-script', /script failed/], ['/missing-file', /missing: \/gone.png/],
  ['/no-such-page', /answered 404, not 200/],
]) {
  test(`${path.slice(1)} is noticed`, async () => assert.match(await look(path), words));
}

test('more of what has no fault has none', async () => assert.equal(await look('/rows', '/more-rows', '/rows'), ''));
test('what is built as before is not looked at again, unless all is', async () => {
  const context = await browser.newContext(variants.script);
  const visitor = new Visitor(await context.newPage(), { server: { origin }, variant: 'script', story: 'test' });
  await visitor.visit('/rows');
  await visitor.look('once');
  visitor.protocol = { send: () => { throw new Error('axe is brought in'); } };
  await visitor.visit('/more-rows');
  await visitor.look('again');
  visitor.looksAtAll = true;
  await assert.rejects(visitor.look('at all'), /axe is brought in/);
  await context.close();
});
for (const [path, words] of [
  ['/row-without-label', /Form elements must have labels/], ['/row-with-empty-label', /Form elements must have labels/],
  ['/row-named-by-nothing', /Form elements must have labels/], ['/row-with-wrong-role', /aria/], ['/row-too-pale', /color contrast/],
]) {
  test(`${path.slice(1)} is noticed among rows without fault, each time`, async () => {
    assert.match(await look('/rows', path), words);
    assert.match(await look('/rows', path), words);
  });
}
