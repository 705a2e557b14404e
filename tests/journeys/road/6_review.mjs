// Step 6: the review is made from the records and holds the child's view first; the placement ends with reason and destination,
// or is extended only with a reason and a new review.
import { child } from './child.mjs';

export async function holdTheReview(visitor) {
  await visitor.becomes('Joanne Birch', { at: '/reviews' });
  await visitor.look('reviews, the late ones first');
  await visitor.row(child.name).getByRole('link', { name: /Record review/ }).click();
  await visitor.heading('Review');
  await visitor.sees('I come in every morning that it is on');
  await visitor.fillDate('When was it held?', 17, 12, 2026);
  await visitor.fill('Who took part?', 'Jordan, his aunt, Greenways Farm, Millbrook');
  await visitor.choose('Carry on as it is');
  await visitor.press('Record review');
  await visitor.isRefused('own words');
  await visitor.holds('Who took part?', 'Jordan, his aunt, Greenways Farm, Millbrook');
  await visitor.look('a review without the child’s view is refused');
  await visitor.choose('In conversation');
  await visitor.fill('Their own words', 'I get up for the goats.');
  await visitor.fill('What the family says', 'He is easier at home.');
  await visitor.pick(/safe there/, 'Yes');
  await visitor.pick(/still meet the need/, 'Yes');
  await visitor.fill(/^Now, in/, '5');
  await visitor.press('Record review');
  await visitor.sees('I get up for the goats.');
  await visitor.look('a review that was held, the child’s view first');
}

export async function whatComesNext(visitor) {
  await visitor.becomes('Priya Raman', { at: `${visitor.placement}/extend` });
  await visitor.fillDate('New end', 26, 3, 2027);
  await visitor.press('Extend the placement');
  await visitor.isRefused('why');
  await visitor.look('no extension without a reason and a review');
  await visitor.fill('Why does it go on?', 'He comes now, and has begun to read again. He is not yet ready for five lessons a day.');
  await visitor.fillDate('When will it be reviewed?', 5, 2, 2027);
  await visitor.press('Extend the placement');
  await visitor.sees('26 March 2027');
  await visitor.look('a placement that was extended');

  await visitor.visit(`${visitor.placement}/end`);
  await visitor.fillDate('Last day', 17, 12, 2026);
  await visitor.choose('Purpose met: went back to a mainstream school');
  await visitor.choose('The mainstream school they came from');
  await visitor.fill(/^What does Jordan say/, 'I want to see the goats on Saturdays.');
  await visitor.fill('The provider’s report, in short', 'Reliable with the animals, and ready to try lessons in the morning.');
  await visitor.look('end a placement');
  await visitor.press('End the placement');
  await visitor.sees('Ended');
  await visitor.sees('I want to see the goats on Saturdays.');
  await visitor.look('a placement that has ended');
  await visitor.visit(`/pupils/${visitor.child}/timeline`);
  await visitor.look('everything in order');
  await visitor.visit(`/pupils/${visitor.child}/access`);
  await visitor.sees('Jess Tolley');
  await visitor.sees('Dr Sam Okoro');
  await visitor.look('who looked, when and at what');
}
