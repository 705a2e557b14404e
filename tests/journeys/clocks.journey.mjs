// The law's clocks, from the figure on the front page to a duty that is met, or lawfully is not; and what is taken back.
export const title = 'A duty that is not met stays until it is met, or a lawful reason is recorded';
export const ways = ['script', 'no-script'];
export const day = '2026-11-24';

const toldTheParent = 'The parent is told where education from day six will be';
const daySix = 'Full-time education after permanent exclusion (day six)';

export async function run(visitor) {
  await visitor.signInAs('Priya Raman');
  const unmet = await unmetDuties(visitor);
  await fromTheFigureToTheChild(visitor, unmet);
  await daysThatCannotBe(visitor);
  await theDutyIsMet(visitor, unmet);
  await whatIsNoReason(visitor);
  await aLawfulReason(visitor, unmet);
  await theReasonIsTakenBack(visitor, unmet);
  await theFactIsTakenBack(visitor, unmet);
  await theSheetSaysTheSame(visitor);
  await whoMayNot(visitor);
  await aTimetableIsAgreed(visitor);
  await theSchoolWithdrawsIt(visitor);
}

/** The figure of the front page. */
async function unmetDuties(visitor) {
  await visitor.visit('/work');
  const figure = visitor.page.locator('.wm-stat').filter({ hasText: 'duties of law or promise not met' });
  return Number((await figure.locator('.wm-stat__number').textContent()).replaceAll(',', ''));
}

async function expectUnmet(visitor, number) {
  const now = await unmetDuties(visitor);
  if (now !== number) throw new Error(`the front page says ${now} duties are not met, not ${number}`);
}

/** The card of that clock on the page of one child. */
const card = (visitor, name) => visitor.page.locator('.govuk-summary-card').filter({ hasText: name }).first();

/** Fails unless the card of that clock says each of these. */
async function clockSays(visitor, name, ...words) {
  const said = (await card(visitor, name).innerText()).replaceAll(/\s+/g, ' ');
  for (const each of words) if (!new RegExp(each).test(said)) throw new Error(`the clock "${name}" does not say "${each}": ${said}`);
}

/** What a card offers, followed. */
const followOnCard = (visitor, clock, link) => card(visitor, clock).getByRole('link', { name: link }).click();

async function fromTheFigureToTheChild(visitor, unmet) {
  await visitor.look('the front page of the area');
  await visitor.follow(/duties of law or promise not met/);
  await visitor.heading('Clocks');
  await visitor.sees(`${unmet} clocks`);
  await visitor.openFilters();
  await visitor.select('Rule', /R9:/);
  await visitor.press('Apply filters');
  await visitor.sees('Rule: R9');
  await visitor.look('the duties of one rule that are not met');
  const row = visitor.row(toldTheParent);
  visitor.school = (await row.getByRole('cell').nth(2).innerText()).trim();
  await row.getByRole('link').click();
  visitor.told = visitor.path;
  await clockSays(visitor, toldTheParent, 'Duty not met', 'Was due \\d+ \\w+ 20\\d\\d, \\d+ days late', 'How it was counted', 'SI 2012/1033', 'Rule R9');
  await visitor.look('the clocks of one child');
}

async function daysThatCannotBe(visitor) {
  await followOnCard(visitor, toldTheParent, 'Record: The parent was told');
  await visitor.heading('Record what was done');
  await visitor.look('recording what was done');
  await visitor.fillDate('On which day?', 25, 11, 2026);
  await visitor.fill('Note (optional)', 'A letter, sent by first class post.');
  await visitor.press('Record');
  await visitor.isRefused('This day has not come yet');
  await visitor.holds('Note (optional)', 'A letter, sent by first class post.');
  await visitor.holds('Day', '25');
  await visitor.look('a day that has not come');
  await leadsToItsField(visitor, 'This day has not come yet');
  await visitor.fillDate('On which day?', 31, 2, 2026);
  await visitor.press('Record');
  await visitor.isRefused('real date');
  await visitor.holds('Day', '31');
}

/** The problem on top is a link, and its field is at the end of it. */
async function leadsToItsField(visitor, problem) {
  const link = visitor.page.locator('.govuk-error-summary').getByRole('link', { name: problem });
  const field = (await link.getAttribute('href')).slice(1);
  await link.click();
  if (!(await visitor.page.locator(`[id="${field}"]`).isVisible())) throw new Error(`"${problem}" leads to no field`);
}

async function theDutyIsMet(visitor, unmet) {
  await visitor.fillDate('On which day?', 23, 11, 2026);
  await visitor.press('Record');
  await visitor.sees('Recorded: The parent was told');
  await clockSays(visitor, toldTheParent, 'Met', 'It was due by');
  await visitor.sees('A letter, sent by first class post.');
  await visitor.look('a duty that was met, late');
  await expectUnmet(visitor, unmet - 1);
  await visitor.visit('/clocks?state=breach');
  await visitor.sees(`${unmet - 1} clocks`);
}

async function whatIsNoReason(visitor) {
  await visitor.visit('/clocks?rule=R6&state=breach');
  await visitor.row(daySix).getByRole('link').click();
  visitor.excluded = visitor.path;
  await clockSays(visitor, daySix, 'Duty not met', '\\d+ school days? late', 'section 19\\(3A\\)');
  await followOnCard(visitor, daySix, 'Record a lawful reason');
  await visitor.heading('Record a lawful reason');
  await visitor.look('the grounds that the law knows');
  await visitor.press('Record the reason');
  await visitor.isRefused('Choose a ground');
  await visitor.isRefused('Write what was decided');
  await visitor.look('neither a ground nor words');
  await visitor.fill('What was decided, by whom, and on what evidence', 'The plan of May sets 15 hours.');
  await visitor.press('Record the reason');
  await visitor.isRefused('Choose a ground');
  await visitor.holds('What was decided, by whom, and on what evidence', 'The plan of May sets 15 hours.');
  await leadsToItsField(visitor, 'Choose a ground');
}

async function aLawfulReason(visitor, unmet) {
  await visitor.choose('An EHC plan sets fewer hours, and those hours are provided');
  await visitor.press('Record the reason');
  await visitor.sees('Lawful reason recorded');
  await clockSays(visitor, daySix, 'Lawfully open', 'An EHC plan sets fewer hours', 'The plan of May sets 15 hours');
  await visitor.look('a duty that is lawfully not met');
  await expectUnmet(visitor, unmet - 2);
  await visitor.visit('/clocks?state=lawfully_open');
  await visitor.sees('Lawfully open');
}

async function theReasonIsTakenBack(visitor, unmet) {
  await visitor.visit(visitor.excluded);
  await visitor.row('The plan of May sets 15 hours').getByRole('link', { name: /^Take back/ }).click();
  await visitor.heading('Take back what was recorded');
  await visitor.sees('The plan of May sets 15 hours');
  await visitor.look('taking a lawful reason back');
  await visitor.press('Take back');
  await visitor.isRefused('Write why this is taken back');
  await visitor.look('taken back without saying why');
  await visitor.fill('Why is it taken back?', 'The plan was ended in June.');
  await visitor.press('Take back');
  await visitor.sees('Taken back. The clock runs again.');
  await clockSays(visitor, daySix, 'Duty not met', 'late');
  await visitor.doesNotSee('The plan of May sets 15 hours');
  await expectUnmet(visitor, unmet - 1);
}

async function theFactIsTakenBack(visitor, unmet) {
  await visitor.visit(visitor.told);
  await visitor.row('A letter, sent by first class post').getByRole('link', { name: /^Take back/ }).click();
  await visitor.sees('The parent was told where education from day six will be, 23 November 2026');
  await visitor.look('taking a fact back');
  await visitor.fill('Why is it taken back?', 'The letter came back.');
  await visitor.press('Take back');
  await clockSays(visitor, toldTheParent, 'Duty not met', '\\d+ days late');
  await expectUnmet(visitor, unmet);
}

/** The cells of a line: names with commas stand in quotes. */
function cells(line) {
  const found = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, 9);
  return found.map(([, cell]) => cell.replaceAll(/^"|"$/g, '').replaceAll('""', '"'));
}

/** Every row of every page, in the order of the sheet, and nothing else. */
async function theSheetSaysTheSame(visitor) {
  for (const query of ['?state=breach', '?rule=R40&state=breach']) {
    const rows = [];
    await visitor.visit('/clocks' + query);
    const download = await visitor.page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href');
    const shown = visitor.page.getByRole('main').locator('tbody tr');
    for (let next = true; next; next = await nextPage(visitor)) rows.push(...(await shown.allInnerTexts()));
    const answer = await visitor.page.request.get(visitor.origin + download);
    const lines = (await answer.text()).trim().split(/\r?\n/).slice(1).map(cells);
    if (!lines.length || lines.length !== rows.length) throw new Error(`the sheet of ${query} has ${lines.length} rows, and the pages ${rows.length}`);
    for (const [at, [reference, , lastName, , rule, clock, , left, state]] of lines.entries())
      for (const each of [reference, lastName, `Rule ${rule}`, clock, left, state])
        if (!rows[at].includes(each)) throw new Error(`row ${at + 1} of ${query} does not say "${each}" as the sheet does: ${rows[at]}`);
  }
}

async function nextPage(visitor) {
  const next = visitor.page.getByRole('link', { name: /^Next/ });
  if (!(await next.count())) return false;
  await next.click();
  return true;
}

/** Another school and a tutor, even of the child’s own setting, find no clocks; a school cannot excuse the authority. */
async function whoMayNot(visitor) {
  await visitor.becomes(visitor.school.startsWith('Quarry Bank') ? 'Joanne Birch' : 'Amit Sethi');
  await visitor.visit(visitor.told, { status: 404 });
  await visitor.heading('Page not found');
  await visitor.visit(`${visitor.told}/record?kind=parent_told`, { status: 404 });

  await visitor.becomes('Jess Tolley', { at: '/pupils' });
  await visitor.page.getByRole('table').getByRole('link').first().click();
  await visitor.visit(`${visitor.path}/clocks`, { status: 404 });
  await visitor.visit(visitor.told, { status: 404 });
  await visitor.visit('/clocks', { status: 403 });
  await visitor.sees('Your role does not include this page');
  await visitor.visit('/clocks/export.csv', { status: 403 });

  await visitor.becomes('Joanne Birch', { at: '/clocks?rule=R6&state=breach' });
  await visitor.row(daySix).getByRole('link').click();
  await visitor.sees('Record what was done');
  await visitor.doesNotSee('Record a lawful reason');
  visitor.own = visitor.path;
  await visitor.look('the clocks of a child as their school sees them');
  await visitor.visit(`${visitor.path}/reason?clock=full_time_after_exclusion`, { status: 404 });
}

/** What was done on a day, as the school records it. */
async function records(visitor, what, day, month) {
  await visitor.visit(`${visitor.own}/record`);
  await visitor.select('What happened', what);
  await visitor.fillDate('On which day?', day, month, 2026);
  await visitor.press('Record');
  await visitor.sees(`Recorded: ${what}`);
}

/** Without the parent’s agreement and a last day, which may lie ahead, a part-time timetable is a duty not met. */
async function aTimetableIsAgreed(visitor) {
  const agreement = 'The parent’s agreement to the part-time timetable, and its last day';
  await records(visitor, 'A part-time timetable at school began', 23, 11);
  await clockSays(visitor, agreement, 'Duty not met', 'No agreement of the parent is recorded; no last day is recorded');
  await records(visitor, 'The parent agreed to the part-time timetable', 20, 11);
  await clockSays(visitor, agreement, 'Duty not met', 'The parent agreed on 20 November 2026; no last day is recorded');
  await records(visitor, 'The last day agreed for the part-time timetable', 18, 12);
  await clockSays(visitor, agreement, 'Met', 'its last day is 18 December 2026');
  await clockSays(visitor, 'End of the part-time timetable', 'Due 18 December 2026');
  await visitor.look('a part-time timetable that was agreed');
}

/** The school takes the exclusion back, with a reason, and its clocks stop. */
async function theSchoolWithdrawsIt(visitor) {
  await visitor.visit(visitor.own.replace(/clocks$/, 'exclusions'));
  await visitor.row('Permanent exclusion').getByRole('link', { name: /^Change/ }).click();
  await visitor.heading('What became of the permanent exclusion');
  await visitor.look('what became of an exclusion');
  await visitor.choose('Withdrawn by the school');
  await visitor.press('Record');
  await visitor.isRefused('Enter why, and who decided it');
  await visitor.fill('Why, and who decided it', 'The head withdrew it after meeting the family.');
  await visitor.press('Record');
  await visitor.sees('Recorded: Withdrawn by the school');
  await visitor.doesNotSee(daySix);
  await visitor.visit(visitor.own);
  await visitor.doesNotSee(daySix);
  await visitor.visit(visitor.own.replace(/clocks$/, 'timeline'));
  await visitor.sees('The head withdrew it after meeting the family.');
}
