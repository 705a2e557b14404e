// Step 1: a provider manager brings the profile up to date, the authority checks what matters, a commissioner finds it.

export async function bringProfileUpToDate(visitor) {
  await visitor.signInAs('Ellie Fenwick');
  await visitor.heading('My work');
  await visitor.look('the front page of a provider');
  await visitor.visit('/providers');  // its own record: a provider sees no other
  await visitor.follow('Edit profile');
  await visitor.heading('Edit profile');
  await visitor.look('the profile, section by section');

  await visitor.follow(/^About the provider/);
  await visitor.fill('What a typical week looks like', 'Arrive 9:30am, animals first, then the job of the day. Lunch is cooked together. Home at 3pm.');
  await visitor.press('Save');
  await visitor.heading('Edit profile');

  await visitor.follow('Add a site');
  await visitor.fill('Name of the site', 'The orchard');
  await visitor.fill('Address, without the postcode', 'Orchard Gate, Moor Road, Harrowdale');
  await visitor.fill('Postcode', 'ZH6 8');
  await visitor.press('Save site');
  await visitor.isRefused('Postcode');
  await visitor.holds('Name of the site', 'The orchard');
  await visitor.look('a site with half a postcode');
  await visitor.fill('Postcode', 'ZH6 8FE');
  await visitor.press('Save site');
  await visitor.heading('Edit profile');
  await visitor.sees('The orchard');

  await visitor.follow(/^Farm days/);
  await visitor.fill('Places on Friday afternoon', '6');
  await visitor.fill('Price', '50.00');
  await visitor.look('a programme with its places and price');
  await visitor.press('Save programme');
  await visitor.heading('Edit profile');
  await visitor.look('what waits for a check');

  await visitor.follow(/^Documents that commissioners rely on/);
  await visitor.follow('Add a document');
  await visitor.choose('Public and employer liability insurance');
  await visitor.fill('Name', 'Liability insurance 2026 to 2027');
  await visitor.fillDate('When was it issued?', 1, 9, 2026);
  await visitor.fillDate('When does it expire?', 31, 8, 2027);
  await visitor.attach('insurance.txt', 'Certificate of employer and public liability insurance, Greenways Farm.');
  await visitor.press('Add document');
  await visitor.sees('Liability insurance 2026 to 2027');
  await visitor.look('the documents of a provider');
}

/** A price does not change by being typed: the authority sees old beside new first. */
export async function checkTheChanges(visitor) {
  await visitor.becomes('Grace Liddell');
  await visitor.open('/providers?q=Greenways', 'Greenways Farm');
  await visitor.follow('Programmes');
  await visitor.sees('£48 a session');
  await visitor.visit(visitor.path.replace(/programmes$/, 'approve'));
  await visitor.sees('£48');
  await visitor.sees('£50');
  await visitor.look('changes that wait for a check, old beside new');
  await visitor.press('Accept change');
  await visitor.open('/providers?q=Greenways', 'Greenways Farm');
  await visitor.follow('Programmes');
  await visitor.sees('£50 a session');
}

export async function findProvision(visitor) {
  await visitor.becomes('Priya Raman', { at: '/providers' });
  await visitor.look('the directory');
  await visitor.openFilters();
  await visitor.fill('Words', 'animal');
  await visitor.fill('Distance from a postcode', 'ZH1 4AB');
  await visitor.select('Within', '25 miles');
  await visitor.select('Category', 'Vocational');
  await visitor.unfold('Free places');
  await visitor.choose('Friday afternoon');
  await visitor.press('Apply filters');
  await visitor.sees('1 provider');
  await visitor.sees('Greenways Farm');
  await visitor.sees('£50 a session');
  await visitor.look('providers found by words, distance, category and a free session');
  await visitor.follow('Show on a map');
  await visitor.sees('Greenways Farm');
  await visitor.look('the same on a map');

  await visitor.visit('/providers?category=vocational');
  await visitor.choose('Compare Greenways Farm');
  await visitor.choose('Compare Spanner Works');
  await visitor.press('Compare the chosen providers');
  await visitor.sees('Greenways Farm');
  await visitor.sees('Spanner Works');
  await visitor.look('two providers side by side');

  await visitor.open('/providers?q=Greenways', 'Greenways Farm');
  await visitor.look('the record of a provider');
  await visitor.follow('Places');
  await visitor.sees('of 6');
  await visitor.look('free places by weekday and session');
  await visitor.follow('Print sheet');
  await visitor.sees('Greenways Farm');
  await visitor.look('the sheet for a family meeting');
}
