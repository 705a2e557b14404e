// Every page that a link leads to, looked at once closely on a screen of 360 pixels, by the first person who comes there, and whether
// it fits a wide one; and each figure of a front page opens a page that says the same number.
export const title = 'Every page that a link leads to is whole, and every figure opens its rows';
export const day = '2026-11-24';
export const ways = ['script'];

const people = ['Priya Raman', 'Joanne Birch', 'Ellie Fenwick', 'Jess Tolley', 'Anne Fairweather', 'Margaret Oduya', 'Grace Liddell', 'Karl Denny', 'Tom Whitlock',
  'Dr Sam Okoro', 'Owen Pritchard', 'Carys Bevan', 'Ruth Adeyemi', 'Leah Brannigan'];

/** The address without what differs from record to record. */
const kindOf = (address) => address.split(/[?#]/)[0]
  .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, '*')
  .replaceAll(/[0-9A-Z]{4}-[0-9A-Z]{2}(?=\/|$)/g, '*')
  .replaceAll(/\d{4}-\d\d-\d\d\/(am|pm)/g, '*')
  .replace(/^(\/referrals\/\*)\/[a-z_]+$/, '$1/*')
  .replace(/^(\/rules|\/rules\/ask|\/admin\/settings\/law)\/(?!ask\/)\w+$/, '$1/*');

export async function run(visitor) {
  const looked = new Set(), faults = [];  // all faults in one go
  visitor.looksAtAll = true;
  const present = new Set(await namesAtTheDoor(visitor));
  for (const person of people.filter((name) => present.has(name))) {
    await visitor.becomes(person);
    await figuresOpenTheirRows(visitor, person);
    await lookAround(visitor, person, looked, faults);
  }
  if (faults.length) throw new Error(faults.join('\n'));
  if (looked.size < 60) throw new Error(`only ${looked.size} kinds of page were reached`);
}

async function namesAtTheDoor(visitor) {
  await visitor.visit('/sign-in');
  const buttons = await visitor.page.getByRole('button', { name: /^Sign in as / }).allTextContents();
  return buttons.map((text) => text.trim().replace('Sign in as ', ''));
}

/** The page as its person gets it, without drawing it. */
async function fetched(visitor, address) {
  const answer = await visitor.page.context().request.get(visitor.origin + address);
  const links = [...(await answer.text()).matchAll(/<a[^>]* href="(\/[^"#]*)/g)].map(([, href]) => href.replaceAll('&amp;', '&'));
  return { status: answer.status(), landed: kindOf(new URL(answer.url()).pathname), links: links.filter((href) => !/^\/(api|assets|sign-out|sign-in)|\.csv(\?|$)|\/documents\/[^/]+$/.test(href)) };
}

async function lookAround(visitor, person, looked, faults) {
  const wide = visitor.page.viewportSize();
  await visitor.page.setViewportSize({ ...wide, width: 360 });
  const waiting = ['/work'];
  const kinds = new Set();
  while (waiting.length) {
    const address = waiting.shift();
    const kind = kindOf(address);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const { status, landed, links } = await fetched(visitor, address);
    if (status >= 400) faults.push(`${person} follows a link to ${address}, which answers ${status}`);
    waiting.push(...links);
    if (status >= 400 || looked.has(landed)) continue;
    looked.add(landed);
    await visitor.visit(address);
    await visitor.look(`${landed.replaceAll('/', ' ')} as ${person}`).catch((error) => faults.push(error.message));
    await visitor.fitsOn(wide.width).catch((error) => faults.push(`${landed} as ${person}: ${error.message}`));
  }
  await visitor.page.setViewportSize(wide);
}

async function figuresOpenTheirRows(visitor, person) {
  await visitor.visit('/work');
  const figures = await visitor.page.locator('.wm-stat').evaluateAll((all) => all.map((each) => ({
    number: /\d[\d,]*/.exec(each.textContent)?.[0], href: each.querySelector('a')?.getAttribute('href'),
  })));
  for (const { number, href } of figures.filter(({ number, href }) => number && href)) {
    await visitor.visit(href.split('#')[0]);
    const main = await visitor.page.getByRole('main').innerText();
    const rows = await visitor.page.getByRole('main').getByRole('row').filter({ has: visitor.page.getByRole('cell') }).count();
    if (rows !== Number(number) && !new RegExp(`(^|\\D)${number}(\\D|$)`).test(main)) throw new Error(`${person}: the front page says ${number}, and ${href} does not`);
  }
}
