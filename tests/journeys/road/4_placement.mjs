// Step 4: the commissioner sees why each provider fits or not and asks up to three; one accepts on a phone; the written
// confirmations come before day one; the placement starts. A second place makes the week whole, never the same session twice.
import { child } from './child.mjs';

export async function offerPlaces(visitor) {
  await visitor.becomes('Priya Raman');
  await visitor.heading('My work');
  await visitor.look('the front page of a commissioner');
  await visitor.visit(`/pupils/${visitor.child}`);
  await visitor.look('the child’s record');
  await visitor.visit(`/pupils/${visitor.child}/shortlist`);
  await visitor.sees('Greenways Farm');
  await visitor.sees('Redline Motors');
  await visitor.look('the shortlist, with why each provider fits or not');
  await choosePlaces(visitor, [/Farm days/, /Kitchen crew/]);
  await visitor.press('Continue');
  await visitor.heading('Check the offers before you send them');
  await visitor.fillDate('First day', 7, 12, 2026);
  await visitor.look('check the offers');
  await visitor.press(/^Send/);
  await visitor.look('offers are sent');
}

export async function planThePlacement(visitor) {
  await visitor.becomes('Ellie Fenwick', { at: '/offers' });
  await visitor.look('the offers of a provider');
  await visitor.follow(new RegExp(visitor.child));
  await visitor.doesNotSee(child.last);
  await visitor.look('one offer, with the need and not more');
  await visitor.press('Accept the place');
  await visitor.visit('/placements?state=planned');
  await visitor.follow(new RegExp(`${visitor.child}|${child.first}`));
  visitor.placement = visitor.path;

  await visitor.visit(`${visitor.placement}/before-day-one`);
  await visitor.look('before day one, as the provider sees it');
  await confirmAll(visitor, 'Ellie Fenwick');
  await visitor.becomes('Joanne Birch', { at: `${visitor.placement}/before-day-one` });
  await visitor.look('before day one, as the school sees it');
  await confirmAll(visitor, 'Joanne Birch');
}

export async function startThePlacement(visitor) {
  await visitor.becomes('Priya Raman', { at: visitor.placement });
  await visitor.look('a placement that is planned');
  await visitor.visit(`${visitor.placement}/start`);
  await visitor.fillDate('When was the parent told in writing?', 27, 11, 2026);
  await visitor.look('start a placement');
  await visitor.press('Start the placement');
  await visitor.heading('Placement at Greenways Farm');
  await visitor.sees('Active');
  await visitor.visit(`${visitor.placement}/goals`);
  await visitor.fill(/^The goal, as Jordan would say it/, 'I come in every morning that it is on');
  await visitor.fill('How will you see it?', 'sessions attended out of eight');
  await visitor.fill('Where it starts (optional)', '3');
  await visitor.fill('What to aim for (optional)', '7');
  await visitor.press('Add goal');
  await visitor.sees('I come in every morning that it is on');
  await visitor.look('the goals of a placement');
}

/** A school may buy a place itself. It can have any session of the week but those that are taken. */
export async function secondPlacement(visitor) {
  await visitor.becomes('Joanne Birch', { at: `/placements/new?pupil=${visitor.child}` });
  await visitor.select('Provider and programme', /Tutor Hall/);
  await visitor.choose('Agreed off-site education, with the parent’s consent');
  await visitor.fill('What is it for?', 'Catch up in maths before he goes back to lessons.');
  await visitor.fillDate('First day', 14, 12, 2026);
  await visitor.fillDate('Agreed end', 12, 2, 2027);
  await visitor.choose('Stays on the school’s roll');
  await visitor.choose('Monday morning');
  await visitor.choose('Friday morning');
  await visitor.press('Plan the placement');
  await visitor.isRefused('Monday morning is already with Greenways Farm');
  await visitor.holds('What is it for?', 'Catch up in maths before he goes back to lessons.');
  await visitor.look('the same session twice is refused');
  await visitor.untick('Monday morning');
  await visitor.choose('Friday afternoon');
  await visitor.press('Plan the placement');
  await visitor.sees('Tutor Hall');
  await visitor.visit(`/pupils/${visitor.child}/week?from=2026-12-14`);
  await visitor.sees('Greenways Farm');
  await visitor.sees('Tutor Hall');
  await visitor.look('the whole week over two settings');
}

async function choosePlaces(visitor, programmes) {
  for (const programme of programmes) await visitor.choose(programme);
}

/** Ticks whatever this person has to confirm in writing, and signs it. */
async function confirmAll(visitor, name) {
  for (const box of await visitor.page.getByRole('group', { name: 'I confirm in writing' }).getByRole('checkbox').all()) await box.check();
  await visitor.fill('Name of the person who confirms', name);
  await visitor.press('Give confirmations');
}
