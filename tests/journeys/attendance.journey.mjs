// Attendance of many children at once: from a figure of the area to the children behind it, and the year drawn week by week.
export const title = 'From a figure of the whole area to the children behind it, and the year week by week';
export const ways = ['script', 'no-script', 'narrow'];
export const day = '2026-11-24';

export async function run(visitor) {
  await visitor.signInAs('Priya Raman');
  await byYearGroup(visitor);
  await weekByWeek(visitor);
  await aYearThatHasNothing(visitor);
  await whatASchoolSees(visitor);
}

/** The number that a cell of a table says; on a phone its column's name may stand before it, and words for screen readers after it. */
const numberIn = async (cell) => Number((await cell.innerText()).match(/\d[\d,]*/)[0].replaceAll(',', ''));

/** The whole area by year group, and the children behind one number of it. */
async function byYearGroup(visitor) {
  await visitor.visit('/attendance');
  await visitor.look('attendance by setting');
  await visitor.follow('By year group');
  await visitor.heading('Attendance by year group');
  await visitor.sees('School year 2026 to 2027, up to 24 November 2026');
  await visitor.look('attendance by year group');
  const unauthorised = visitor.row('Year 10').locator('td').nth(3);
  const missed = await numberIn(unauthorised);
  await unauthorised.getByRole('link').click();
  await visitor.heading('Attendance of Year 10');
  await visitor.sees('with unauthorised absence, most first');
  await visitor.look('the children behind a number of a year group');
  const sum = await sumOfPages(visitor, 3);
  if (sum !== missed) throw new Error(`the children of year 10 have ${sum} unauthorised absences, their year group ${missed}`);
}

async function weekByWeek(visitor) {
  await visitor.visit('/attendance');
  await visitor.follow('Week by week');
  await visitor.heading('Attendance week by week');
  await visitor.sees(/possible sessions were attended/);
  await visitor.look('the year week by week');
  await visitor.select('Year group', 'Key stage 4');
  await visitor.press('Show');
  await visitor.sees('Key stage 4, all settings');
  await visitor.page.getByText('Show this as a table').click();
  const attended = visitor.row('16 Nov 2026').locator('td').nth(1);
  const came = await numberIn(attended);
  await visitor.look('the year of a key stage as a table');
  await attended.getByRole('link').click();
  await visitor.heading('Attendance of Key stage 4');
  await visitor.sees('16 to 22 November 2026');
  const sum = await sumOfPages(visitor, 1);
  if (sum !== came) throw new Error(`the children of key stage 4 attended ${sum} sessions of that week, the chart's table says ${came}`);
}

async function aYearThatHasNothing(visitor) {
  await visitor.visit('/attendance/weeks?year=2022');
  await visitor.sees('No sessions were expected in this school year');
  await visitor.look('a year of which nothing is known');
}

async function whatASchoolSees(visitor) {
  await visitor.visit('/attendance/year-groups');
  const ofTheArea = await numberIn(visitor.row('All year groups').locator('td').first());
  await visitor.becomes('Karl Denny', { at: '/attendance/year-groups' });
  const ofTheSchool = await numberIn(visitor.row('All year groups').locator('td').first());
  if (!(ofTheSchool > 0 && ofTheSchool < ofTheArea)) throw new Error(`a school sees ${ofTheSchool} of ${ofTheArea} sessions`);
  await visitor.look('attendance by year group of one school');
  await visitor.visit('/attendance/weeks');
  await visitor.look('the year of one school week by week');
}

/** The sum of a column over all pages of a list of children. */
async function sumOfPages(visitor, column) {
  let sum = 0;
  for (;;) {
    for (const row of await visitor.page.locator('tbody tr').all()) sum += await numberIn(row.locator('td').nth(column));
    const next = visitor.page.getByRole('link', { name: /^Next/ });
    if (!(await next.count())) return sum;
    await next.click();
  }
}
