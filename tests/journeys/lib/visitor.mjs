// Somebody with a browser: visits pages, signs in, and has each page looked at closely.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate, axe } from './packages.mjs';

/** The three ways every journey is made. */
export const variants = {
  script: { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } },
  'no-script': { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
  narrow: { javaScriptEnabled: true, viewport: { width: 360, height: 740 } },
};

/** A browser window of that kind, in an English town. */
export const openWindow = (browser, variant) => browser.newContext({ ...variants[variant], locale: 'en-GB', timezoneId: 'Europe/London' });

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const html = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],  // so GOV.UK writes start buttons and banners
    'no-redundant-role': 'off',  // and its date input a fieldset that says it is a group
  },
});

/** How the parts of pages are built that axe has found no fault in, on a screen of that width, since the stories began: see axeFaults. */
const faultless = new Set();

const originOf = (address) => (URL.canParse(address) ? new URL(address).origin : '');

export class Visitor {
  constructor(page, { server, variant, story, screenshots, again = 0, times = new Map() }) {
    const { origin } = server;
    Object.assign(this, { page, server, origin, variant, story, screenshots, again, looks: 0, wrong: [], times, others: new Set(), looksAtAll: false });
    page.setDefaultTimeout(30_000);  // two stories share the machine, and a file of eleven megabytes is one of them
    // What a page must never do, whatever the journey is about.
    page.on('pageerror', (error) => this.wrong.push(`script failed: ${error.message}`));
    page.on('console', (message) => {
      const refused = message.type() === 'error' && !message.text().startsWith('Failed to load resource');
      if (refused && !this.others.has(originOf(message.location().url))) this.wrong.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== origin && !this.others.has(url.origin)) this.wrong.push(`asked another origin: ${url.origin}`);
    });
    page.on('response', (response) => {
      const request = response.request();
      const path = new URL(response.url()).pathname;
      if (this.others.has(new URL(response.url()).origin)) return;
      if (response.status() >= 500) this.wrong.push(`${response.status()} from ${path}`);
      if (response.status() === 404 && request.resourceType() !== 'document') this.wrong.push(`missing: ${path}`);
      if (request.isNavigationRequest() && request.frame() === page.mainFrame() && ![301, 302, 303, 307, 308].includes(response.status())) {
        this.document = response;
      }
    });
  }

  /** The story leads to this other address: what its pages do is not ours to judge. */
  mayAsk(origin) {
    this.others.add(origin);
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

  /** Another day begins, for the program too. Whoever was signed in signs in again. */
  async moveTo(day) {
    await this.page.goto('about:blank');
    await this.page.context().clearCookies();
    await this.server.moveTo(day);
  }

  /** The person, at whatever page they were, signs in as another: one browser, many people. */
  async becomes(person, { at } = {}) {
    await this.page.context().clearCookies();
    await this.signInAs(person);
    if (at) await this.visit(at);
  }

  /** Somebody else, at a window of their own, at the same time. Whoever opens it closes it. */
  async beside(person, { at } = {}) {
    const context = await openWindow(this.page.context().browser(), this.variant);
    const other = new Visitor(await context.newPage(), this);
    other.wrong = this.wrong;
    await other.signInAs(person);
    if (at) await other.visit(at);
    return other;
  }

  async leaves() {
    await this.page.context().close();
  }

  async signOut() {
    await this.page.getByRole('button', { name: 'Sign out' }).click();
  }

  /** Presses the button of that name; where there is none, follows the link. */
  async press(name) {
    const button = this.page.getByRole('button', { name, exact: typeof name === 'string' });
    await ((await button.count()) ? button : this.page.getByRole('link', { name, exact: true })).first().click();
  }

  /** Follows the link of that name in the page; where there is none, one anywhere on it. Some links look like buttons. */
  async follow(name) {
    const named = { name, exact: typeof name === 'string' };
    const main = this.page.getByRole('main');
    for (const place of [main.getByRole('link', named), main.getByRole('button', named)]) if (await place.count()) return place.first().click();
    return this.page.getByRole('link', named).first().click().catch(() => { throw new Error(`there is no link "${name}"`); });
  }

  /** Gives a file of that name with that text to the page's file field, which the script dresses up as a place to drop files. */
  async attach(name, text) {
    await this.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  }

  /** Fails unless the field still holds what was typed. */
  async holds(label, value) {
    const held = await this.page.getByLabel(label, { exact: true }).inputValue();
    if (held !== value) throw new Error(`"${label}" holds "${held}", not "${value}"`);
  }

  /** Opens a list and follows the row of that name. */
  async open(list, name) {
    await this.visit(list);
    await this.follow(name);
  }

  /** Fails unless the page was given back with its problems on top, one of them saying this. */
  async isRefused(words) {
    const summary = this.page.locator('.govuk-error-summary');
    await summary.waitFor().catch(() => { throw new Error('nothing was refused'); });
    const said = await summary.textContent();
    if (!said.toLowerCase().includes(words.toLowerCase())) throw new Error(`what was refused does not say "${words}": ${said.replaceAll(/\s+/g, ' ')}`);
    const title = await this.page.title();
    if (!title.startsWith('Error: ')) throw new Error(`the title "${title}" does not say that something is wrong`);
  }

  /** On a narrow screen the filters are folded away. */
  async openFilters() {
    await this.unfold('Filters');
  }

  /** Opens what is folded away, such as a group of filters. */
  async unfold(name) {
    const part = this.page.locator('details').filter({ has: this.page.locator('summary', { hasText: name }) }).last();
    if (!(await part.evaluate((details) => details.open))) await part.locator('summary').first().click();
  }

  async fill(label, value) {
    await this.page.getByLabel(label, { exact: typeof label === 'string' }).fill(value);
  }

  async choose(label) {
    await this.page.getByLabel(label, { exact: typeof label === 'string' }).first().check();
  }

  async untick(label) {
    await this.page.getByLabel(label, { exact: true }).uncheck();
  }

  async select(label, option) {
    await this.page.waitForLoadState();
    // The script that makes long lists searchable comes after the page’s own: wait until it has been at each.
    if (variants[this.variant].javaScriptEnabled)
      await this.page.waitForFunction(() => [...document.querySelectorAll('select[data-autocomplete]')].every((list) => list.style.display === 'none'));
    const field = this.page.getByLabel(label, { exact: true });
    if ((await field.evaluate((element) => element.tagName)) !== 'SELECT') {  // a long list that the script has made searchable
      await field.fill(typeof option === 'string' ? option : option.source);
      return this.page.getByRole('option').filter({ visible: true }).first().click();
    }
    const text = typeof option === 'string' ? option : (await field.locator('option').allTextContents()).find((each) => option.test(each));
    await field.selectOption({ label: text });
  }

  /** Ticks or unticks a choice of a group: two groups may have a choice of the same name. */
  async pick(group, label) {
    await this.page.getByRole('group', { name: group }).getByLabel(label, { exact: true }).check();
  }

  /** The row of a table, or the card that a narrow screen makes of it, which says this. */
  row(text) {
    return this.page.getByRole('row').filter({ hasText: text }).first();
  }

  get path() {
    return new URL(this.page.url()).pathname;
  }

  async fillDate(legend, day, month, year) {
    const group = this.page.getByRole('group', { name: legend });
    for (const [label, value] of [['Day', day], ['Month', month], ['Year', year]]) await group.getByLabel(label).fill(String(value));
  }

  /** Fails unless the page says so somewhere. */
  async sees(text) {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor().catch(() => { throw new Error(`the page does not say "${text}"`); });
  }

  async doesNotSee(text) {
    if (await this.page.getByText(text).count()) throw new Error(`the page says "${text}"`);
  }

  async heading(text) {
    await this.page.getByRole('heading', { level: 1, name: text }).waitFor().catch(async () => {
      throw new Error(`the heading is "${await this.page.locator('h1').first().textContent().catch(() => 'missing')}", not "${text}"`);
    });
  }

  async heading2(text) {
    await this.page.getByRole('heading', { level: 2, name: text, exact: true }).waitFor().catch(() => { throw new Error(`there is no part "${text}"`); });
  }

  /**
   * Looks at the page as it stands: one heading, a title, valid HTML as the server sent it, no sideways scrolling, no
   * accessibility fault that axe finds; and keeps a picture when asked to. Names of children do not belong in titles.
   * A story told on a narrow screen has had the same pages under axe on a wide one; every kind of page is under it on a narrow
   * screen in every_page.
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
      if (this.variant !== 'narrow') faults.push(...(await this.axeFaults()));
    }
    this.looks += 1;
    if (this.screenshots) {
      await mkdir(this.screenshots, { recursive: true });
      const file = `${this.story}-${String(this.looks).padStart(2, '0')}-${name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}-${this.variant}.png`;
      await this.page.screenshot({ path: join(this.screenshots, file), fullPage: true });
    }
    await this.loadAgain();
    if (faults.length) throw new Error(`${name} (${at}):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }

  /** Loads the page `again` times more, as its person, and keeps the server's own milliseconds by route: a measure, not a test. */
  async loadAgain() {
    if (!this.again || this.document?.request().method() !== 'GET') return;
    for (let time = 0; time < this.again; time += 1) await this.page.request.get(this.page.url());
    await new Promise((resolve) => setTimeout(resolve, 100));  // the server's last line may still be on its way
    const answers = [...this.server.words().matchAll(/ request \S+ GET (\S+) 200 \d+B ([\d.]+)ms/g)].slice(-this.again);
    for (const [, route, milliseconds] of answers) this.times.set(route, [...(this.times.get(route) ?? []), Number(milliseconds)]);
  }

  /** Fails when the page must be scrolled sideways on a screen of that width. */
  async fitsOn(width) {
    const whole = this.page.viewportSize();
    await this.page.setViewportSize({ ...whole, width });
    const { scrolls, by } = await this.page.evaluate(sidewaysScroll);
    await this.page.setViewportSize(whole);
    if (scrolls) throw new Error(`scrolls sideways at ${width} pixels, because of ${by}`);
  }

  /**
   * What axe finds in the parts of the page that are not built as parts are in which it has found nothing before. `looksAtAll`, as
   * every_page does, spares nothing.
   */
  async axeFaults() {
    const parts = await this.page.evaluateHandle(partsOfPage);
    const built = (await parts.evaluate((all) => all.map((part) => part.built))).map((part) => `${this.page.viewportSize().width} ${part}`);
    const known = built.map((part) => !this.looksAtAll && faultless.has(part));
    if (known[0]) return [];
    this.protocol ??= await this.page.context().newCDPSession(this.page);
    await this.protocol.send('Runtime.evaluate', { expression: `${axe};0` });  // not by `evaluate`, whose `eval` compiles it again for each page
    const faults = await parts.evaluate(runAxe, { tags: wcag, known });
    if (!faults.length) for (const part of built) faultless.add(part);
    return faults;
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

/**
 * Runs in the page: its elements, the whole page first, each with a word for how it is built and where it stands: the elements around
 * it, and what is in it, by their tags and attributes, and by whether there is a text, not by which. Of equal parts side by side, such
 * as the rows of a table, one and many are told apart, but not ten from twenty. Whether a name, a label or a description is there at
 * the other end of a reference is a part of it.
 */
function partsOfPage() {
  const words = new Set(['id', 'for', 'name', 'value', 'href', 'src', 'title', 'alt', 'content', 'action', 'placeholder', 'datetime', 'aria-label', 'list', 'form']);
  const references = new Set(['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-activedescendant', 'aria-errormessage', 'headers']);
  const says = (node) => (node ? (node.textContent.trim() ? 'text' : 'empty') : 'nothing');
  const valueOf = ({ name, value }) => {
    if (references.has(name)) return value.split(/\s+/).map((id) => says(document.getElementById(id)));
    if (name === 'href' && value.startsWith('#')) return `#${says(document.getElementById(value.slice(1)))}`;
    return words.has(name) || name.startsWith('data-') ? Boolean(value.trim()) : value;
  };
  const short = (text) => {  // two numbers of 32 bits (FNV and a relative)
    let one = 0x811c9dc5, other = 0x1b873593;
    for (let at = 0; at < text.length; at += 1) {
      one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
      other = Math.imul(other ^ text.charCodeAt(at), 0x85ebca6b) ^ (other >>> 13);
    }
    return (one >>> 0).toString(36) + (other >>> 0).toString(36);
  };
  const all = [];
  const take = (element, around) => {
    const attributes = [...element.attributes].map((each) => `${each.name}=${valueOf(each)}`).sort();
    const labels = element.labels ? [...element.labels].map(says) : '';
    const own = `${element.tagName} ${attributes} ${labels} ${element.checked} ${Boolean(element.value)} ${element === document.activeElement}`;
    const part = { element, inside: [] };
    all.push(part);
    const place = short(`${around} ${own}`);
    const seen = new Map();
    for (const node of element.childNodes) {
      const child = node.nodeType === Node.ELEMENT_NODE ? take(node, place) : node.nodeType === Node.TEXT_NODE && node.data.trim() ? 'text' : undefined;
      if (child) seen.set(child, seen.has(child) ? 'many' : 'one');
    }
    part.built = short(`${place} ${[...seen].flat().sort()}`);
    return part.built;
  };
  take(document.documentElement, '');
  return all;
}

/** Runs in the page, in which axe is: a line for each rule that is broken outside the parts that are known. No page of ours has frames. */
async function runAxe(parts, { tags, known }) {
  const exclude = [];
  for (const [at, { element }] of parts.entries()) if (known[at] && !exclude.at(-1)?.contains(element)) exclude.push(element);
  const { violations } = await axe.run({ include: document, exclude }, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
  // GOV.UK’s file field has a comma in its name that is not to be seen, which keeps nobody from speaking the words that are.
  const counts = (id, node) => id !== 'label-content-name-mismatch' || !document.querySelector(node.target[0]).matches('.govuk-file-upload-button');
  return violations.map(({ id, help, nodes }) => ({ id, help, html: nodes.filter((node) => counts(id, node)).map((node) => node.html.slice(0, 160)) }))
    .filter(({ html }) => html.length).map(({ id, help, html }) => `${id}: ${help}: ${html.slice(0, 3).join(' | ')}`);
}
