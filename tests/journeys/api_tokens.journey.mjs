// A provider's own register system sends its marks: with a token that is made for it, the manual's own examples, and an end.
import { readFile } from 'node:fs/promises';

export const title = 'A provider’s register system gets a token, sends a register as the manual shows, and is stopped';
export const ways = ['script'];
export const day = '2026-11-24';

const manual = new URL('../../docs/manual/api.md', import.meta.url);
const program = 'Register system of Greenways Farm';

export async function run(visitor) {
  const token = await isMade(visitor);
  const pupil = await followsTheManual(visitor, token);
  await isNamedInTheRegister(visitor, pupil);
  await isStopped(visitor, token);
}

async function isMade(visitor) {
  await visitor.becomes('Zoe Lamb', { at: '/admin/tokens' });
  await visitor.sees('No program has a token yet.');
  await visitor.look('no token yet');
  await visitor.follow('Make a token');
  await visitor.fill('Name of the program', program);
  await visitor.select('For which organisation', /Greenways Farm/);
  await visitor.select('As which role', 'Commissioner');
  await visitor.page.getByLabel('attendance:write').check();
  await fillLastDay(visitor, '2027', '12');
  await visitor.press('Make the token');
  await visitor.isRefused('Nobody holds this role at such an organisation');
  await visitor.isRefused('A token lasts 365 days at most');
  await visitor.look('a token that cannot be made');
  await visitor.select('As which role', 'Provider manager');
  await visitor.page.getByLabel('pupils:read').check();
  await fillLastDay(visitor, '2027', '3');
  await visitor.press('Make the token');
  await visitor.heading('Copy this token');
  await visitor.look('a token, shown once');
  return (await visitor.page.locator('.govuk-inset-text').textContent()).trim();
}

async function fillLastDay(visitor, year, month) {
  for (const [box, value] of [['Day', '31'], ['Month', month], ['Year', year]]) await visitor.page.getByLabel(box, { exact: true }).fill(value);
}

/** The commands of the manual, read as a shell would. */
async function commands() {
  const text = await readFile(manual, 'utf8');
  return [...text.matchAll(/```sh\n(curl .*)\n```/g)].map(([, line]) => {
    const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain);
    const command = { method: 'GET', headers: {}, address: words.at(-1) };
    for (let at = 1; at < words.length - 1; at += 2) {
      if (words[at] === '-H') command.headers[words[at + 1].split(': ')[0]] = words[at + 1].split(': ')[1];
      else if (words[at] === '-d') Object.assign(command, { method: 'POST', body: words[at + 1] });
      else throw new Error(`the manual says "${words[at]}" to curl, which this story does not know`);
    }
    return command;
  });
}

async function send(visitor, token, { method, headers, address, body }) {
  const answer = await fetch(address.replace('https://waymark.example.gov.uk', visitor.origin), {
    method, body, headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace('$WAYMARK_TOKEN', token)])),
  });
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: await answer.json() };
}

async function followsTheManual(visitor, token) {
  const [pupils, register, marks] = await commands();
  const known = await send(visitor, token, pupils);
  if (known.status !== 200) throw new Error(`the manual's first example answered ${known.status}`);
  const open = await send(visitor, token, register);
  const child = open.body.pupils?.find(({ code }) => !code) ?? open.body.pupils?.[0];
  if (open.status !== 200 || !child) throw new Error(`the manual's second example answered ${open.status}: ${JSON.stringify(open.body)}`);
  const saved = await send(visitor, token, { ...marks, body: marks.body.replace('7F3K-2M', child.pupil) });
  if (saved.status !== 200 || saved.body.saved + saved.body.already_there !== 1) throw new Error(`the manual's third example answered ${saved.status}: ${JSON.stringify(saved.body)}`);
  const again = await send(visitor, token, { ...marks, body: marks.body.replace('7F3K-2M', child.pupil) });
  if (again.body.already_there !== 1) throw new Error(`a mark sent twice: ${JSON.stringify(again.body)}`);
  const beyond = await send(visitor, token, { ...pupils, address: pupils.address.replace('/pupils', '/referrals') });
  if (beyond.status !== 403) throw new Error(`what the token does not include answered ${beyond.status}`);
  const page = await fetch(`${visitor.origin}/pupils`, { headers: { Authorization: `Bearer ${token}` }, redirect: 'manual' });
  if (page.status !== 303) throw new Error(`a page answered a token with ${page.status}`);
  return child;
}

async function isNamedInTheRegister(visitor, child) {
  await visitor.becomes('Ellie Fenwick', { at: `/registers/${day}/am` });
  await visitor.sees(child.known_as);
  await visitor.sees(program);
}

async function isStopped(visitor, token) {
  await visitor.becomes('Zoe Lamb', { at: '/admin/tokens' });
  await visitor.fill('How many days a token lasts at most', '90');
  await visitor.press('Save');
  await visitor.sees('From now on, a token lasts 90 days at most');
  await visitor.look('tokens of other programs');
  await visitor.follow(program);
  await visitor.sees('attendance:write, pupils:read');
  await visitor.look('a token and when it was used');
  await visitor.press('Revoke');
  await visitor.sees('The token is revoked');
  await visitor.look('a revoked token');
  const [pupils] = await commands();
  const answer = await send(visitor, token, pupils);
  if (answer.status !== 401) throw new Error(`a revoked token was answered with ${answer.status}`);
}
