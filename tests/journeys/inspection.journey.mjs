// A provider tells of children whom nobody here placed: the line is crossed ahead, and somebody has a task before it is. Then inspectors ring.
export const title = 'A setting that is no school comes near the line, and inspectors ask for their lists';
export const ways = ['script', 'no-script'];
export const day = '2026-11-24';

export async function run(visitor) {
  await seeTheLineComing(visitor);
  await visitor.visit('/work');
  await visitor.sees('Act before Greenways Farm must register as a school');

  await visitor.visit('/placements');
  await visitor.follow('What inspectors ask for');
  await visitor.heading('For inspectors');
  await visitor.look('what inspectors ask for');
  await visitor.fill('As of', '32 11 2026');
  await visitor.press('Show');
  await visitor.isRefused('must be a real date');
  await visitor.visit('/inspection?day=23+11+2026');
  await visitor.sees('As of 23 November 2026');
  await visitor.follow(/about which inspectors would have a question/);
  await visitor.heading('Children in alternative provision');
  await visitor.sees('With open questions');
  await visitor.look('the list with open questions');
  await visitor.visit('/inspection');
  await visitor.follow(/Tier 2: a place for a time/);
  await visitor.heading('Support by tier');
  await visitor.look('support by tier');

  await visitor.signOut();
  await visitor.signInAs('Amit Sethi');
  await visitor.visit('/inspection');
  await visitor.heading('For inspectors');
  await visitor.look('what a school has for its inspectors');
}

async function seeTheLineComing(visitor) {
  await visitor.signInAs('Priya Raman');
  await visitor.visit('/providers');
  await visitor.follow(/^Settings that are not schools/);
  await visitor.heading('Settings that are not schools');
  await visitor.look('settings that are not schools');
  await visitor.follow('Greenways Farm');
  await visitor.heading('Must it register as a school?');
  await visitor.sees('The provider has not been asked, or has not said');
  await visitor.follow('Record what the provider says');
  await visitor.fillDate('From which day?', 11, 1, 2027);
  await visitor.fill('How many such children?', '5');
  await visitor.fill('How many of these have an education, health and care plan or are looked after?', '6');
  await visitor.press('Record');
  await visitor.isRefused('no more than there are children');
  await visitor.holds('How many such children?', '5');
  await visitor.look('more children with a plan than children');
  await visitor.fill('How many of these have an education, health and care plan or are looked after?', '0');
  await visitor.fill('Who at the provider says so?', 'Tess Oakley');
  await visitor.press('Record');
  await visitor.sees('Over the line from 11 January 2027');
  await visitor.look('a setting over the line from January');
  await visitor.follow('Record a report');
  await visitor.fillDate('On which day was it reported', 24, 11, 2026);
  await visitor.fill('What was reported, by whom, and the reference', 'Rang the team; they write to the proprietor.');
  await visitor.press('Record');
  await visitor.sees('24 November 2026: Rang the team');
}
