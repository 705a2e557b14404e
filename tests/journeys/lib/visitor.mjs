// Somebody with a browser: visits pages, signs in, and has each page looked at closely.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder, HtmlValidate } from './packages.mjs';

/** The three ways every journey is made. */
export const variants = {
  script: { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } },
  'no-script': { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
  narrow: { javaScriptEnabled: true, viewport: { width: 360, height: 740 } },
};

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const html = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'prefer-native-element': ['error', { exclude: ['button'] }] },  // GOV.UK's start button is a link that says so
});

export class Visitor {
  constructor(page, { origin, variant, story, screenshots }) {
    Object.assign(this, { page, origin, variant, story, screenshots, looks: 0, wrong: [] });
    page.setDefaultTimeout(10_000);
    // What a page must never do, whatever the journey is about.
    page.on('pageerror', (error) => this.wrong.push(`script failed: ${error.message}`));
    page.on('console', (message) => {
      const refused = message.type() === 'error' && !message.text().startsWith('Failed to load resource');
      if (refused) this.wrong.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== origin) this.wrong.push(`asked another origin: ${url.origin}`);
    });
    page.on('response', (response) => {
      const request = response.request();
      const path = new URL(response.url()).pathname;
      if (response.status() >= 500) this.wrong.push(`${response.status()} from ${path}`);
      if (response.status() === 404 && request.resourceType() !== 'document') this.wrong.push(`missing: ${path}`);
      if (request.isNavigationRequest() && request.frame() === page.mainFrame() && ![301, 302, 303, 307, 308].includes(response.status())) {
        this.document = response;
      }
    });
  }

  /** Opens a path and expects its page: 200, or the status given. */
  async visit(path, { status = 200 } = {}) {
    const response = await this.page.goto(this.origin + path);
    if (response.status() !== status) throw new Error(`${path} answered ${response.status()}, not ${status}`);
    return response;
  }

  /** Signs in as one of Harrowdale's people; `role` when they have several ("Panel clerk"). */
  async signInAs(person, { role } = {}) {
    await this.visit('/sign-in');
    let rows = this.page.getByRole('row').filter({ has: this.page.getByRole('button', { name: `Sign in as ${person}`, exact: true }) });
    if (role) rows = rows.filter({ hasText: role });
    await rows.first().getByRole('button').click();
  }

  async signOut() {
    await this.page.getByRole('button', { name: 'Sign out' }).click();
  }

  /** Presses the button of that name; where there is none, follows the link. */
  async press(name) {
    const button = this.page.getByRole('button', { name, exact: true });
    await ((await button.count()) ? button : this.page.getByRole('link', { name, exact: true })).first().click();
  }

  async fill(label, value) {
    await this.page.getByLabel(label, { exact: true }).fill(value);
  }

  async choose(label) {
    await this.page.getByLabel(label, { exact: true }).check();
  }

  async fillDate(legend, day, month, year) {
    const group = this.page.getByRole('group', { name: legend });
    for (const [label, value] of [['Day', day], ['Month', month], ['Year', year]]) await group.getByLabel(label).fill(String(value));
  }

  /** Fails unless the page says so somewhere. */
  async sees(text) {
    await this.page.getByText(text).first().waitFor({ state: 'visible' }).catch(() => { throw new Error(`the page does not say "${text}"`); });
  }

  async doesNotSee(text) {
    if (await this.page.getByText(text).count()) throw new Error(`the page says "${text}"`);
  }

  async heading(text) {
    await this.page.getByRole('heading', { level: 1, name: text }).waitFor().catch(async () => {
      throw new Error(`the heading is "${await this.page.locator('h1').first().textContent().catch(() => 'missing')}", not "${text}"`);
    });
  }

  /**
   * Looks at the page as it stands: one heading, a title, valid HTML as the server sent it, no sideways scrolling, no
   * accessibility fault that axe finds; and keeps a picture when asked to. Names of children do not belong in titles.
   */
  async look(name) {
    const faults = this.wrong.splice(0);
    const at = new URL(this.page.url()).pathname;
    if ((await this.page.locator('h1').count()) !== 1) faults.push(`${await this.page.locator('h1').count()} headings of level 1`);
    if (!(await this.page.title()).trim()) faults.push('no title');
    faults.push(...(await this.htmlFaults()));
    if (variants[this.variant].javaScriptEnabled) {
      const { scrolls, by } = await this.page.evaluate(sidewaysScroll);
      if (scrolls) faults.push(`scrolls sideways, because of ${by}`);
      const { violations } = await new AxeBuilder({ page: this.page }).withTags(wcag).analyze();
      for (const { id, help, nodes } of violations) faults.push(`${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
    }
    this.looks += 1;
    if (this.screenshots) {
      await mkdir(this.screenshots, { recursive: true });
      const file = `${this.story}-${String(this.looks).padStart(2, '0')}-${name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}-${this.variant}.png`;
      await this.page.screenshot({ path: join(this.screenshots, file), fullPage: true });
    }
    if (faults.length) throw new Error(`${name} (${at}):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }

  async htmlFaults() {
    const body = await this.document?.text().catch(() => undefined);
    if (body === undefined) return [];
    const report = await html.validateString(body);
    return report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `HTML line ${line}: ${message} (${ruleId})`));
  }
}

/** Runs in the page: whether it is wider than the window, and what makes it so. */
function sidewaysScroll() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return { scrolls: false };
  const reaches = (element) => element.getBoundingClientRect().left + Math.max(element.scrollWidth, element.offsetWidth ?? 0) > width + 1;
  const wide = [...document.querySelectorAll('body *')].filter(reaches).at(-1);
  return { scrolls: true, by: wide ? wide.outerHTML.slice(0, 120) : 'something' };
}
