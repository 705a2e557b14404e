// The npm packages of the front end, found from here; and Debian's Chromium.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../../frontend/package.json', import.meta.url));
const { chromium } = require('playwright-core');
/** The accessibility checker, to be run in a page. */
export const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
export const { HtmlValidate } = require('html-validate');

/** Debian's Chromium without all that needs a screen, quiet, and without its sandbox only for root, who cannot have one. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}
