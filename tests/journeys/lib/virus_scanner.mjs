// A real virus scanner beside the story: Debian's clamd with one signature of our own, so that no list of a million is loaded and no file
// here is one that other scanners know.
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './program.mjs';

export const virus = 'A made-up virus of Harrowdale.';
const clamd = '/usr/sbin/clamd';

/** Starts clamd on a socket of its own. `begin` and `end` let it come and go within the story; `stop` ends it and forgets it. */
export async function startScanner() {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-scanner-'));
  const socket = join(folder, 'clamd.ctl');
  await mkdir(join(folder, 'signatures'));
  await writeFile(join(folder, 'signatures', 'made_up.ndb'), `Waymark.Made-Up-1:0:*:${Buffer.from(virus).toString('hex')}\n`);
  await writeFile(join(folder, 'settings'), `Foreground yes\nLocalSocket ${socket}\nDatabaseDirectory ${join(folder, 'signatures')}\nTemporaryDirectory ${folder}\n`);
  let child;
  const isThere = async () => {
    for (const until = Date.now() + 20_000; Date.now() < until && child.exitCode === null;) {
      if (await access(socket).then(() => true, () => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the virus scanner did not start:\n${child.words}`);
  };
  const begin = async () => {
    child = start(clamd, [`--config-file=${join(folder, 'settings')}`]);
    await isThere();
  };
  const end = async () => {
    child.kill('SIGTERM');
    await child.ended;
    await rm(socket, { force: true });
  };
  const stop = async () => {
    await end();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await begin();
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `unix:${socket}`, begin, end, stop };
}
