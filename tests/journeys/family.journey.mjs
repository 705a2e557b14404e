// A parent without an account: the link is handed over, opens once with the child's date of birth, and says what is happening.
export const title = 'A parent opens a link with their child’s date of birth, reads what is happening, asks to be rung and leaves; the link opens no more';
export const day = '2026-11-24';

export async function run(visitor) {
  const { child, born, link } = await isHandedOver(visitor);
  await visitor.signOut();
  await mistypesThenOpens(visitor, link, born);
  await isNotHappy(visitor, link);
  await leaves(visitor, link);
  await theOfficeKnows(visitor, child);
}

/** A child who is at a place, and the link for whoever looks after them. */
async function isHandedOver(visitor) {
  await visitor.signInAs('Priya Raman');
  await visitor.visit('/placements?state=active');
  await visitor.page.locator('table tbody tr').first().getByRole('link').first().click();
  await visitor.page.locator('a[href^="/pupils/"]').first().click();
  const child = visitor.path.split('/').slice(0, 3).join('/');
  await visitor.visit(`${child}/copy`);
  const born = (await visitor.page.locator('main').innerText()).match(/Born\s+(\d{1,2} \w+ \d{4})/)[1];
  await visitor.visit(`${child}/people`);
  await visitor.page.getByRole('link', { name: /^A link to the family’s pages/ }).first().click();
  await visitor.heading('A link for the family');
  await visitor.look('before a link is made for a family');
  if (await visitor.page.getByLabel(/They look after the child/).count()) {
    await visitor.press('Make link');
    await visitor.isRefused('Say that this person looks after the child');
    await visitor.choose(/They look after the child/);
  }
  await visitor.press('Make link');
  await visitor.heading('Hand over this link');
  await visitor.look('a link to hand over, shown once');
  const shown = await visitor.page.locator('.wm-break').innerText();
  return { child, born: new Date(`${born} UTC`), link: new URL(shown.trim()).pathname };
}

async function typesDate(visitor, date) {
  await visitor.fillDate('What is your child’s date of birth?', date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear());
  await visitor.press('Open');
}

async function mistypesThenOpens(visitor, link, born) {
  await visitor.visit(link);
  await visitor.heading('Before we show you this');
  await visitor.fitsOn(360);
  await visitor.look('a family is asked for a date of birth');
  await visitor.press('Open');
  await visitor.isRefused('Enter your child’s date of birth');
  await typesDate(visitor, new Date(born.getTime() + 86_400_000));
  await visitor.isRefused('That is not the date we have. You can try 4 times more.');
  await typesDate(visitor, born);
  await visitor.heading('What is happening now');
  await visitor.sees('What comes next');
  await visitor.sees('To say that they are ill');
  await visitor.fitsOn(360);
  await visitor.look('what is happening now, for a family');
}

async function isNotHappy(visitor, link) {
  await visitor.follow('I am not happy about something');
  await visitor.sees('Is somebody in danger now? Ring 999.');
  await visitor.press('Ask us to ring');
  await visitor.isRefused('Choose when we can ring you');
  await visitor.choose('In the morning');
  await visitor.fitsOn(360);
  await visitor.look('a family that is not happy');
  await visitor.press('Ask us to ring');
  await visitor.heading('We will ring you');
  await visitor.visit(link);
}

async function leaves(visitor, link) {
  await visitor.press('I have finished: close these pages');
  await visitor.heading('These pages are closed');
  await visitor.visit(link, { status: 410 });
  await visitor.heading('This link has stopped working');
  await visitor.look('a family’s link that has stopped working');
  await visitor.doesNotSee('What comes next');
}

async function theOfficeKnows(visitor, child) {
  await visitor.signInAs('Priya Raman');
  await visitor.visit(`${child}/timeline`);
  await visitor.sees('The family asked to be rung');
  await visitor.sees('by a family’s link');
  await visitor.visit(`${child}/access`);
  await visitor.sees('Somebody who works with the child sent them a link');
  await visitor.visit('/work');
  await visitor.sees(`Ring the family of ${child.split('/').at(-1)}`);
  await visitor.visit(`${child}/people`);
  await visitor.page.getByRole('link', { name: /^A link to the family’s pages/ }).first().click();
  await visitor.sees('Was opened');
  await visitor.look('links of a family so far');
}
