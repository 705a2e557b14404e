// The running program: a fresh Harrowdale for each journey, served on a free port, ended by us.
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts the program; its words are kept for when it fails. */
export function start(program, args) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { child.words = (child.words + text).slice(-20_000); });
  child.ended = new Promise((resolve) => {
    child.once('error', (error) => { child.words += error.message; resolve(-1); });
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  return child;
}

/** Writes the made-up authority once for each day asked for; each journey gets its own copy. */
export async function makeHarrowdales(program) {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-journeys-'));
  const made = new Map();
  const make = async (today) => {
    const database = join(folder, `harrowdale-${today ?? 'now'}.db`);
    const child = start(program, ['demo', '--database', `sqlite:${database}`, ...(today ? ['--today', today] : [])]);
    const code = await child.ended;
    if (code !== 0) throw new Error(`"demo" ended with ${code}:\n${child.words}`);
    return database;
  };
  return {
    /** Two stories of one day may ask at the same time: it is made once. */
    on(today) {
      if (!made.has(today)) made.set(today, make(today));
      return made.get(today);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Serves a copy of the database, on the day given or today. `stop` ends the server and deletes the copy. `besideOf` starts what a story
 *  needs beside the program, for the address that it will have: gives the options that tell the program of it, and how to stop it. */
export async function serve(program, database, today, besideOf) {
  const port = await freePort();
  const copy = `${database}.${port}`;
  await copyFile(database, copy);
  const origin = `http://localhost:${port}`;
  const beside = await besideOf?.(origin);
  let child;
  const begin = async (day) => {
    child = start(program, ['serve', '--database', `sqlite:${copy}`, '--port', String(port), '--demonstration', ...(day ? ['--today', day] : []), ...(beside?.args ?? [])]);
    await answers(origin, child);
  };
  const end = async () => {
    child.kill('SIGTERM');
    const code = await child.ended;
    if (code !== 0) throw new Error(`the server ended with ${code}:\n${child.words}`);
  };
  await begin(today).catch(async (error) => {
    await beside?.stop();
    throw error;
  });
  return {
    origin,
    beside,
    database: copy,
    words: () => child.words,
    /** Goes on to another day: the same database, the same address. */
    async moveTo(day) {
      await end();
      await begin(day);
    },
    async stop() {
      await end().finally(() => beside?.stop());
      for (const ending of ['', '-wal', '-shm']) await rm(copy + ending, { force: true });
    },
  };
}

async function answers(origin, child) {
  let ended = false;
  child.ended.then(() => { ended = true; });
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    if (ended) throw new Error(`the server did not start:\n${child.words}`);
    try {
      await fetch(origin, { redirect: 'manual' });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not answer within 30 s:\n${child.words}`);
}
