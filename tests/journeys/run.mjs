// Whole stories through the running program:
//   node tests/journeys/run.mjs [--program FILE] [--only WORDS] [--way WAY] [--screenshots DIR] [--again N] [--at-once N]
//
// A story is a file *.journey.mjs with a `title` and `run(visitor)`. Each is told three times, on a fresh Harrowdale each
// time: with script, without, and on a narrow screen; `ways` in the file chooses fewer. A story that goes on over days says on
// which it begins (`day`); without it, it is told today. One that needs another program beside Waymark starts it in `beside`. See
// lib/visitor.mjs. With --again each page looked at is loaded N times more, and the server's milliseconds for each route are
// printed: see bench/README.md. One more is told at once than there are cores, three at most, each with a server and a database of
// its own: a story waits for its browser as often as it works; with --again one, so that what is measured has the machine.
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './lib/packages.mjs';
import { makeHarrowdales, serve } from './lib/program.mjs';
import { Visitor, openWindow, variants } from './lib/visitor.mjs';

const { values: given } = parseArgs({
  options: { program: { type: 'string', default: 'build/dev/waymark' }, only: { type: 'string', default: '' }, screenshots: { type: 'string' }, way: { type: 'string' }, again: { type: 'string', default: '0' }, 'at-once': { type: 'string' } },
});
const tellers = Number(given['at-once'] ?? (given.again === '0' ? Math.min(3, availableParallelism() + 1) : 1));
const program = resolve(given.program);
const folder = new URL('.', import.meta.url);

async function stories() {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.journey.mjs')).sort();
  const all = await Promise.all(files.map(async (file) => ({ name: file.replace('.journey.mjs', ''), ...(await import(new URL(file, folder))) })));
  return all.filter(({ name, title }) => `${name} ${title}`.toLowerCase().includes(given.only.toLowerCase()));
}

/** Tells one story one way. Gives what went wrong, or nothing. */
async function tell(story, variant, browser, database) {
  const server = await serve(program, database, story.day, story.beside);
  const context = await openWindow(browser, variant);
  const page = await context.newPage();
  const times = new Map();
  try {
    const visitor = new Visitor(page, { server, variant, story: story.name, screenshots: given.screenshots, again: Number(given.again), times });
    await story.run(visitor);
    if (visitor.wrong.length) throw new Error(visitor.wrong.join('\n'));
  } catch (error) {
    if (given.screenshots) await page.screenshot({ path: join(given.screenshots, `${story.name}-failed-${variant}.png`), fullPage: true }).catch(() => {});
    return `${error.message}\n  at ${page.url()}\n  the server said: ${server.words().trim().split('\n').slice(-3).join('\n    ')}`;
  } finally {
    printTimes(times);
    await context.close();
    await server.stop();
  }
}

/** A line a route, the slowest first. */
function printTimes(times) {
  const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  const lines = [...times].map(([route, all]) => ({ route, sorted: all.toSorted((a, b) => a - b) }));
  for (const { route, sorted } of lines.sort((a, b) => at(b.sorted, 0.5) - at(a.sorted, 0.5)))
    console.log(`    p50 ${at(sorted, 0.5)} ms, p99 ${at(sorted, 0.99)} ms of ${sorted.length}: ${route}`);
}

const told = await stories();
if (!told.length) {
  console.error(`    No story matches "${given.only}".`);
  process.exit(1);
}
const tellings = told.flatMap((story) => (story.ways ?? Object.keys(variants)).filter((way) => !given.way || way === given.way).map((variant) => ({ story, variant })));
const harrowdales = await makeHarrowdales(program);
const browser = await launch();
let failures = 0;

/** Tells what is left to tell, one after the other. */
async function teller() {
  for (let next = tellings.shift(); next; next = tellings.shift()) {
    const { story, variant } = next;
    const began = Date.now();
    const wrong = await harrowdales.on(story.day).then((database) => tell(story, variant, browser, database)).catch((error) => error.message);
    if (wrong) failures += 1;
    console.log(`    ${wrong ? 'FAILED' : 'ok    '} ${story.title}, ${variant} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    if (wrong) console.log(wrong.replaceAll(/^/gm, '           '));
  }
}

try {
  await Promise.all(Array.from({ length: tellers }, teller));
} finally {
  await browser.close();
  await harrowdales.remove();
}
process.exit(failures ? 1 : 0);
