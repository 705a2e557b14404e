// A mother asks what is held about her child, a solicitor's letter stops an erasure, and somebody asks who did what.
export const title = 'A family asks what is held, a hold stops an erasure, and the trail says who did what';
export const ways = ['script'];
export const day = '2026-11-24';

export async function run(visitor) {
  await visitor.signInAs('Priya Raman');
  await visitor.visit('/pupils');
  const links = await visitor.page.locator('main a[href^="/pupils/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const child = links.map((href) => /^\/pupils\/([0-9A-Z]{4}-[0-9A-Z]{2})$/.exec(href)?.[1]).find(Boolean);
  await visitor.visit(`/pupils/${child}`);
  await visitor.follow('Who looked');
  await aRequest(visitor, child);
  await aHold(visitor, child);
  await whoDidWhat(visitor, child);
}

async function aRequest(visitor, child) {
  await visitor.follow('Somebody asked what we hold about this child');
  await visitor.heading('Somebody asked what we hold');
  await visitor.press('Record the request');
  await visitor.isRefused('Enter who asked');
  await visitor.look('a request that says too little');
  await visitor.fill('Who asked', 'Maya Ellis');
  await visitor.choose('Somebody with parental responsibility');
  await visitor.fillDate('Which day did the request come?', 2, 11, 2026);
  await visitor.press('Record the request');
  await visitor.heading('A request for what we hold');
  await visitor.sees('Due 2 December 2026 (in 8 days)');
  await visitor.look('a request with its last day');
  await visitor.fill('Why it is complex, as you told them', 'Three services hold parts of it.');
  await visitor.press('Take more time');
  await visitor.sees('Due 2 February 2027 (in 70 days)');
  const request = visitor.path;
  await visitor.follow(/^All that is held about this child/);
  await visitor.heading('All that is held');
  for (const part of ['The child', 'Contacts', 'Schools', 'Who looked at the record']) await visitor.heading2(part);
  await visitor.sees('Maya Ellis');
  await visitor.look('all that is held');
  await visitor.visit(request);
  await visitor.fill('What was kept back, and why (leave empty if nothing was)', 'The name of a neighbour.');
  await visitor.press('Record that it was answered');
  await visitor.sees('The name of a neighbour.');
  await visitor.visit('/sharing');
  await visitor.sees('No request waits for an answer.');
  await visitor.look('information sharing');
  await visitor.visit(`/pupils/${child}`);
}

async function aHold(visitor, child) {
  await visitor.visit(`/pupils/${child}/access`);
  await visitor.follow('How long this record is kept');
  await visitor.fill('Why nothing may be erased', 'A claim against the council');
  await visitor.press('Place a hold');
  await visitor.sees('Nothing may be erased: A claim against the council');
  await visitor.look('a record on hold');
  await visitor.fill('Why the hold ends', 'The claim is settled.');
  await visitor.press('End the hold');
  await visitor.choose('It was kept for as long as it must be');
  await visitor.fill('Your words for the trail', 'Asked by mistake');
  await visitor.fill('Type the reference of this child', child);
  await visitor.press('Erase this record');
  await visitor.isRefused('The record is kept until');
  await visitor.holds('Your words for the trail', 'Asked by mistake');
  await visitor.look('an erasure that comes too early');
  await visitor.visit('/sharing/erasures');
  await visitor.heading('Records kept long enough');
  await visitor.look('records kept long enough');
}

async function whoDidWhat(visitor, child) {
  await visitor.visit('/audit');
  await visitor.heading('Who did what');
  await visitor.sees('Subject access request: Answered');
  await visitor.look('who did what');
  await visitor.visit('/audit?from=32+11+2026');
  await visitor.isRefused('must be a real date');
  await visitor.visit(`/audit?child=${child}&about=pupil`);
  await visitor.sees('Pupil: Held');
  await visitor.doesNotSee('Subject access request: Answered');
  await visitor.signOut();
  await visitor.signInAs('Zoe Lamb');
  await visitor.visit('/audit?who=raman');
  await visitor.sees('A child');
  await visitor.doesNotSee(child);
  await visitor.look('who did what, for an administrator');
}
