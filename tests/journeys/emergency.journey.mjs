// A child whom a tutor does not teach is in danger: she opens the record, sees whom to ring, and a commissioner looks at it afterwards.
export const title = 'In an emergency somebody sees what keeps a child safe, every look is told, and a commissioner says whether it was right';
export const day = '2026-11-24';
export const ways = ['script', 'narrow'];

export async function run(visitor) {
  const reference = await childOfAnotherSetting(visitor);
  await nobodyIsFoundByGuessing(visitor);
  await sheOpensTheRecord(visitor, reference);
  await aCommissionerReviews(visitor, reference);
  await visitor.becomes('Jess Tolley');
  await visitor.visit(`/pupils/${reference}/emergency`, { status: 404 });
}

async function childOfAnotherSetting(visitor) {
  await visitor.signInAs('Priya Raman');
  await visitor.visit('/placements?state=active');
  const elsewhere = await visitor.page.getByRole('row').filter({ hasNotText: 'Greenways' }).filter({ has: visitor.page.getByRole('link') }).first().textContent();
  return /[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(elsewhere)[0];
}

async function nobodyIsFoundByGuessing(visitor) {
  await visitor.becomes('Jess Tolley', { at: '/pupils' });
  await visitor.follow('A child whom you do not see here is in danger');
  await visitor.heading('Open a child’s record in an emergency');
  await visitor.look('asking in an emergency');
  await visitor.press('Open the record');
  await visitor.isRefused('Enter the child’s reference, or their last name and date of birth');
  await visitor.fill('Reference, if you have it', 'AAAA-AA');
  await visitor.choose('The child is missing');
  await visitor.fill('What has happened, and why must you look?', 'He ran from the farm in tears and does not answer.');
  await visitor.press('Open the record');
  await visitor.isRefused('No record could be opened');
  await visitor.holds('What has happened, and why must you look?', 'He ran from the farm in tears and does not answer.');
}

async function sheOpensTheRecord(visitor, reference) {
  await visitor.visit(`/pupils/${reference}`, { status: 404 });
  await visitor.visit('/emergency-access');
  await visitor.fill('Reference, if you have it', reference);
  await visitor.choose('The child is missing');
  await visitor.fill('What has happened, and why must you look?', 'He ran from the farm in tears and does not answer.');
  await visitor.press('Open the record');
  await visitor.heading('What you need to keep this child safe');
  await visitor.sees('You see this in an emergency');
  await visitor.sees('People to ring');
  await visitor.sees('ring 999');
  await visitor.fitsOn(360);
  await visitor.look('what an emergency shows');
  await visitor.visit(`/pupils/${reference}`, { status: 404 });
  await visitor.visit(`/pupils/${reference}/people`, { status: 404 });
}

async function aCommissionerReviews(visitor, reference) {
  await visitor.becomes('Priya Raman', { at: '/work' });
  await visitor.follow(`Review the emergency look at pupil ${reference}`);
  await visitor.heading('Emergency access');
  await visitor.sees('Jess Tolley, tutor at Greenways Farm');
  await visitor.sees('He ran from the farm in tears');
  await visitor.sees('Emergency look, 24 November 2026');
  await visitor.fitsOn(360);
  await visitor.look('an emergency look before its review');
  await visitor.press('Record the review');
  await visitor.isRefused('Choose whether it was right to look');
  await visitor.choose('Not right');
  await visitor.fill('What did you find out, and from whom?', 'The farm’s manager says that nobody ran away that day.');
  await visitor.press('Record the review');
  await visitor.sees('Review recorded');
  await visitor.visit('/emergency-access/reviews');
  await visitor.sees('Not right');
  await visitor.fitsOn(360);
  await visitor.look('records opened in an emergency');
  await visitor.visit(`/pupils/${reference}/access`);
  await visitor.sees('They opened the record in an emergency, above');
  await visitor.visit('/emergency-access/hours');
  await visitor.fill('Hours', '96');
  await visitor.press('Save');
  await visitor.isRefused('Enter a number of hours from 1 to 72');
  await visitor.fill('Hours', '12');
  await visitor.press('Save');
  await visitor.sees('From now on, a record stays open for 12 hours');
  await visitor.look('how long a record stays open');
}
