// A school brings its own term dates: a clock that nobody could count has a day again. Then the authority brings next year's.
export const title = 'A school imports its term dates, and a clock that was not known has a day again';
export const ways = ['script', 'no-script'];
export const day = '2026-11-24';

const event = (summary, from, to) => ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${from}`, ...(to ? [`DTEND;VALUE=DATE:${to}`] : []), `SUMMARY:${summary}`, 'END:VEVENT'];

/** As many councils publish them: holidays, and the first and last days of the year. DTEND is the day after. */
const holidays = ['BEGIN:VCALENDAR', 'VERSION:2.0',
  ...event('Start of autumn term', '20260902'), ...event('October half term', '20261026', '20261031'), ...event('Christmas holidays', '20261221', '20270102'),
  ...event('February half term', '20270215', '20270220'), ...event('Easter holidays', '20270329', '20270410'), ...event('May half term', '20270531', '20270605'),
  ...event('Last day of summer term', '20270721'), ...event('INSET day', '20261127'), ...event('Early May Bank Holiday', '20270503'),
  ...event('Schools close for half term', '20261023'), 'END:VCALENDAR', ''].join('\r\n');

const sheet = ['kind;name;from;to', 'half-term;Autumn 1;04/09/2028;20/10/2028', 'half-term;Autumn 2;30/10/2028;15/12/2028', 'INSET;Staff training;04/09/2028;',
  'half-term;Spring 1;31/02/2029;09/02/2029', ''].join('\r\n');

export async function run(visitor) {
  await visitor.signInAs('Amit Sethi');
  await visitor.visit('/referrals');
  await visitor.sees(/[Dd]ue \d+ November 2026/);

  await visitor.visit('/account');
  await visitor.follow(/^School calendars/);
  await visitor.heading('School calendars');
  await visitor.look('the calendars that a school sees');
  await visitor.follow(/^Quarry Bank/);
  await visitor.sees('has no half-terms of its own');
  await visitor.look('a school counted by the authority’s terms');

  await addOneHalfTerm(visitor);
  await visitor.visit('/referrals');
  await visitor.sees('Not known: calendar missing');
  await visitor.visit('/work');
  await visitor.sees(/school calendars? that (does|do) not know all of this year/);

  await importHolidays(visitor);
  await visitor.visit('/referrals');
  await visitor.sees(/[Dd]ue \d+ November 2026/);
  await visitor.doesNotSee('Not known: calendar missing');

  await openOnABankHoliday(visitor);
  await importSheet(visitor);
}

/** Once a school has a half-term of its own, only its own count. */
async function addOneHalfTerm(visitor) {
  await visitor.follow('Add a half-term');
  await visitor.fill('Name', 'Autumn 1');
  await visitor.fillDate('First day', 23, 10, 2026);
  await visitor.fillDate('Last day', 2, 9, 2026);
  await visitor.press('Save half-term');
  await visitor.isRefused('The last day is before the first day');
  await visitor.holds('Name', 'Autumn 1');
  await visitor.look('a half-term that ends before it starts');
  await visitor.fillDate('First day', 2, 9, 2026);
  await visitor.fillDate('Last day', 23, 10, 2026);
  await visitor.press('Save half-term');
  await visitor.sees('are known in part');
  await visitor.look('a school year known in part');
}

async function importHolidays(visitor) {
  await visitor.visit('/admin/settings/terms');
  await visitor.follow(/^Quarry Bank/);
  await visitor.follow('Import term dates from a file');
  await visitor.unfold('What a CSV file must hold');
  await visitor.look('the choice of a file');
  await visitor.attach('terms.pdf', '%PDF-1.7');
  await visitor.press('Check the file');
  await visitor.isRefused('not a file of term dates');
  await visitor.attach('terms.ics', holidays);
  await visitor.press('Check the file');
  await visitor.heading('Check what the file would change');
  await visitor.sees('Nothing is written yet');
  await visitor.sees(/“Schools close for half term”.*do not say for certain/);
  await visitor.sees('Spring 2, 22 February to 26 March 2027');
  await visitor.sees(/Known, \d+ sessions planned/);
  await visitor.look('what a file of holidays would change');
  await visitor.press('Write to the calendar');
  await visitor.sees('Term dates imported');
  await visitor.sees('Summer 2');
  await visitor.look('a school year that is known');
}

async function openOnABankHoliday(visitor) {
  await visitor.visit('/admin/settings/terms');
  await visitor.follow(/^Quarry Bank/);
  await visitor.follow(/^School meets that day/);
  await visitor.look('a school that is open on a bank holiday');
  await visitor.press('Add to the calendar');
  await visitor.sees('School meets');
}

async function importSheet(visitor) {
  await visitor.becomes('Zoe Lamb');
  await visitor.visit('/admin/settings/terms');
  await visitor.look('all calendars');
  await visitor.follow('Import the authority’s term dates from a file');
  await visitor.attach('terms.csv', sheet);
  await visitor.press('Check the file');
  await visitor.sees('“31/02/2029” under “from” is not a real day.');
  await visitor.look('a sheet with a day that cannot be');
  await visitor.press('Write to the calendar');
  await visitor.sees('Term dates imported: 3 new');
  await visitor.follow(/^Change/);
  await visitor.follow('Remove this half-term');
  await visitor.look('removing a half-term');
  await visitor.press('Remove half-term');
  await visitor.sees('Half-term removed.');
}
