// What is refused, in words, to whom and why; and that nothing typed is lost. The road tells further refusals on its way.
export const title = 'What must be refused is refused in words, and what was typed stays';
export const day = '2026-11-24';
export const ways = ['script', 'no-script'];

export async function run(visitor) {
  await strangersChild(visitor);
  await twoPeopleEditOneProfile(visitor);
  await oneOfferAnsweredTwice(visitor);
  await fullTimeAtAnUnregisteredPlace(visitor);
  await daysThatCannotBe(visitor);
  await sentTwice(visitor);
  await timeIsUp(visitor);
  await filesThatAreNone(visitor);
  await formFromElsewhere(visitor);
}

const profile = async (visitor, name) => {
  await visitor.open(`/providers?q=${name.split(' ')[0]}`, name);
  return visitor.path;
};

/** A tutor sees the children of the own setting. Of any other, not even that there is one. */
async function strangersChild(visitor) {
  await visitor.signInAs('Priya Raman');
  await visitor.visit('/placements?state=active');
  const elsewhere = await visitor.page.getByRole('row').filter({ hasNotText: 'Greenways' }).filter({ has: visitor.page.getByRole('link') }).first().textContent();
  const [reference] = /[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(elsewhere);
  await visitor.becomes('Jess Tolley');
  await visitor.visit(`/pupils/${reference}`, { status: 404 });
  await visitor.heading('Page not found');
  await visitor.sees('You see the children you work with now');
  await visitor.look('a child of another setting');
  await visitor.visit(`/pupils/${reference}/attendance`, { status: 404 });
  await visitor.visit('/attendance', { status: 403 });
  await visitor.sees('Your role does not include this page');
  await visitor.look('a page for other roles');
}

/** Both have the page open; the second to save sees the first one's words beside the own, and decides. */
async function twoPeopleEditOneProfile(visitor) {
  await visitor.becomes('Ellie Fenwick', { at: '/providers' });
  const greenways = visitor.path;
  await visitor.visit(`${greenways}/edit/about`);
  const officer = await visitor.beside('Priya Raman', { at: `${greenways}/edit/about` });
  await officer.fill('What a typical week looks like', 'Animals, lunch, woodland.');
  await officer.press('Save');
  await officer.heading('Edit profile');
  await officer.leaves();
  await visitor.fill('What a typical week looks like', 'Animals first, then the job of the day.');
  await visitor.press('Save');
  await visitor.isRefused('Priya Raman changed this profile at');
  await visitor.sees('Animals, lunch, woodland.');
  await visitor.holds('What a typical week looks like', 'Animals first, then the job of the day.');
  await visitor.look('a profile that somebody else changed, yours beside theirs');
  await visitor.fill('What a typical week looks like', 'Animals first, then the job of the day. Lunch, woodland.');
  await visitor.press('Save');
  await visitor.heading('Edit profile');
}

/** Two windows of a provider answer one offer: the first answer stands. */
async function oneOfferAnsweredTwice(visitor) {
  await visitor.becomes('Ellie Fenwick', { at: '/offers' });
  await visitor.page.locator('#waiting').getByRole('link').first().click();
  const offer = visitor.path;
  const phone = await visitor.beside('Ellie Fenwick', { at: `${offer}/decline` });
  await visitor.press('Accept the place');
  await visitor.sees('You accepted the place');
  await phone.fill('Why can you not offer this place?', 'We are full on Mondays.');
  await phone.press('Decline offer');
  await phone.heading('Somebody changed this before you');
  await phone.sees(/You changed this offer in another window/);
  await phone.sees('We are full on Mondays.');
  await phone.look('an offer that was answered already');
  await phone.visit(offer);
  await phone.sees('Accepted');
  await phone.leaves();
}

/** A place that is not a registered school may not be a child's whole education. */
async function fullTimeAtAnUnregisteredPlace(visitor) {
  await visitor.becomes('Joanne Birch', { at: '/pupils' });
  await visitor.page.getByRole('table').getByRole('link').first().click();
  visitor.pupil = visitor.path.split('/').at(-1);
  await visitor.visit(`/placements/new?pupil=${visitor.pupil}`);
  await visitor.select('Provider and programme', /Spanner Works/);
  await visitor.choose('Agreed off-site education, with the parent’s consent');
  await visitor.fill('What is it for?', 'A trade, all week.');
  await visitor.fillDate('First day', 30, 11, 2026);
  await visitor.fillDate('Agreed end', 12, 2, 2027);
  await visitor.choose('Stays on the school’s roll');
  for (const weekday of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    for (const session of ['morning', 'afternoon']) await visitor.choose(`${weekday} ${session}`);
  await visitor.press('Plan the placement');
  await visitor.isRefused('registered');
  await visitor.holds('What is it for?', 'A trade, all week.');
  await visitor.look('full time at a place that is no registered school');
}

/** An end before its start; a day of birth in the future; a register of tomorrow. */
async function daysThatCannotBe(visitor) {
  await visitor.fillDate('Agreed end', 20, 11, 2026);
  await visitor.press('Plan the placement');
  await visitor.isRefused('end');
  await visitor.look('an end before the start');
  await visitor.visit('/pupils/match');
  await visitor.fill('First name', 'Robin');
  await visitor.fill('Last name', 'Tomorrow');
  await visitor.fillDate('Date of birth', 31, 2, 2013);
  await visitor.press('Look for this child');
  await visitor.isRefused('real date');
  await visitor.holds('Last name', 'Tomorrow');
  await visitor.becomes('Jess Tolley', { at: '/registers/2026-11-25/am' });
  await visitor.look('the register of a day that has not come');
}

/** A letter, a referral, a register: sent twice, it is sent once. */
async function sentTwice(visitor) {
  await visitor.becomes('Jess Tolley', { at: '/registers/2026-11-24/pm' });
  const second = await visitor.beside('Jess Tolley', { at: '/registers/2026-11-24/pm' });
  for (const each of [visitor, second]) {
    await each.page.getByLabel('Here', { exact: true }).first().check();
    await each.press('Save register');
    await each.sees(/saved|already/i);
  }
  await second.leaves();
}

/** The night went by while the form was open: sign in again, and what was typed stands there. */
async function timeIsUp(visitor) {
  await visitor.becomes('Ellie Fenwick', { at: '/providers' });
  await visitor.visit(`${visitor.path}/edit/about`);
  await visitor.fill('What a typical week looks like', 'Typed before the time was up.');
  await visitor.server.moveTo('2026-11-25');
  await visitor.press('Save');
  await visitor.heading('Sign in');
  await visitor.page.getByRole('button', { name: 'Sign in as Ellie Fenwick', exact: true }).first().click();
  await visitor.sees('Your time was up');
  await visitor.holds('What a typical week looks like', 'Typed before the time was up.');
  await visitor.look('what was typed before the time was up');
  await visitor.press('Save');
  await visitor.heading('Edit profile');
}

/** A file that is too large, and one that is not what its name says. */
async function filesThatAreNone(visitor) {
  await visitor.visit('/providers');
  await visitor.visit(`${visitor.path}/documents/new`);
  await visitor.choose('Public and employer liability insurance');
  await visitor.fill('Name', 'Liability insurance');
  await visitor.fillDate('When was it issued?', 1, 9, 2026);
  await visitor.fillDate('When does it expire?', 31, 8, 2027);
  await visitor.attach('insurance.exe', 'MZ\u0090\u0000');
  await visitor.press('Add document');
  await visitor.isRefused('file');
  await visitor.holds('Name', 'Liability insurance');
  await visitor.look('a file of a kind that is not taken');
  await visitor.attach('insurance.txt', 'x'.repeat(11 * 1024 * 1024));
  await visitor.press('Add document');
  await visitor.isRefused('10MB');
  await visitor.look('a file that is too large');
}

/** A form that does not carry the token of this visit changes nothing. */
async function formFromElsewhere(visitor) {
  await visitor.visit('/providers');
  await visitor.visit(`${visitor.path}/edit/about`);
  await visitor.page.evaluate(() => { for (const token of document.querySelectorAll('main input[name=csrf_token]')) token.value = 'from elsewhere'; });
  await visitor.fill('What a typical week looks like', 'Written by somebody else.');
  await visitor.press('Save');
  await visitor.heading('You cannot do this');
  await visitor.sees('This form is from an earlier visit or another window');
  await visitor.look('a form from elsewhere');
}
